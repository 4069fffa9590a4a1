import { streamed } from '../../domain/streamed.ts'
import { type Asked, admit } from '../admission.ts'
import type { DashboardGround, DashboardRoute } from '../dashboard-route.ts'
import type { ReadLiveParts } from './live-parts.ts'
import type { LiveStreams } from './live-streams.ts'

/** What a stream asks again with, as long as somebody watches. */
export interface Watched {
  readonly ground: DashboardGround
  readonly route: DashboardRoute
  readonly asked: Asked
  readonly person: string
  /** Told of every exception, which ends the stream. */
  readonly onFault: (fault: unknown) => void
}

/**
 * Figures as they move. Who watches is let in anew each time: a session that ended or a role that was
 * taken away ends the stream instead of the next figures.
 */
export function liveResponse(
  streams: LiveStreams,
  { ground, route, asked, person, onFault }: Watched,
  read: ReadLiveParts,
): Response {
  const look = async () => {
    const now = Math.floor(ground.rules.clock() / 1000)
    const { act, refused } = await admit(ground, route, { ...asked, now })
    const parts = refused ? null : await read(act)
    if (!parts) return null
    const texts: Record<string, string> = {}
    for (const [name, part] of Object.entries(parts)) texts[name] = String(await part)
    return texts
  }
  const events = streams.open(person, () =>
    look().catch((fault: unknown) => {
      onFault(fault)
      return null
    }),
  )
  if (!events) return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  const headers = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }
  return new Response(streamed(events), { headers })
}
