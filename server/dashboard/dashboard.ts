import { type Context, Hono } from 'hono'
import { isProblem } from '../../shared/problem.ts'
import { createDecisionDesk } from '../domain/moderation/decision-desk.ts'
import { createImportDesk } from '../domain/opening/import-desk.ts'
import { createOpeningBook } from '../domain/opening/opening-book.ts'
import { createUploadShelf } from '../domain/opening/upload-shelf.ts'
import { createUnitResults } from '../domain/report/unit-results.ts'
import { addressName } from '../guards/attempts.ts'
import { readText } from '../guards/body.ts'
import { askedOrigin, isSameOrigin } from '../guards/same-origin.ts'
import { type RequestWay, type WayIn, wayIn } from '../guards/secure.ts'
import { isMultipart, readUpload } from '../guards/upload.ts'
import { admit } from './admission.ts'
import { assetRoutes } from './assets.ts'
import { browserName } from './browser-name.ts'
import type {
  DashboardAct,
  DashboardGround,
  DashboardRoute,
  SentAnswer,
} from './dashboard-route.ts'
import { fileResponse } from './file-response.ts'
import { COOKIE, languageCookie } from './language-cookie.ts'
import { liveResponse } from './live/live-response.ts'
import { createLiveStreams, type LiveGround, type LiveStreams } from './live/live-streams.ts'
import { page } from './page.ts'
import { refusal } from './pages/refusal.ts'
import { ROUTES } from './routes.ts'
import { secured } from './secured.ts'
import { type Words, wordsFor } from './words/words.ts'

/** What the dashboard keeps itself as long as it runs. */
type Kept = 'decisions' | 'openings' | 'uploads' | 'imports' | 'readUnitResults'

/** What the dashboard is made from. */
export interface DashboardStart extends Omit<DashboardGround, Kept> {
  readonly way: RequestWay
  readonly live: LiveGround
  /** Told of every exception. */
  readonly onFault: (fault: unknown) => void
}

type DashboardDeps = DashboardStart & DashboardGround & { readonly streams: LiveStreams }

/** Everything below it is the dashboard's. */
const ROOT = '/admin'
/** Largest form, in bytes. */
const LARGEST_FORM = 64 * 1024
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i

/** The pages for admins, drawn on the server. Each address says itself who may ask it. */
export function dashboardRoutes(start: DashboardStart): Hono {
  const { rules } = start
  const readUnitResults = createUnitResults(rules.store, rules.clock)
  const openings = createOpeningBook(rules.store, rules.random)
  const streams = createLiveStreams(start.live, rules.clock)
  const ground = {
    ...{ ...start, readUnitResults, openings, streams, decisions: createDecisionDesk(rules) },
    ...{ uploads: createUploadShelf(rules.random, rules.clock), imports: createImportDesk(rules) },
  }
  const routes = new Hono()

  for (const route of ROUTES) {
    routes.on(route.method, ROOT + route.path, (c) => serve(c, route, ground))
  }
  routes.route(ROOT, assetRoutes())
  routes.post(`${ROOT}/language`, async (c) => {
    const form = await formOf(c)
    if (!form || !sentByUs(c, ground)) return refuse(c, 403, 'foreign')
    return sent(c, { to: pathWithin(form['at']), cookies: [languageCookie(form['language'])] })
  })

  routes.notFound((c) => refuse(c, 404, 'notFound'))
  routes.onError((fault, c) => {
    ground.onFault(fault)
    return refuse(c, fault.name === 'BusyError' ? 503 : 500, 'fault')
  })
  return routes
}

