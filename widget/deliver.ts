import type { Figures, ViewReply } from '../shared/figures.ts'
import type { ViewRequest } from '../shared/reader-request.ts'
import type { Message } from './message.ts'
import { tell } from './news.ts'
import { isAccepted, type Outcome, sendTurn, sendView } from './send.ts'
import { wait } from './wait.ts'

/** Age from which a page token is taken without suspicion, in milliseconds. */
const RIPE_AFTER = 2000

/** The page tokens of this page's articles, and when they are ripe. */
const tokens = new Map<string, { readonly token: string; readonly ripe: number }>()

/** Tells the server of a view, and keeps the page token that comes back. */
export async function ask(server: string, view: ViewRequest): Promise<Outcome<ViewReply>> {
  const sent = await sendView(server, { ...view, ...automation() })
  if (isAccepted(sent)) {
    tokens.set(view.article, { token: sent.token, ripe: performance.now() + RIPE_AFTER })
  }
  return sent
}

/**
 * Brings a message to the server, and tells whoever listens what came of it. A page token that
 * is missing or has run out is replaced, once, by a view that the server doesn't count.
 */
export async function deliver(
  server: string,
  message: Message,
  isRetry = false,
): Promise<Outcome<Figures>> {
  const { choice, ...withdrawal } = message
  const { site, article, ballot } = message
  if (choice && !tokens.has(article)) {
    const asked = await ask(server, { site, article, ballot, visit: 'repeat' })
    if (!isAccepted(asked)) return asked
  }
  const { token = '', ripe = 0 } = tokens.get(article) ?? {}
  const unripe = ripe - performance.now()
  if (choice && unripe > 0) await wait(unripe)
  const vote = choice && { ...withdrawal, choice, token, ...automation() }
  const sent = await sendTurn(server, vote ?? withdrawal)
  if (sent === 'token' && !isRetry) {
    tokens.delete(article)
    return deliver(server, message, true)
  }
  if (isAccepted(sent)) tell({ message, figures: sent })
  return sent
}

/** A browser that a program drives says so, and so do we. */
function automation(): { automated?: true } {
  return navigator.webdriver ? { automated: true } : {}
}
