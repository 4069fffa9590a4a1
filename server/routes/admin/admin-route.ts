import * as z from 'zod'
import type { Problem } from '../../../shared/problem.ts'
import type { Rules } from '../../domain/rules.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'

/** What an admin's request is answered from. */
export interface AdminAct {
  readonly rules: Rules
  readonly listed: ListedSite
  /** Name of the token that asked. */
  readonly actor: string
  /** Whether that token opens every site. */
  readonly everySite: boolean
  /** Told of what goes wrong after the answer has begun. */
  readonly onFault: (fault: unknown) => void
}

/** The body of an answer, a whole answer, or a refusal. */
export type AdminAnswer = object | Response | Problem

/** An address of the admin API below its site. Everybody who is admitted may ask it. */
export interface AdminRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** What it does, in one sentence for the API's reference. */
  readonly summary: string
  /** The parameters of a GET, the body of a POST. */
  readonly asks: z.ZodType
  /** The body of the answer, or of each line where it comes in lines. */
  readonly answers: z.ZodType
  readonly inLines: boolean
  /** @param given parameters or body as they came */
  answer(act: AdminAct, given: unknown): Promise<AdminAnswer>
}

/** What the API's reference says of an address, and what its requests are held against. */
interface Described<Fields> {
  readonly summary: string
  readonly asks: Fields
  readonly answers: z.ZodType
  readonly inLines?: boolean
}

/** An address with the fields that it asks for; others are refused. */
export function adminRoute<Fields extends z.ZodRawShape>(
  method: AdminRoute['method'],
  path: string,
  { summary, asks: fields, answers, inLines = false }: Described<Fields>,
  answer: (
    act: AdminAct,
    asked: z.output<z.ZodObject<Fields, z.core.$strict>>,
  ) => AdminAnswer | Promise<AdminAnswer>,
): AdminRoute {
  const asks = z.strictObject(fields)
  return {
    method,
    path,
    summary,
    asks,
    answers,
    inLines,
    async answer(act, given) {
      const asked = asks.safeParse(given)
      return asked.success ? answer(act, asked.data) : problemOf(asked.error)
    },
  }
}

/** Longest detail that repeats what was sent, in characters. */
const LONGEST_DETAIL = 200

function problemOf({ issues }: z.ZodError): Problem {
  const unknown = issues.find(({ code }) => code === 'unrecognized_keys')
  if (unknown) return { problem: 'unknown-field', detail: shortened(unknown.message) }
  const [first] = issues
  if (!first || first.path.length === 0) return { problem: 'json' }
  return { problem: 'value', detail: shortened(`${first.path.join('.')}: ${first.message}`) }
}

function shortened(text: string): string {
  return [...text].slice(0, LONGEST_DETAIL).join('')
}
