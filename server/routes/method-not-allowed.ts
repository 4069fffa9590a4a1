import type { Handler } from 'hono'
import { problemResponse } from './problem-response.ts'

/** Answers every method that a path does not know; `allow` lists those it does. */
export function methodNotAllowed(allow: string): Handler {
  return (c) => {
    const response = problemResponse(c, { problem: 'method' })
    response.headers.set('Allow', allow)
    return response
  }
}
