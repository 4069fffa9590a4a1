import { type Choice, isChoice } from './choice.ts'
import { LONGEST_ADDRESS } from './longest-address.ts'
import type { Problem, ProblemType } from './problem.ts'

/** Whether the browser has seen this article in the last 30 minutes; `unknown` where storage is refused. */
export type Visit = 'new' | 'repeat' | 'unknown'

export interface ViewRequest {
  readonly site: string
  readonly article: string
  readonly visit: Visit
  readonly ballot?: string
  readonly page?: string
  readonly automated?: boolean
}

export interface WithdrawalRequest {
  readonly site: string
  readonly article: string
  readonly ballot: string
  readonly turn: number
}

export interface VoteRequest extends WithdrawalRequest {
  readonly choice: Choice
  /** Empty where the request had none; judged last, with the forged and expired ones. */
  readonly token: string
  readonly automated?: boolean
}

type Fields = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean
/** The fields of a body in the order in which they are judged; each is also a problem's type. */
type FieldChecks = ReadonlyMap<string, Check>

const BALLOT = /^[\w-]{22}$/

const isAddress: Check = (value) =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_ADDRESS
const isTurn: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1
const isVisit: Check = (value) => value === 'new' || value === 'repeat' || value === 'unknown'
const isBoolean: Check = (value) => typeof value === 'boolean'

/** 128 random bits as base64url: 22 characters. */
export function isBallot(value: unknown): value is string {
  return typeof value === 'string' && BALLOT.test(value)
}

const isSite: Check = (value) => typeof value === 'string' && value !== ''
const isToken: Check = (value) => value === undefined || typeof value === 'string'
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

const checksOf = (checks: Partial<Record<ProblemType, Check>>): FieldChecks =>
  new Map(Object.entries(checks))

const WITHDRAWAL = { site: isSite, article: isAddress, ballot: isBallot, turn: isTurn }
const WITHDRAWAL_CHECKS = checksOf(WITHDRAWAL)
const VOTE_CHECKS = checksOf({
  ...WITHDRAWAL,
  choice: isChoice,
  token: isToken,
  automated: optional(isBoolean),
})
const VIEW_CHECKS = checksOf({
  site: isSite,
  article: isAddress,
  visit: isVisit,
  ballot: optional(isBallot),
  page: optional(isAddress),
  automated: optional(isBoolean),
})

/** Reads the body of `POST /v1/views`; the first fault answers. */
export function parseViewRequest(body: unknown): ViewRequest | Problem {
  return refuse(body, VIEW_CHECKS) ?? (body as ViewRequest)
}

/** Reads the body of `POST /v1/votes`; the token is only carried, the token guard judges it. */
export function parseVoteRequest(body: unknown): VoteRequest | Problem {
  const refusal = refuse(body, VOTE_CHECKS)
  if (refusal) return refusal
  const vote = body as VoteRequest
  return typeof vote.token === 'string' ? vote : { ...vote, token: '' }
}

/** Reads the body of `POST /v1/withdrawals`. */
export function parseWithdrawalRequest(body: unknown): WithdrawalRequest | Problem {
  return refuse(body, WITHDRAWAL_CHECKS) ?? (body as WithdrawalRequest)
}

function refuse(body: unknown, checks: FieldChecks): Problem | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { problem: 'json' }
  for (const field of Object.keys(body)) {
    if (!checks.has(field)) return { problem: 'unknown-field' }
  }
  for (const [field, holds] of checks) {
    if (!holds((body as Fields)[field])) return { problem: field as ProblemType }
  }
  return undefined
}
