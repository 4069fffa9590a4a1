import type { Figures, ViewReply } from '../shared/figures.ts'
import { VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH } from '../shared/paths.ts'
import type { ProblemType } from '../shared/problem.ts'
import type { ViewRequest, VoteRequest, WithdrawalRequest } from '../shared/reader-request.ts'
import { loadJson } from './load-json.ts'
import { isFigures, isViewReply } from './reply.ts'

/**
 * What became of a request: the reply where it was accepted, the problem's type where it was
 * refused, undefined where it was lost, or answered by somebody else than our server.
 */
export type Outcome<Reply extends object> = Reply | ProblemType | undefined

export function isAccepted<Reply extends object>(sent: Outcome<Reply>): sent is Reply {
  return typeof sent === 'object'
}

export function sendView(server: string, view: ViewRequest): Promise<Outcome<ViewReply>> {
  return send(server + VIEWS_PATH, view, isViewReply)
}

/** @param message a vote where it has a choice, else a withdrawal */
export function sendTurn(
  server: string,
  message: VoteRequest | WithdrawalRequest,
): Promise<Outcome<Figures>> {
  return send(server + ('choice' in message ? VOTES_PATH : WITHDRAWALS_PATH), message, isFigures)
}

async function send<Reply extends object>(
  url: string,
  message: object,
  isReply: (json: unknown) => json is Reply,
): Promise<Outcome<Reply>> {
  const { status = 0, json } = (await loadJson(url, message)) ?? {}
  if (status < 300) return isReply(json) ? json : undefined
  // What says "later", of a server or of too many requests, is as good as lost.
  return status < 500 && status !== 429 ? (json as { type?: ProblemType } | null)?.type : undefined
}
