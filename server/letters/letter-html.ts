import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { CHOICES } from '../../shared/choice.ts'
import { countVotes } from '../../shared/votes-by-choice.ts'
import type { Bar, LetterBlock } from './letter-block.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** The colours of the four answers on white, as everywhere. */
const COLOURS = {
  'sangat-puas': '#00695c',
  puas: '#3f9c8d',
  'cukup-puas': '#b97a1c',
  'tidak-puas': '#8a3310',
} as const

const NOTHING: readonly Html[] = []

/** The body of a letter. Nothing in it is fetched from anywhere, and nothing runs. */
export function letterBody(blocks: readonly LetterBlock[]): Html {
  return html`${blocks.map(htmlOf)}`
}

/** A whole page for mail programs; what they don't know of its style they leave out. */
export function letterPage(
  language: 'id' | 'en',
  subject: string,
  blocks: readonly LetterBlock[],
): Html {
  return html`<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${subject}</title>
<style>
body { margin: 0 auto; padding: 16px; max-width: 600px; background: #ffffff; color: #1b1f23;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h2 { margin: 24px 0 8px; font-size: 20px; }
.lead { font-size: 18px; }
.small { margin-top: 32px; color: #5b6670; font-size: 13px; }
.answers { margin-bottom: 12px; }
.facts td { padding: 2px 12px 2px 0; vertical-align: top; }
a { color: #0b5fa5; }
</style></head>
<body>${letterBody(blocks)}</body>
</html>`
}

function htmlOf(block: LetterBlock): Html {
  if ('lead' in block) return html`<p class="lead">${block.lead}</p>`
  if ('heading' in block) return html`<h2>${block.heading}</h2>`
  if ('paragraph' in block) return html`<p>${block.paragraph}</p>`
  if ('list' in block) return html`<ul>${block.list.map((line) => html`<li>${line}</li>`)}</ul>`
  if ('bars' in block) return html`${block.bars.map(barOf)}`
  if ('link' in block) return html`<p><a href="${block.href}">${block.link}</a></p>`
  if ('small' in block) return html`<p class="small">${block.small}</p>`
  const rows = block.facts.map(([name, value]) => html`<tr><td>${name}</td><td>${value}</td></tr>`)
  return html`<table class="facts" role="presentation">${rows}</table>`
}

/**
 * The picture: a row of coloured cells, since every mail program draws a table. Gmail takes an SVG
 * out, many show no image before they are told to, and a picture that is fetched would tell who reads.
 */
function barOf({ label, votes, words }: Bar): Html {
  const n = countVotes(votes)
  const cells = CHOICES.filter((choice) => votes[choice] > 0).map((choice) => {
    const width = Math.max(1, Math.round((100 * votes[choice]) / n))
    return html`<td width="${width}%" height="18" bgcolor="${COLOURS[choice]}"></td>`
  })
  const bar = html`<table class="answers" role="presentation" width="100%" cellspacing="1" cellpadding="0"
    border="0"><tr>${cells}</tr></table>`
  return html`<p>${label}: ${words}</p>${n === 0 ? NOTHING : bar}`
}
