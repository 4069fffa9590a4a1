import { makeDigest } from '../../domain/digest/digest-figures.ts'
import { localDay } from '../../domain/local-day.ts'
import { digestBlocks, digestSubject } from '../../letters/digest-letter.ts'
import { letterBody } from '../../letters/letter-html.ts'
import { letterText } from '../../letters/letter-text.ts'
import type { DashboardRoute } from '../dashboard-route.ts'
import { html, NOTHING } from '../html.ts'
import { digestOf } from './digest.ts'

/** The weekly letter as it would go out today. */
export const digestPreview: DashboardRoute = {
  method: 'GET',
  path: '/offices/:office/digest/preview',
  access: { action: 'edit', on: 'office' },
  async answer(act) {
    const { words, rules, places, path, readUnitResults, publicAddress, now } = act
    const office = places.offices.find(({ key }) => key === path['office'])
    if (!office) return { missing: true }
    const { timeZone, language } = await digestOf(act, office)
    const ground = { store: rules.store, readUnitResults }
    const figures = await makeDigest(ground, office, localDay(timeZone, now * 1000))
    const blocks = digestBlocks(figures, language, publicAddress.get())
    const body = html`<p>${words.digestPreviewText}</p>
      ${figures.complete ? NOTHING : html`<p class="hint">${words.digestIncomplete}</p>`}
      <dl class="facts"><dt>${words.digestSubject}</dt><dd lang="${language}">${digestSubject(figures, language)}</dd></dl>
      <div class="letter" lang="${language}">${letterBody(blocks)}</div>
      <details><summary>${words.digestPlain}</summary>
        <pre class="letter-text" lang="${language}" tabindex="0">${letterText(blocks)}</pre></details>
      <p><a href="/admin/offices/${office.key}/digest">${words.back}</a></p>`
    return { title: words.digestPreviewTitle(office.name), body }
  },
}
