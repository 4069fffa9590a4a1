import { runnerImport } from 'vite'
import { localDay } from '../../../server/domain/local-day.ts'
import { periodOf, previousPeriod } from '../../../server/domain/report/period.ts'
import { SAMPLE_SITE } from '../../../server/domain/sample/sample-offices.ts'
import type { Examples } from './examples.ts'

/** Addresses that are measured, with what they answer if they are well. */
export interface Page {
  readonly path: string
  readonly statuses: readonly number[]
}

interface Route {
  readonly method: string
  readonly path: string
}

/** What pages ask for that are nothing without. */
const queriesOf = (article: string): Readonly<Record<string, string>> => ({
  '/sites/:site/origins/end': `?origin=${encodeURIComponent('https://*.contoh.example')}`,
  '/sites/:site/article': `?article=${article}`,
  '/sites/:site/article/live': `?article=${article}`,
  '/sites/:site/openings/article': `?address=${article}`,
  '/sites/:site/sections/end': `?address=${encodeURIComponent(PREFIX)}`,
})
/** What is about a period, by the end of the address. */
const DATED =
  /(^|\/report|\/report\/:file|\/preview|offices|:office|:site|article\w*|ranking|sections|:section|charts?)$/
/** Of links that work once, and of what nobody did: they answer that there is none. */
const NONE = ['secret', 'decision', 'alert']
/** A section that every sample has. */
const PREFIX = 'https://contoh.example/dinas-kesehatan'

/**
 * Every address of the dashboard that is read, from its own list, filled for the sample, then what
 * anybody may see. Of those that take a period, a triwulan and a year.
 */
export async function pagesOf(examples: Examples): Promise<readonly Page[]> {
  // The list brings stylesheets with it, which only the build's own reader takes.
  const { module } = await runnerImport<{ ROUTES: readonly Route[] }>('/server/dashboard/routes.ts')
  const today = localDay('Asia/Jakarta', Date.now())
  const periods = [previousPeriod(periodOf('quarter', today)), periodOf('year', today)]
  const article = encodeURIComponent(`https://${examples['article']?.[0]}`)
  const queries = queriesOf(article)
  const dashboard = module.ROUTES.filter(({ method }) => method === 'GET').flatMap(({ path }) => {
    const statuses = NONE.some((name) => path.includes(`:${name}`)) ? [404] : [200, 303]
    return filled(path + (queries[path] ?? ''), examples).flatMap((address) => {
      const more = DATED.test(path)
        ? periods.map(({ code }) => `${address}${address.includes('?') ? '&' : '?'}period=${code}`)
        : []
      const ordered = /articles$/.test(path)
        ? ['sort=votes', 'sort=best', 'sort=attention', 'sort=address', 'search=Pasar+Murah'].map(
            (query) => `${address}?${query}`,
          )
        : []
      const one =
        /report/.test(path) && path.includes(':site')
          ? [`${address}?period=${periods[1]?.code}&article=${article}`]
          : []
      return [address, ...more, ...ordered, ...one].map((each) => ({
        path: `/admin${each}`,
        statuses,
      }))
    })
  })
  const open = ['', '/badge.svg', '/chain.json', '/open-data.json', '/open-data.csv']
  // Whole lists begin only so often, whoever asks.
  const known = open.map((rest) => ({ path: `/s/${SAMPLE_SITE}${rest}`, statuses: [200, 429] }))
  return [...dashboard, ...known]
}

/** A parameter that nobody gave an example of gets one that is missed: every page is measured. */
function filled(path: string, examples: Examples): string[] {
  const [, name] = /:(\w+)/.exec(path) ?? []
  if (name === undefined) return [path]
  const values = examples[name] ?? [`no-example-of-${name}`]
  return values.flatMap((value) => filled(path.replace(`:${name}`, value), examples))
}
