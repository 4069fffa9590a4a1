import type { Figures, ViewReply } from '../shared/figures.ts'
import { VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH } from '../shared/paths.ts'
import type { ProblemType } from '../shared/problem.ts'
import type { ViewRequest, VoteRequest, WithdrawalRequest } from '../shared/reader-request.ts'

/** How long an answer may take, in milliseconds. */
const TIMEOUT = 8000

/** What became of a request. It never rejects: a guest doesn't break the house. */
export type Outcome<Reply> =
  | { readonly outcome: 'accepted'; readonly reply: Reply }
  | { readonly outcome: 'refused'; readonly problem: ProblemType }
  | { readonly outcome: 'unreachable' }

export function sendView(server: string, view: ViewRequest): Promise<Outcome<ViewReply>> {
  return send(server + VIEWS_PATH, view)
}

export function sendVote(server: string, vote: VoteRequest): Promise<Outcome<Figures>> {
  return send(server + VOTES_PATH, vote)
}

export function sendWithdrawal(
  server: string,
  withdrawal: WithdrawalRequest,
): Promise<Outcome<Figures>> {
  return send(server + WITHDRAWALS_PATH, withdrawal)
}

async function send<Reply extends Figures>(url: string, body: object): Promise<Outcome<Reply>> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT)
  try {
    const response = await fetch(url, {
      method: 'POST',
      // text/plain keeps this a simple request: no preflight on somebody else's page.
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: abort.signal,
    })
    const reply: unknown = await response.json()
    if (response.ok) return isFigures(reply) ? { outcome: 'accepted', reply: reply as Reply } : LOST
    const { type } = reply as { type?: ProblemType }
    return type && response.status < 500 ? { outcome: 'refused', problem: type } : LOST
  } catch {
    // No network, no answer in time, or something that isn't our server's JSON.
    return LOST
  } finally {
    clearTimeout(timer)
  }
}

const LOST = { outcome: 'unreachable' } as const

/** Enough of a look to never draw from somebody else's JSON. */
function isFigures(reply: unknown): boolean {
  const { article, views, responses, votes } = (reply ?? {}) as Partial<Figures>
  return (
    typeof article === 'string' &&
    typeof views === 'number' &&
    typeof responses === 'number' &&
    typeof votes === 'object'
  )
}
