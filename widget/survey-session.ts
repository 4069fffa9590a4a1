import type { Choice } from '../shared/choice.ts'
import type { Figures, ViewReply } from '../shared/figures.ts'
import type { PageArticle } from './article-of-page.ts'
import { ask } from './deliver.ts'
import { forgetVisit, isSealed, nextTurn, visit } from './kept.ts'
import { isWaiting, post } from './outbox.ts'
import { isAccepted, type Outcome } from './send.ts'

/** One article's talk with the server: who asks, about what. */
export interface SurveySession {
  readonly server: string
  readonly site: string
  /** A site that names articles by their own address turns it into that. */
  article: PageArticle
}

/** What this browser itself knows of the reader's vote for an article. */
export interface Own {
  readonly choice: Choice | null
  /** `waiting`: the server does not have it yet. `final`: it can't be changed any more. */
  readonly phase: 'waiting' | 'final'
}

/** Tells the server of this view and asks for the figures; one request a page view. */
export async function view(
  session: SurveySession,
): Promise<{ readonly sent: Outcome<ViewReply>; readonly own: Own | null }> {
  const {
    server,
    site,
    article: { key: article, page },
  } = session
  const now = Date.now()
  const { vote, ...visited } = await visit(article, now)
  const waits = vote && (await isWaiting(article))
  const sent = await ask(server, {
    site,
    article,
    ...visited,
    ...(vote && { ballot: vote.ballot }),
    ...(page && { page }),
  })
  if (!isAccepted(sent)) await forgetVisit(article, now)
  else if (page && sent.settings.identity) session.article = { key: page }
  const phase = waits ? 'waiting' : vote && isSealed(vote) && 'final'
  return { sent, own: vote && phase ? { choice: vote.choice, phase } : null }
}

/** Casts or changes a vote, or with `null` takes it back. */
export async function cast(
  { server, site, article: { key: article } }: SurveySession,
  choice: Choice | null,
): Promise<Outcome<Figures>> {
  const { ballot, turn } = await nextTurn(article, choice)
  return post(server, { site, article, ballot, turn, choice })
}
