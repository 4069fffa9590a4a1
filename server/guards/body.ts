import type { Context } from 'hono'
import type { Problem } from '../../shared/problem.ts'

/** Largest body of a reader's request, in bytes. */
const LARGEST_BODY = 2048

const TOO_LARGE: Problem = { problem: 'body-size' }

/**
 * Reads a body and parses it; stops reading where it grows larger.
 * @param largest in bytes
 */
export async function readBody(
  c: Context,
  largest = LARGEST_BODY,
): Promise<{ readonly json: unknown } | Problem> {
  const text = await readText(c, largest).catch((): Problem => {
    // The sender went away, or was cut off for being slow: no fault of ours, and nobody reads this.
    return { problem: 'timeout' }
  })
  if (typeof text !== 'string') return text
  try {
    return { json: JSON.parse(text) }
  } catch {
    return { problem: 'json' }
  }
}

/**
 * Reads a body as text; stops reading where it grows larger.
 * @param largest in bytes
 */
export async function readText(c: Context, largest: number): Promise<string | Problem> {
  const length = c.req.header('Content-Length')
  if (length !== undefined) {
    return Number(length) > largest ? TOO_LARGE : c.req.text()
  }
  return readStream(c.req.raw.body, largest)
}

/** For a body that does not announce its length. */
async function readStream(
  body: ReadableStream<Uint8Array> | null,
  largest: number,
): Promise<string | Problem> {
  if (!body) return ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > largest) {
      await reader.cancel()
      return TOO_LARGE
    }
    text += decoder.decode(value, { stream: true })
  }
}
