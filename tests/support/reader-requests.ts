import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { readerHeaders } from './reader-headers.ts'

const SITE = 'bojonegoro'
/** Number of the first reader who only views: voters are numbered from below. */
const FIRST_VIEWER = 1_000_000

let viewers = 0

/** Sends a body as the widget on a page of the demo's site does, for a reader by number. */
export function send(origin: string, path: string, body: object, reader = 0): Promise<Response> {
  const headers = { Origin: origin, 'Content-Type': 'text/plain', ...readerHeaders(reader) }
  return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Opens a page for a new reader and answers with the token it got; the view counts. */
export async function view(origin: string, article: string): Promise<string> {
  viewers += 1
  const seen = { site: SITE, article, visit: 'new' }
  const reply = await send(origin, VIEWS_PATH, seen, FIRST_VIEWER + viewers)
  if (reply.status !== 200) throw new Error(`a view was answered ${reply.status}`)
  return ((await reply.json()) as { token: string }).token
}

/** The body of a reader's first vote. */
export function voteBody(article: string, token: string, reader: number) {
  return { site: SITE, article, ballot: ballotOf(reader), turn: 1, choice: 'puas', token }
}

/** Votes once and answers with the status. */
export async function vote(
  origin: string,
  article: string,
  token: string,
  reader: number,
): Promise<number> {
  const reply = await send(origin, VOTES_PATH, voteBody(article, token, reader), reader)
  await reply.arrayBuffer()
  return reply.status
}

function ballotOf(reader: number): string {
  return `reader-${String(reader).padStart(15, '0')}`
}
