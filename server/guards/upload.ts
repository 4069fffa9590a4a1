import type { Context } from 'hono'
import type { Problem } from '../../shared/problem.ts'

/** A form with a file, as a browser sends it. */
export interface SentForm {
  readonly form: Readonly<Record<string, string>>
  readonly file: SentFile | undefined
}

export interface SentFile {
  /** As whoever sent it calls it. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const MULTIPART = /^multipart\/form-data\s*;/i

export function isMultipart(c: Context): boolean {
  return MULTIPART.test(c.req.header('Content-Type') ?? '')
}

/**
 * Reads a form with at most one file; stops reading where it grows larger.
 * @param largest in bytes, all fields together
 */
export async function readUpload(c: Context, largest: number): Promise<SentForm | Problem> {
  if (Number(c.req.header('Content-Length') ?? 0) > largest) return { problem: 'body-size' }
  const bytes = await readBytes(c.req.raw.body, largest)
  if (!bytes) return { problem: 'body-size' }
  const type = c.req.header('Content-Type') ?? ''
  const sent = await new Response(bytes, { headers: { 'Content-Type': type } })
    .formData()
    // Not what its header says: there is no such form.
    .catch(() => new FormData())
  const form: Record<string, string> = {}
  let file: SentFile | undefined
  for (const [name, value] of sent) {
    if (typeof value === 'string') form[name] = value
    else file ??= { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return { form, file }
}

async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  largest: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = []
  let size = 0
  if (body) {
    const reader = body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > largest) {
        await reader.cancel()
        return undefined
      }
      pieces.push(value)
    }
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}
