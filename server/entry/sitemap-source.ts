import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createOriginRule } from '../domain/site/origin-rule.ts'
import { VERIFICATION_WORDS } from '../domain/verification/verification-words.ts'
import type { Site } from '../store/store.ts'
import { createLookUp } from './look-up.ts'
import { VISIT_HEADERS } from './page-limits.ts'
import type { ListedAddress } from './page-list.ts'
import { requestFailure, requestSite } from './site-request.ts'
import { MOST_ADDRESSES, readSitemap } from './sitemap.ts'

/** How long one sitemap may take to come, in milliseconds. */
const PATIENCE = 60_000
const HEADERS = { ...VISIT_HEADERS, Accept: 'application/xml, text/xml' }

/**
 * All addresses of a sitemap, and of those that it names where it is an index.
 * @param from a file, or an address on one of the site's origins
 * @throws TypeError that says which one can't be had, and why
 */
export async function readSitemaps(site: Site, from: string): Promise<readonly ListedAddress[]> {
  const { pages, sitemaps } = await readOne(site, from)
  const all = [...pages]
  for (const each of sitemaps) {
    // A file is what the command's user named; what a sitemap names is asked for.
    if (!isAddress(each)) throw new TypeError(`${each} is no address.`)
    all.push(...(await readOne(site, each)).pages)
    if (all.length > MOST_ADDRESSES) {
      throw new TypeError(`There are more than ${MOST_ADDRESSES} addresses in ${from}.`)
    }
  }
  return all
}

async function readOne(site: Site, from: string): ReturnType<typeof readSitemap> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), PATIENCE)
  let stream: Readable | undefined
  try {
    stream = isAddress(from)
      ? await ask(site, new URL(from), ending.signal)
      : createReadStream(from)
    return await readSitemap(stream)
  } catch (reason) {
    if (reason instanceof TypeError) throw new TypeError(`${from}: ${reason.message}`)
    if (!isAddress(from)) throw new TypeError(`${from} can't be read.`)
    const failure = requestFailure(reason, ending.signal)
    throw new TypeError(`${from}: ${VERIFICATION_WORDS.en[failure].explanation}`)
  } finally {
    clearTimeout(timer)
    stream?.destroy()
  }
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

async function ask(site: Site, address: URL, signal: AbortSignal): Promise<Readable> {
  const { intranet } = site
  if (!createOriginRule({ ...site, loopback: false }).admits(address.origin)) {
    throw new TypeError("it is on none of the site's origins.")
  }
  if (address.protocol !== 'https:' && !intranet) {
    throw new TypeError('it is asked for by https alone, unless the intranet is allowed.')
  }
  address.username = ''
  address.password = ''
  const request = { lookUp: createLookUp(), intranet, headers: HEADERS, signal }
  const response = await requestSite(address, request)
  if (response.statusCode === 200) return response
  response.on('error', () => undefined).destroy()
  throw new TypeError(`the site answered with ${response.statusCode}.`)
}
