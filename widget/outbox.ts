import { isChoice } from '../shared/choice.ts'
import type { Figures } from '../shared/figures.ts'
import { deliver } from './deliver.ts'
import { change } from './keep.ts'
import { later } from './load-json.ts'
import type { Message } from './message.ts'
import type { Outcome } from './send.ts'
import { wait } from './wait.ts'

/** Most messages kept; the oldest go first. */
const MOST = 20
/** Least time between two of them, in milliseconds. */
const APART = 2000
/** Pause before another try, in milliseconds: the first, and the longest it grows to. */
const PAUSE = 5000
const LONGEST_PAUSE = 300_000

/** Articles whose message is under way; another would only be the same. */
const underWay = new Set<string>()
let timer: ReturnType<typeof setTimeout> | undefined
let pause = PAUSE
let flushing = false

/**
 * Sends a message and keeps it until the server has answered, whatever becomes of this page:
 * one that is lost goes with {@link flush}. The ballot makes it harmless to send it twice.
 */
export async function post(server: string, message: Message): Promise<Outcome<Figures>> {
  await alter((kept) => [...kept.filter(({ article }) => article !== message.article), message])
  return settle(server, message)
}

/** Sends what waits, one message after the other. */
export async function flush(server: string): Promise<void> {
  if (flushing) return
  flushing = true
  for (const message of await alter((kept) => kept)) {
    await wait(later - performance.now())
    if (underWay.has(message.article)) continue
    await settle(server, message)
    await wait(APART)
  }
  flushing = false
}

/** Whether a message of an article waits. */
export async function isWaiting(article: string): Promise<boolean> {
  return (await alter((kept) => kept)).some((message) => message.article === article)
}

async function settle(server: string, message: Message): Promise<Outcome<Figures>> {
  const { article, turn } = message
  underWay.add(article)
  const sent = await deliver(server, message)
  underWay.delete(article)
  if (sent) {
    pause = PAUSE
    await alter((kept) => kept.filter((other) => other.article !== article || other.turn > turn))
  } else {
    // Longer each time, and never as long as in another reader's browser.
    clearTimeout(timer)
    timer = setTimeout(flush, pause * (0.5 + Math.random()), server)
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
  return sent
}

/** Changes what waits, and answers with it. */
async function alter(edit: (kept: readonly Message[]) => readonly Message[]) {
  return (await change('outbox', (kept: unknown) => edit(ours(kept)))).value as readonly Message[]
}

/** Other scripts of the page can write here too: what is no message of ours is dropped. */
function ours(kept: unknown): readonly Message[] {
  return Array.isArray(kept) ? kept.filter(isMessage).slice(-MOST) : []
}

function isMessage(value: unknown): value is Message {
  const { article, ballot, turn, choice } = Object(value)
  return (
    typeof article === 'string' &&
    /^[\w-]{22}$/.test(ballot) &&
    turn > 0 &&
    (choice === null || isChoice(choice))
  )
}
