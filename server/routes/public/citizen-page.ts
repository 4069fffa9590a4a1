import { html } from 'hono/html'
import { CHOICES } from '../../../shared/choice.ts'
import { fairPercentages } from '../../../shared/fair-percentages.ts'
import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import { shareInterval } from '../../../shared/share-interval.ts'
import { RESULTS_FROM, type SiteSettings, type Wording } from '../../../shared/site-settings.ts'
import type { VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { PublicResults, VotesByReason } from '../../domain/public/public-results.ts'
import type { FollowUp, Site } from '../../store/store.ts'
import { dayText } from './day-text.ts'
import { rewordedPart } from './reworded-part.ts'
import type { PublicWords } from './words-id.ts'

const LAPOR = { text: 'LAPOR!', url: 'https://www.lapor.go.id/' }
const MAIL = /^[^/]+@/

/** What citizens see of a site, as they may check it. */
export function citizenPage(
  words: PublicWords,
  site: Site,
  results: PublicResults | null,
  followUps: readonly FollowUp[],
) {
  const { key, name, settings } = site
  const wording = settings.wording?.[words.language as 'id' | 'en'] ?? {}
  const complaints = settings.followUp ?? LAPOR
  return html`<!DOCTYPE html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title(name)}</title>
<link rel="stylesheet" href="/s/public.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<main id="content" tabindex="-1">
<h1>${words.title(name)}</h1>
${results ? figures(words, settings, wording, results) : html`<p class="lead">${words.none}</p>`}
<h2>${words.how}</h2>
<ul>${words.howText.map((text) => html`<li>${text}</li>`)}</ul>
<h2>${words.followUps}</h2>
${followUpTable(words, followUps)}
<h2>${words.data}</h2>
<p>${words.dataText}</p>
<ul class="links">
  <li><a href="/s/${key}/open-data.json">JSON</a></li>
  <li><a href="/s/${key}/open-data.csv">CSV</a></li>
  <li><a href="/s/${key}/chain.json">${words.chain}</a></li>
</ul>
<h2>${words.complaints}</h2>
<p class="links">${words.complaintsText} <a href="${complaints.url}" rel="noreferrer">${complaints.text}</a>.</p>
${controllerOf(words, settings)}
</main>
<footer class="links"><a href="/s/${key}?lang=${words.other.language}" hreflang="${words.other.language}" lang="${words.other.language}">${words.other.name}</a></footer>
</body>
</html>
`
}

function figures(
  words: PublicWords,
  settings: SiteSettings,
  wording: Wording,
  { from, to, views, n, votes, pending, excluded, asked }: PublicResults,
) {
  const number = (count: number) => count.toLocaleString(words.language)
  return html`${votes ? distribution(words, wording, votes, n) : html`<p class="lead">${untold(words, settings, n)}</p>`}
<p>${words.views(number(views))}</p>
<dl>
  <dt>${words.asked}</dt><dd>${wording.question ?? words.question}</dd>
  <dt>${words.period}</dt><dd>${words.span(dayText(from), dayText(to))}</dd>
</dl>
<p class="quiet">${words.updated(dayText(to))}</p>
${rewordedPart(words, asked)}
<h2>${words.standing}</h2>
<p>${words.standingText}</p>
<div class="table" role="region" aria-label="${words.standing}" tabindex="0"><table><tbody>
  <tr><th scope="row">${words.counted}</th><td class="number">${number(n)}</td></tr>
  ${aside(words, words.pending, pending)}${aside(words, words.excluded, excluded)}
</tbody></table></div>`
}

function untold(words: PublicWords, settings: SiteSettings, n: number): string {
  const count = n.toLocaleString(words.language)
  if (n === 0) return words.noVotes
  const { results = 'always', resultsFrom = RESULTS_FROM } = settings
  return results === 'always' && n < resultsFrom
    ? words.few(count, resultsFrom)
    : words.hidden(count)
}

function distribution(words: PublicWords, wording: Wording, votes: VotesByChoice, n: number) {
  const percentages = fairPercentages(votes)
  const satisfied = votes['sangat-puas'] + votes.puas
  const number = (count: number) => count.toLocaleString(words.language)
  const digits = percentages?.decimals ?? 0
  const rows = CHOICES.map((choice) => {
    const low = choice === 'cukup-puas' || choice === 'tidak-puas'
    const width = n === 0 ? 0 : (300 * votes[choice]) / n
    const percent = ((percentages?.tenths[choice] ?? 0) / 10).toLocaleString(words.language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    return html`<tr><th scope="row">${wording.labels?.[choice] ?? words.choices[choice]}
    <svg class="bar" viewBox="0 0 300 10" preserveAspectRatio="none" aria-hidden="true"><rect class="${choice}" width="${width}" height="10"></rect>${
      low ? html`<rect class="hatch" fill="url(#hatch)" width="${width}" height="10"></rect>` : ''
    }</svg></th>
    <td class="number">${number(votes[choice])}</td><td class="number">${percent} %</td></tr>`
  })
  const interval = shareInterval(satisfied, n)
  const [low = '', high = ''] = [interval?.low, interval?.high].map((end) =>
    number(Math.round(100 * (end ?? 0))),
  )
  return html`<p class="lead">${words.lead(number(satisfied), number(n))}</p>
<svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5"></rect></pattern></defs></svg>
<div class="table" role="region" aria-label="${words.choice}" tabindex="0"><table>
  <thead><tr><th scope="col">${words.choice}</th><th scope="col" class="number">${words.count}</th><th scope="col" class="number">${words.share}</th></tr></thead>
  <tbody>${rows}
  <tr><th scope="row">${words.total}</th><td class="number">${number(n)}</td><td class="number">${percentages?.rounded ? words.rounded : ''}</td></tr></tbody>
</table></div>
<h2>${words.certainty}</h2>
<p>${words.certain(low, high)} ${n < RANKED_FROM ? words.fewAnswers : ''}</p>
<p>${words.sample}</p>`
}

function aside(words: PublicWords, name: string, reasons: readonly VotesByReason[]) {
  return reasons.map(
    ({ reason, votes }) => html`<tr><th scope="row">${name}: ${words.reasons[reason] ?? reason}</th>
  <td class="number">${votes.toLocaleString(words.language)}</td></tr>`,
  )
}

/** Without who does it: a name would be nobody's business here. */
function followUpTable(words: PublicWords, followUps: readonly FollowUp[]) {
  if (followUps.length === 0) return html`<p>${words.noFollowUps}</p>`
  const heads = [words.issue, words.action, words.due, words.status]
  const rows = followUps.map(
    ({ issue, action, due, status }) => html`<tr><td>${issue}</td><td>${action}</td>
  <td>${dayText(due)}</td><td>${words.statuses[status] ?? status}</td></tr>`,
  )
  return html`<div class="table" role="region" aria-label="${words.followUps}" tabindex="0"><table>
  <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
  <tbody>${rows}</tbody></table></div>`
}

function controllerOf(words: PublicWords, { controller }: SiteSettings) {
  if (!controller) return ''
  const { name, contact } = controller
  const link = MAIL.test(contact) ? `mailto:${contact}` : contact
  return html`<p class="links">${words.controller}: <a href="${link}" rel="noreferrer">${name}</a></p>`
}
