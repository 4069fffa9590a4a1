import { streamed } from '../domain/streamed.ts'

/** A file that a page answers with; made while it is read. */
export interface DashboardFile {
  /** As it is saved, in ASCII; absent for one that a page uses. */
  readonly name?: string
  readonly type: string
  readonly pieces: AsyncIterable<string | Uint8Array> | string
}

export function fileResponse({ name, type, pieces }: DashboardFile): Response {
  const headers = new Headers({ 'Content-Type': type })
  if (name !== undefined) headers.set('Content-Disposition', `attachment; filename="${name}"`)
  return new Response(typeof pieces === 'string' ? pieces : streamed(pieces), { headers })
}
