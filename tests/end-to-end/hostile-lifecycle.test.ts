import type { Page } from 'playwright-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openReader } from '../support/chromium.ts'
import { BUILDERS } from '../support/hostile/builders.ts'
import { DOCUMENTS } from '../support/hostile/documents.ts'
import { LOADERS } from '../support/hostile/loaders.ts'
import { setStage } from '../support/hostile/set-stage.ts'
import { tallyOf } from '../support/hostile/tally-of.ts'
import { listenToNoise } from '../support/page-noise.ts'
import { SurveyPage } from '../support/survey-page.ts'
import { openTab, type UntendedTab } from '../support/untended-tab.ts'

const stage = await setStage({
  browserOptions: {
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: ['--disable-blink-features=AutomationControlled'],
  },
})

async function openPage(): Promise<{ page: Page; noise: readonly string[] }> {
  const reader = await openReader(stage.browser)
  onTestFinished(() => reader.close())
  reader.setDefaultTimeout(20_000)
  const noise = listenToNoise(reader)
  return { page: await reader.newPage(), noise }
}

test('a page that comes back from the back/forward cache is no second view and still votes', async () => {
  const { page, noise } = await openPage()
  const survey = new SurveyPage(page)
  await survey.open(`${stage.site}/lifecycle/article`)
  await survey.survey.getByText('Cukup Puas').click()
  await survey.says('Terima kasih')
  await page.getByRole('link', { name: 'Berita berikutnya' }).click()
  await page.waitForURL('**/next')
  await survey.settled()
  // A page from this cache is there at once and never loads.
  await page.goBack({ waitUntil: 'commit' })
  expect(await page.evaluate(() => (window as { kembali?: boolean }).kembali)).toBe(true)
  await survey.button('Ubah tanggapan').click()
  await survey.survey.getByText('Tidak Puas').click()
  await survey.says('Terima kasih')
  expect(await tallyOf(stage.server, '/lifecycle/article')).toEqual({ views: 1, responses: 1 })
  expect(noise).toEqual([])
})

test('a prerendered page asks for nothing but the script until it is shown', async () => {
  const tab = await openTab(stage.browser, `${stage.site}/lifecycle/prepared`)
  onTestFinished(() => tab.close())
  await tab.show()
  await vi.waitFor(
    async () =>
      expect(await tallyOf(stage.server, '/lifecycle/prerendered')).toEqual({
        views: 1,
        responses: 0,
      }),
    60_000,
  )
  const prerendered = await tab.evaluate<object>('({ disiapkan, sebelumTampil })')
  expect(prerendered).toEqual({ disiapkan: true, sebelumTampil: ['/v1/widget.js'] })
  const shownAt = await tab.evaluate<number>(
    'performance.timeOrigin + performance.getEntriesByType("navigation")[0].activationStart',
  )
  const asked = await askedAt(tab)
  expect(asked.filter((at) => at < shownAt)).toEqual([])
})

/** When figures were asked for, on the page or in its frames, in milliseconds since 1970. */
const ASKED_AT = `[window, ...Array.from(frames)].flatMap(({ performance }) =>
  performance.getEntriesByType('resource')
    .filter(({ name }) => name.endsWith('/v1/views'))
    .map(({ startTime }) => performance.timeOrigin + startTime))`

/** Those times, once the first of these requests has ended: until then the page tells none. */
async function askedAt(tab: UntendedTab): Promise<number[]> {
  return vi.waitFor(async () => {
    const times = await tab.evaluate<number[]>(ASKED_AT)
    expect(times.length).toBeGreaterThan(0)
    return times
  }, 60_000)
}

/** Ways of the survey onto a page that need no act of the reader's. */
const BY_ITSELF = [...LOADERS, ...BUILDERS, ...DOCUMENTS].filter(
  ({ outcome, before, name }) =>
    outcome === 'votes' && !before && !/delay|wp-rocket|jquery|turbo/.test(name),
)

for (const { name, article = `/${name}` } of BY_ITSELF) {
  test(`${name}: opened in a tab behind, it asks for nothing but the script until shown`, async () => {
    const tab = await openTab(stage.browser, `${stage.site}/${name}`)
    onTestFinished(() => tab.close())
    const state = () => tab.evaluate<string>('document.readyState + " " + document.visibilityState')
    await vi.waitFor(async () => expect(await state()).toBe('complete hidden'), 60_000)
    // Whatever asks the browser's storage first has been answered by then.
    await tab.evaluate(
      'new Promise((done) => { indexedDB.open("probe").onsuccess = () => done(true) })',
    )
    const [visibility, hiddenUntil] = await tab.evaluate<[string, number]>(
      '[document.visibilityState, Date.now()]',
    )
    expect(visibility).toBe('hidden')
    await tab.show()
    const counted = () => tallyOf(stage.server, article)
    await vi.waitFor(
      async () => expect(await counted()).toEqual({ views: 1, responses: 0 }),
      60_000,
    )
    expect((await askedAt(tab)).filter((at) => at < hiddenUntil)).toEqual([])
  })
}
