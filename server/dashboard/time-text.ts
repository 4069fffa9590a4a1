import { instantText } from '../domain/instant.ts'

/** An instant as `2026-03-01 05:00`, in UTC. @param seconds since 1970 */
export function timeText(seconds: number): string {
  return instantText(seconds).slice(0, 16).replace('T', ' ')
}
