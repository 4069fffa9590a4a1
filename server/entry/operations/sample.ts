import { localDay } from '../../domain/local-day.ts'
import { createOfficeBook } from '../../domain/report/office-book.ts'
import { refreshSums } from '../../domain/report/refresh-sums.ts'
import { createDraw } from '../../domain/sample/draw.ts'
import { type SampleArticle, sampleArticles } from '../../domain/sample/sample-articles.ts'
import { SAMPLE_HOST, SAMPLE_SITE, SAMPLE_TREE } from '../../domain/sample/sample-offices.ts'
import { sumAnew } from '../../store/sample-rows.ts'
import type { Site } from '../../store/store.ts'
import { summingGround } from '../summing-ground.ts'
import { type Operation, type OperationGround, Refusal } from './operation.ts'
import { fillSample } from './sample-filling.ts'

const ZONE = 'Asia/Jakarta'
const USUAL = { articles: 3000, votes: 400_000, seed: 1 }
const NAME = 'Kabupaten Contoh (data contoh)'

/** Fills a site of its own with what a regency gathers in two years: to try the dashboard, and to measure it. */
export const sample: Operation = {
  usage: 'sample [--articles NUMBER] [--votes NUMBER] [--seed NUMBER]',
  operands: [0, 0],
  options: { articles: { type: 'string' }, votes: { type: 'string' }, seed: { type: 'string' } },

  async run(ground, { options }, progress) {
    const { store, database, clock, signal } = ground
    const size = {
      articles: numberOf(options['articles'], USUAL.articles),
      votes: numberOf(options['votes'], USUAL.votes),
    }
    const draw = createDraw(numberOf(options['seed'], USUAL.seed))
    if ((await store.readSites()).some(({ key }) => key === SAMPLE_SITE)) {
      throw new Refusal(`There is a sample already: npm run operate -- purge --sample --yes`)
    }
    const today = localDay(ZONE, clock())
    const articles = sampleArticles(draw, size, today)
    const first = firstOf(articles)
    await found(ground)
    const filled = await fillSample(database, draw, { first, articles }, today, {
      signal,
      told: (done) => progress(`article ${done} of ${size.articles}`),
    })
    progress('summing')
    await sumAnew(database, SAMPLE_SITE)
    const summing = summingGround(store, () => Promise.resolve(), signal)
    const { days, periods } = await refreshSums(summing, clock(), false)
    const text = `Sample site ${SAMPLE_SITE}: ${filled.articles} articles, ${filled.votes} votes, ${SAMPLE_TREE.length} offices; ${days} days and ${periods} periods summed.
It goes with: npm run operate -- purge --sample --yes`
    return { text, value: { site: SAMPLE_SITE, ...filled, days, periods } }
  },
}

async function found({ store, clock }: OperationGround): Promise<void> {
  const at = Math.floor(clock() / 1000)
  const site: Site = {
    key: SAMPLE_SITE,
    name: NAME,
    timeZone: ZONE,
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: at,
    origins: [
      { origin: `https://${SAMPLE_HOST}`, role: 'primary' },
      { origin: `https://*.${SAMPLE_HOST}`, role: 'additional' },
    ],
  }
  await store.addSite(site)
  const book = createOfficeBook(store, { at, actor: 'operator' })
  for (const { key, name, parent, prefix } of SAMPLE_TREE) {
    await book.add({ key, name, parent })
    if (parent === null) await book.assignSite(SAMPLE_SITE, key)
    else await book.setSection(site, prefix, { name, office: key })
  }
}

/** @throws Refusal where no such sample can be made */
function firstOf(articles: Iterator<SampleArticle>): SampleArticle {
  try {
    return articles.next().value
  } catch (reason) {
    throw reason instanceof RangeError ? new Refusal(reason.message) : reason
  }
}

function numberOf(typed: string | boolean | undefined, usual: number): number {
  if (typed === undefined) return usual
  if (typeof typed !== 'string' || !/^[1-9]\d{0,8}$/.test(typed)) {
    throw new Refusal('A number has at most nine digits.')
  }
  return Number(typed)
}
