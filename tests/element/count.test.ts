import { expect, fixture } from '@open-wc/testing'
import { COUNT_PATH, talliesPath } from '../../shared/paths.ts'
import { castOthers } from './support/cast-others.ts'
import { eventually } from './support/eventually.ts'
import { openLane, SERVER } from './support/lane.ts'
import { loadScript } from './support/load-script.ts'

/** Counts on the page, each with a dash until there is a figure. */
async function openCounts(attributes: readonly string[], server = SERVER): Promise<Element[]> {
  await loadScript(SERVER, COUNT_PATH, 'tanggapan-count')
  const tags = attributes.map(
    (more) =>
      `<p><tanggapan-count site="bojonegoro" server="${server}" ${more}>–</tanggapan-count></p>`,
  )
  const around = await fixture(`<div lang="id">${tags.join('')}</div>`)
  return [...around.querySelectorAll('tanggapan-count')]
}

/** What a reader reads: the figure, or what the page itself put there. */
function read(count: Element | undefined): string | null | undefined {
  const root = count?.shadowRoot
  return root?.querySelector('slot') ? count?.textContent : root?.textContent
}

/** How many requests for counts named an article. */
function requestsFor(article: string): number {
  return performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes(talliesPath('bojonegoro')) && name.includes(article)).length
}

it('counts say what their attributes ask for, in one request for all', async () => {
  const lane = openLane()
  const { article } = lane
  await castOthers(lane, ['puas', 'puas'])
  const counts = await openCounts([
    `article="${article}"`,
    `article="${article}" show="responses" lang="en"`,
    `article="${article}/lain" bare`,
    `article="${article}" lang="su"`,
  ])
  await eventually(() => counts.every((count) => read(count) !== '–'), 'the figures come')
  expect(counts.map(read)).to.deep.equal([
    '2 kali dilihat',
    '2 ratings',
    '0',
    'Parantos dibuka 2 kali',
  ])
  expect(requestsFor(article)).to.equal(1)
})

it('a count takes the style of the text it stands in', async () => {
  const { article } = openLane()
  const [count] = await openCounts([`article="${article}" style="color: rgb(1, 2, 3)"`])
  await eventually(() => read(count) !== '–', 'the figure comes')
  const figure = count?.shadowRoot?.querySelector('span') as HTMLElement
  const { color, fontSize, display } = getComputedStyle(figure)
  expect(color).to.equal('rgb(1, 2, 3)')
  expect(fontSize).to.equal(getComputedStyle(document.body).fontSize)
  expect(display).to.equal('inline')
})

for (const [what, server] of [
  ['the server can not be reached', 'http://localhost:1'],
  ['something else answers', `${SERVER}/demo`],
] as const) {
  it(`what stands in a count stays where ${what}, until another server is named`, async () => {
    const { article } = openLane()
    const [lost] = await openCounts([`article="${article}"`], server)
    const [other] = await openCounts([`article="${article}/lain"`])
    await eventually(() => read(other) === '0 kali dilihat', 'the other figure comes')
    expect(read(lost)).to.equal('–')

    lost?.setAttribute('server', SERVER)
    await eventually(() => read(lost) === '0 kali dilihat', 'the figure comes')
  })
}