async function serve(c: Context, route: DashboardRoute, deps: DashboardDeps): Promise<Response> {
  const way = wayIn(c, deps.way, deps.rules.trustedProxies)
  if (way === 'open') return refuse(c, 403, 'open')
  // What is large is read once it is known who sends it.
  const uploads = route.largestFile !== undefined && isMultipart(c)
  const form = route.method === 'POST' && !uploads ? await formOf(c) : {}
  if (!form || (route.method === 'POST' && !sentByUs(c, deps, route))) {
    return refuse(c, 403, 'foreign')
  }
  const request = asked(c, deps, way, form)
  const { act, refused, cookies } = await admit(deps, route, request)
  if (refused)
    return sent(c, { ...refused, cookies: [...cookies, ...(refused.cookies ?? [])] }, act)
  const answer = await route.answer(uploads ? await withFile(c, act, route) : act)
  if ('live' in answer) {
    const person = act.person?.id ?? ''
    const watched = { ground: deps, route, asked: request, person, onFault: deps.onFault }
    return secured(liveResponse(deps.streams, watched, answer.live))
  }
  return sent(c, { ...answer, cookies: [...cookies, ...(answer.cookies ?? [])] }, act)
}

async function withFile(c: Context, act: DashboardAct, route: DashboardRoute) {
  const read = await readUpload(c, (route.largestFile ?? 0) + LARGEST_FORM)
  return isProblem(read) ? { ...act, file: 'too-large' as const } : { ...act, ...read }
}

/** What the request itself says, before anybody is asked who sent it. */
function asked(
  c: Context,
  deps: DashboardDeps,
  way: WayIn,
  form: Readonly<Record<string, string>>,
) {
  const secure = way === 'https'
  return {
    words: wordsOf(c),
    visit: {
      cookie: c.req.header('Cookie') ?? '',
      secure,
      browser: browserName(c.req.header('User-Agent') ?? ''),
    },
    client: addressName(deps.way.clientOf(c)),
    origin: askedOrigin(c, way) ?? '',
    sentFrom: c.req.header('Origin'),
    secure,
    path: c.req.param() as Record<string, string>,
    query: c.req.query(),
    form,
    at: c.req.path,
    now: Math.floor(deps.rules.clock() / 1000),
  }
}

/**
 * Whether one of our own pages sent a form. When the server is set up nobody has told it its
 * address yet, so that what the browser says is believed: the code in the form is the proof.
 */
function sentByUs(
  c: Context,
  { way, rules, publicAddress }: DashboardDeps,
  route?: DashboardRoute,
) {
  const own = [askedOrigin(c, wayIn(c, way, rules.trustedProxies)), publicAddress.get()]
  if (route?.path === '/setup') own.push(c.req.header('Origin'))
  return isSameOrigin(c, own)
}

async function formOf(c: Context): Promise<Record<string, string> | undefined> {
  if (!FORM.test(c.req.header('Content-Type') ?? '')) return undefined
  const text = await readText(c, LARGEST_FORM)
  return typeof text !== 'string' && isProblem(text)
    ? undefined
    : Object.fromEntries(new URLSearchParams(text))
}

async function sent(c: Context, answer: SentAnswer, act?: DashboardAct): Promise<Response> {
  if ('missing' in answer) return refuse(c, 404, 'notFound', act, answer.cookies)
  for (const cookie of answer.cookies ?? []) c.header('Set-Cookie', cookie, { append: true })
  if ('to' in answer) return secured(c.redirect(answer.to, 303))
  if ('file' in answer) return secured(fileResponse(answer.file))
  const { refresh } = answer
  const frame = { words: act?.words ?? wordsOf(c), at: c.req.path, act, refresh }
  const text = String(await page(frame, answer.title, answer.body))
  return secured(c.html(`${text}\n`, (answer.status ?? 200) as 200))
}

function refuse(
  c: Context,
  status: number,
  why: 'notFound' | 'foreign' | 'open' | 'fault',
  act?: DashboardAct,
  cookies: readonly string[] = [],
): Promise<Response> {
  const words = act?.words ?? wordsOf(c)
  return sent(c, { ...refusal(words, why, status), cookies }, act)
}

function wordsOf(c: Context): Words {
  const [, chosen] = COOKIE.exec(c.req.header('Cookie') ?? '') ?? []
  return wordsFor(chosen, c.req.header('Accept-Language'))
}

/** A path of the dashboard, whatever a form says. */
function pathWithin(path: string | undefined): string {
  return /^\/admin(\/[\w/-]*)?$/.test(path ?? '') ? (path ?? ROOT) : ROOT
}
