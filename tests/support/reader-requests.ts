import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'

const SITE = 'bojonegoro'

/** Sends a body as the widget on a page of the demo's site does. */
export function send(origin: string, path: string, body: object): Promise<Response> {
  const headers = { Origin: origin, 'Content-Type': 'text/plain' }
  return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Opens a page and answers with the token it got; the view counts. */
export async function view(origin: string, article: string): Promise<string> {
  const reply = await send(origin, VIEWS_PATH, { site: SITE, article, visit: 'new' })
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
  const reply = await send(origin, VOTES_PATH, voteBody(article, token, reader))
  await reply.arrayBuffer()
  return reply.status
}

function ballotOf(reader: number): string {
  return `reader-${String(reader).padStart(15, '0')}`
}
