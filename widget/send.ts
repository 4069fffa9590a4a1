import type { Figures, ViewReply } from '../shared/figures.ts'
import { VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH } from '../shared/paths.ts'
import type { ProblemType } from '../shared/problem.ts'
import type { ViewRequest, VoteRequest, WithdrawalRequest } from '../shared/reader-request.ts'
import { isFigures, isViewReply } from './reply.ts'

/** How long an answer may take, in milliseconds. */
const TIMEOUT = 8000

/** What became of a request. It never rejects: a guest doesn't break the house. */
export type Outcome<Reply> =
  | { readonly outcome: 'accepted'; readonly reply: Reply }
  | { readonly outcome: 'refused'; readonly problem: ProblemType }
  | { readonly outcome: 'unreachable' }

export function sendView(server: string, view: ViewRequest): Promise<Outcome<ViewReply>> {
  return send(server + VIEWS_PATH, view, isViewReply)
}

export function sendVote(server: string, vote: VoteRequest): Promise<Outcome<Figures>> {
  return send(server + VOTES_PATH, vote, isFigures)
}

export function sendWithdrawal(
  server: string,
  withdrawal: WithdrawalRequest,
): Promise<Outcome<Figures>> {
  return send(server + WITHDRAWALS_PATH, withdrawal, isFigures)
}

async function send<Reply>(
  url: string,
  body: object,
  isReply: (reply: unknown) => reply is Reply,
): Promise<Outcome<Reply>> {
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
    if (response.ok) return isReply(reply) ? { outcome: 'accepted', reply } : LOST
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
