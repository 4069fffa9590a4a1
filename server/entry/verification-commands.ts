import { readFile } from 'node:fs/promises'
import { VERIFICATION_FAILURES } from '../domain/verification/verification-failure.ts'
import { VERIFICATION_WORDS } from '../domain/verification/verification-words.ts'
import type { Site, Store } from '../store/store.ts'
import { readCsvList } from './csv-list.ts'
import { type ListedAddress, pageListOf } from './page-list.ts'
import { type SiteCommand, siteNamed } from './site-command.ts'
import { readSitemaps } from './sitemap-source.ts'

/** Most addresses named when they are no article of the site. */
const MOST_NAMED = 5

/** Commands on what a site itself says of its articles. */
export const VERIFICATION_COMMANDS: Readonly<Record<string, SiteCommand>> = {
  intranet: {
    operands: ['KEY', 'on|off'],
    options: [],
    prepare([key, wish = '']) {
      if (!/^(on|off)$/.test(wish)) throw new TypeError('An intranet is on or off.')
      return async (store) => {
        const site = await siteNamed(store, key)
        await store.setIntranet(site.key, wish === 'on')
        return `intranet ${wish}  ${site.key}`
      }
    },
  },
  unverified: {
    operands: ['KEY'],
    options: [],
    prepare:
      ([key]) =>
      async (store) =>
        failuresText(store, (await siteNamed(store, key)).key),
  },
  verify: {
    operands: ['KEY'],
    options: ['sitemap', 'csv', 'make'],
    prepare([key], { sitemap = [], csv = [], make = [] }) {
      const isAsked = make.length === 0 || (make.length === 1 && make[0] === 'all')
      if (!isAsked) throw new TypeError('--make is all, or left out.')
      const lists = [...sitemap, ...csv]
      if (lists.length > 1) throw new TypeError('There is one list at a time: --sitemap or --csv.')
      return async (store) => {
        const site = await siteNamed(store, key)
        const addresses = await addressesFrom(site, sitemap[0], csv[0])
        if (addresses) return verify(store, site, addresses, make.length > 0)
        await store.retryArticles(site.key)
        return `The server asks ${site.key} for all its unverified articles again.`
      }
    },
  },
}

/** Undefined where no list was named. */
async function addressesFrom(
  site: Site,
  sitemap: string | undefined,
  csv: string | undefined,
): Promise<readonly ListedAddress[] | undefined> {
  if (sitemap !== undefined) return readSitemaps(site, sitemap)
  if (csv === undefined) return undefined
  const bytes = await readFile(csv).catch(() => {
    throw new TypeError(`${csv} can't be read.`)
  })
  return readCsvList(bytes)
}

async function verify(
  store: Store,
  site: Site,
  addresses: readonly ListedAddress[],
  make: boolean,
): Promise<string> {
  const { pages, foreign } = pageListOf(site, addresses)
  const changed = await store.verifyArticles(site.key, pages, make)
  const said = `verified ${changed} of ${pages.length}  ${site.key}`
  if (foreign.length === 0) return said
  const named = foreign.slice(0, MOST_NAMED).map((address) => JSON.stringify(address))
  return `${said}\n${foreign.length} are no article of it: ${named.join(', ')}`
}

/** What failed and what to do about it, the commonest first. */
async function failuresText(store: Store, site: string): Promise<string> {
  const failures = await store.readFailures(site)
  const lines = failures.map(({ reason, articles, example }) => {
    const known = VERIFICATION_FAILURES.find((failure) => failure === reason)
    const words = known && VERIFICATION_WORDS.en[known]
    const said = words ? `\n  ${words.explanation}\n  ${words.remedy}` : ''
    return `${articles} × ${reason}, such as ${example}${said}`
  })
  return lines.length > 0 ? lines.join('\n') : 'No article has failed.'
}
