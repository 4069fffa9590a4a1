import { PROBLEMS, type Problem } from '../../../shared/problem.ts'

/** For the one who asked alone: nothing is kept, and no page of another origin may read it. */
const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

/** A refusal of the admin API, as an RFC 9457 problem document. */
export function adminProblem({
  problem,
  detail,
  retryAfter,
}: Problem & { readonly retryAfter?: number }): Response {
  const { status, title } = PROBLEMS[problem]
  const headers: Record<string, string> = { ...HEADERS, 'Content-Type': 'application/problem+json' }
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer'
  if (retryAfter !== undefined) headers['Retry-After'] = String(retryAfter)
  if (status === 503) headers['Retry-After'] = '5'
  const document = { type: problem, title, status, ...(detail === undefined ? {} : { detail }) }
  return new Response(JSON.stringify(document), { status, headers })
}

/** An answer of the admin API. */
export function adminReply(answer: object): Response {
  return new Response(JSON.stringify(answer), {
    headers: { ...HEADERS, 'Content-Type': 'application/json' },
  })
}

/** An answer that comes line by line, each a JSON object. */
export function adminLines(lines: ReadableStream<Uint8Array>): Response {
  return new Response(lines, { headers: { ...HEADERS, 'Content-Type': 'application/x-ndjson' } })
}
