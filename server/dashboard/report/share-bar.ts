import { CHOICES } from '../../../shared/choice.ts'
import { countVotes, type VotesByChoice } from '../../../shared/votes-by-choice.ts'
import { type Html, html, NOTHING } from '../html.ts'

/**
 * The four answers as one bar, best first, in exact shares. The words stand in a table beside it; on
 * paper and in forced colours the two lower answers are hatched.
 */
export function shareBar(votes: VotesByChoice, width: number, height: number): Html {
  const n = countVotes(votes)
  let x = 0
  const parts = CHOICES.map((choice) => {
    const length = n === 0 ? 0 : (votes[choice] * width) / n
    const from = x
    x += length
    // A gap of one pixel between two answers, where there is room for it.
    const shown = Math.max(0, length - 1)
    const box = html`x="${from}" width="${shown}" height="${height}"`
    const isLow = choice === 'cukup-puas' || choice === 'tidak-puas'
    return html`<rect class="fill ${choice}" ${box}></rect>${
      isLow ? html`<rect class="hatch" fill="url(#hatch-${choice})" ${box}></rect>` : NOTHING
    }`
  })
  return html`<svg class="share-bar" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${parts}</svg>`
}

/** What the pictures of a page are hatched with; once a page. */
export function hatching(): Html {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
    <pattern id="hatch-cukup-puas" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="6"></rect></pattern>
    <pattern id="hatch-tidak-puas" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="2" height="4"></rect></pattern>
    <pattern id="hatch-outage" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="of-outage" width="1.5" height="8"></rect></pattern>
  </defs></svg>`
}
