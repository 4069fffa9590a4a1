import type { LetterBlock } from './letter-block.ts'

/** A letter as plain text. */
export function letterText(blocks: readonly LetterBlock[]): string {
  return `${blocks.map(textOf).join('\n\n')}\n`
}

function textOf(block: LetterBlock): string {
  if ('lead' in block) return block.lead
  if ('heading' in block) return `${block.heading}\n${'-'.repeat([...block.heading].length)}`
  if ('paragraph' in block) return block.paragraph
  if ('list' in block) return block.list.map((line) => `- ${line}`).join('\n')
  if ('facts' in block) return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
  if ('bars' in block) return block.bars.map(({ label, words }) => `${label}: ${words}`).join('\n')
  if ('link' in block) return `${block.link}:\n${block.href}`
  return `--\n${block.small}`
}
