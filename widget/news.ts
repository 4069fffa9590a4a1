import type { Figures } from '../shared/figures.ts'
import type { Message } from './message.ts'
import { isFigures } from './reply.ts'

/** What the server answered to a message. */
export interface News {
  readonly message: Message
  readonly figures: Figures
}

type Listener = (news: News) => void

const listeners = new Set<Listener>()
let channel: BroadcastChannel | undefined

/**
 * Hears of every delivery, from this page and from the browser's other tabs on the same origin.
 * @returns what ends it
 */
export function onNews(listener: Listener): () => void {
  listeners.add(listener)
  try {
    channel ??= new BroadcastChannel('tanggapan')
    channel.onmessage = ({ data }) => hear(Object(data))
  } catch {
    // Where there are no channels, a page hears of itself only.
  }
  return () => listeners.delete(listener)
}

export function tell(news: News): void {
  hear(news)
  channel?.postMessage(news)
}

function hear(news: News): void {
  if (news.message && isFigures(news.figures)) for (const listener of listeners) listener(news)
}
