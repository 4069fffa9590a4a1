import { type Context, Hono } from 'hono'
import { articleKey } from '../../../shared/article-key.ts'
import type { Figures } from '../../../shared/figures.ts'
import { isProblem, type Problem } from '../../../shared/problem.ts'
import { createNonceOf } from '../../domain/chain/commitment.ts'
import { exportChain } from '../../domain/chain/export-chain.ts'
import { figuresFor } from '../../domain/figures.ts'
import { openArticles } from '../../domain/public/open-articles.ts'
import { publicFollowUps } from '../../domain/public/public-follow-ups.ts'
import { createPublicResults, type PublicResults } from '../../domain/public/public-results.ts'
import { createSlots } from '../../domain/public/slots.ts'
import type { Rules } from '../../domain/rules.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'
import { streamed } from '../../domain/streamed.ts'
import { type Site, StorageError } from '../../store/store.ts'
import { entityTag } from '../entity-tag.ts'
import { notFound } from '../not-found.ts'
import { problemResponse } from '../problem-response.ts'
import { rawPath } from '../raw-path.ts'
import { badge } from './badge.ts'
import { citizenPage } from './citizen-page.ts'
import { openCsv, openJson } from './open-data.ts'
import stylesheet from './public.css?raw'
import { PUBLIC_EN } from './words-en.ts'
import { PUBLIC_ID, type PublicWords } from './words-id.ts'

/** How long a shared cache may answer, in seconds: the figures move once a day. */
const FRESH = 60
/** Whole lists that begin in a while of some milliseconds; who takes one slowly costs no more. */
const [LISTS, WHILE] = [10, 20_000]

const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export interface PublicDeps {
  readonly rules: Rules
  /** Public key of the signed chains: Ed25519, 32 bytes as base64url. */
  readonly chainKey: () => string
  /** Told of every exception. */
  readonly onFault: (fault: unknown) => void
}

/** What anybody may see of a site that is switched on; of any other there is nothing. */
export function publicRoutes({ rules, chainKey, onFault }: PublicDeps): Hono {
  const { store, mac, secret, clock } = rules
  const routes = new Hono({ getPath: rawPath })
  const readResults = createPublicResults(store)
  const slots = createSlots(LISTS, WHILE, clock)
  const find = async (c: Context): Promise<ListedSite | Problem> => {
    const listed = await rules.sites.find(c.req.param('site') ?? '')
    return listed?.site.settings.publicPage ? listed : { problem: 'site' }
  }
  const wait = (): Problem | null => {
    const retryAfter = slots.take()
    return retryAfter > 0 ? { problem: 'busy', retryAfter } : null
  }

  routes.get('/s/public.css', (c) => answer(c, 'text/css; charset=utf-8', stylesheet))

  routes.get('/s/:site', async (c) => {
    const listed = await find(c)
    if (isProblem(listed)) return problemResponse(c, listed)
    const { site } = listed
    const results = await readResults(site)
    const followUps = await publicFollowUps(store, site, clock())
    const page = await citizenPage(wordsFor(c, site), site, results, followUps)
    return answer(c, 'text/html; charset=utf-8', String(page))
  })

  routes.get('/s/:site/badge.svg', async (c) => {
    const listed = await find(c)
    if (isProblem(listed)) return problemResponse(c, listed)
    const told = await badgeFigures(c, listed)
    if (isProblem(told)) return problemResponse(c, told)
    const text = badge(wordsFor(c, listed.site), told.responses, told.votes)
    return answer(c, 'image/svg+xml', text)
  })

  routes.get('/s/:site/chain.json', async (c) => {
    const listed = await find(c)
    if (isProblem(listed)) return problemResponse(c, listed)
    return whole(c, await readResults(listed.site), 'application/json', async function* ({ few }) {
      const keys = { publicKey: chainKey(), nonceOf: createNonceOf(mac, secret) }
      yield `${JSON.stringify(await exportChain(store, keys, listed.site, true, few))}\n`
    })
  })

  routes.get('/s/:site/open-data.json', async (c) => {
    const listed = await find(c)
    if (isProblem(listed)) return problemResponse(c, listed)
    const { site } = listed
    return whole(c, await readResults(site), 'application/json', (results) =>
      openJson(site, results, openArticles(store, site, results)),
    )
  })

  routes.get('/s/:site/open-data.csv', async (c) => {
    const listed = await find(c)
    if (isProblem(listed)) return problemResponse(c, listed)
    const { site } = listed
    return whole(c, await readResults(site), 'text/csv; charset=utf-8', (results) =>
      openCsv(openArticles(store, site, results)),
    )
  })

  /** A list that is made while it is read, unless the one that asks has this very one. */
  function whole(
    c: Context,
    results: PublicResults | null,
    type: string,
    pieces: (results: PublicResults) => AsyncIterable<string>,
  ): Response {
    if (!results) return problemResponse(c, { problem: 'not-found' })
    const headers = { ...headersOf(type), ETag: entityTag(results.version) }
    if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers })
    const busy = wait()
    if (busy) return problemResponse(c, busy)
    return new Response(streamed(pieces(results)), { headers })
  }

  /** Of an article what any reader is told of it; of the site what its page says. */
  async function badgeFigures(
    c: Context,
    { site, rule }: ListedSite,
  ): Promise<Problem | Pick<Figures, 'responses' | 'votes'>> {
    const asked = c.req.query('article')
    if (asked === undefined) {
      const results = await readResults(site)
      return { responses: results?.n ?? 0, votes: results?.votes ?? null }
    }
    const key = articleKey(asked, rule.homeHost, rule.hostFor)
    if (key === null) return { problem: 'article' }
    return figuresFor(key, await store.readArticle({ site: site.key, key }, null), site.settings)
  }

  routes.notFound(notFound(routes))
  routes.onError((fault, c) => {
    onFault(fault)
    return problemResponse(c, { problem: fault instanceof StorageError ? 'storage' : 'fault' })
  })
  return routes
}

function headersOf(type: string) {
  return {
    'Content-Type': type,
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': `public, max-age=${FRESH}`,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
}

function answer(c: Context, type: string, text: string): Response {
  const headers = { ...headersOf(type), ETag: entityTag(text) }
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

function isKnown(c: Context, tag: string): boolean {
  return c.req.header('If-None-Match') === tag
}

/** The language that was asked for, else the site's, else Indonesian. */
function wordsFor(c: Context, { settings }: Site): PublicWords {
  const language = c.req.query('lang') ?? settings.language
  return language === 'en' ? PUBLIC_EN : PUBLIC_ID
}
