import { CHOICES } from '../../shared/choice.ts'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { readerHeaders } from '../../tests/support/reader-headers.ts'
import { SITE } from './site.ts'

/** What readers did at an article. */
export interface Counts {
  readonly views: number
  /** From Sangat Puas to Tidak Puas. */
  readonly votes: readonly [number, number, number, number]
}

/** Requests under way at once. */
const ABREAST = 32

/** Lets readers view an article and vote there, each with a ballot of their own. */
export async function record(origin: string, article: string, counts: Counts): Promise<void> {
  let readers = 0
  const view = () => send(origin, VIEWS_PATH, { article, visit: 'new' }, readers++)
  const [first, ...views] = Array.from({ length: counts.views }, () => view)
  if (!first) return
  const { token } = await first()
  const choices = counts.votes.flatMap((n, i) => Array.from({ length: n }, () => CHOICES[i]))
  const votes = choices.map((choice, reader) => () => {
    const ballot = `reader${String(reader).padStart(16, '0')}`
    return send(origin, VOTES_PATH, { article, ballot, turn: 1, choice, token }, reader)
  })
  const queue = [...views, ...votes].values()
  await Promise.all(Array.from({ length: ABREAST }, () => drain(queue)))
}

async function drain(queue: Iterable<() => Promise<unknown>>): Promise<void> {
  for (const run of queue) await run()
}

async function send(
  origin: string,
  path: string,
  body: object,
  reader: number,
): Promise<{ token?: string }> {
  const reply = await fetch(origin + path, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'text/plain', ...readerHeaders(reader) },
    body: JSON.stringify({ site: SITE, ...body }),
  })
  if (!reply.ok) throw new Error(`${path} was answered ${reply.status}: ${await reply.text()}`)
  return (await reply.json()) as { token?: string }
}
