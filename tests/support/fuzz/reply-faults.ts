import { PROBLEMS, type ProblemType } from '../../../shared/problem.ts'
import type { RawReply } from './raw-exchange.ts'

const PROBLEM = 'application/problem+json'

/** The `type` of a problem document; undefined for every other reply. */
export function problemOf({ headers, body }: RawReply): string | undefined {
  if (headers.get('content-type') !== PROBLEM || body === '') return undefined
  return (JSON.parse(body) as { type?: string }).type
}

/** What is wrong with a reply to a stranger's request; undefined where it is as it should be. */
export function faultOf(reply: RawReply, method: string): string | undefined {
  const { status, headers, body } = reply
  if (!(status >= 100 && status < 500)) return `was answered with ${status}: ${body.slice(0, 200)}`
  if (status < 400) return undefined
  if (headers.get('content-type') !== PROBLEM) return `${status} is no problem document`
  if (method === 'HEAD') return undefined
  const document = JSON.parse(body) as { type: string; status: number; title: string }
  const known = PROBLEMS[document.type as ProblemType]
  if (!Object.hasOwn(PROBLEMS, document.type)) return `${status} has the type ${document.type}`
  if (known.status !== status || document.status !== status || known.title !== document.title) {
    return `${status} is not what ${document.type} says: ${body}`
  }
  const unknown = Object.keys(document).find(
    (n) => !['type', 'title', 'status', 'detail'].includes(n),
  )
  return unknown && `${status} tells ${unknown}`
}
