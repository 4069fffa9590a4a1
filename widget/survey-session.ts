import type { Choice } from '../shared/choice.ts'
import type { Figures, ViewReply } from '../shared/figures.ts'
import type { Visit } from '../shared/reader-request.ts'
import type { PageArticle } from './article-of-page.ts'
import { ballotOf, nextTurn } from './ballot.ts'
import { type Outcome, sendView, sendVote, sendWithdrawal } from './send.ts'
import { forgetVisit, visitOf } from './visit.ts'

/** One article's talk with the server: who asks, about what, with which ballot. */
export interface SurveySession {
  /** Tells the server of this view and asks for the figures; one request a page view. */
  view(): Promise<Outcome<ViewReply>>
  /**
   * Casts a vote with the page token of the last view. One that has run out is replaced
   * once, by a view that the server doesn't count, and the vote is kept meanwhile.
   */
  vote(choice: Choice): Promise<Outcome<Figures>>
  withdraw(): Promise<Outcome<Figures>>
}

export function createSession(
  server: string,
  site: string,
  { key, page }: PageArticle,
): SurveySession {
  const named = { site, article: key }
  let token = ''

  async function sendVisit(visit: Visit): Promise<Outcome<ViewReply>> {
    const kept = await ballotOf(key)
    const sent = await sendView(server, {
      ...named,
      visit,
      ...(kept && { ballot: kept.ballot }),
      ...(page && { page }),
      ...automation(),
    })
    if (sent.outcome === 'accepted') token = sent.reply.token
    return sent
  }

  return {
    async view() {
      const now = Date.now()
      const visit = await visitOf(key, now)
      const sent = await sendVisit(visit)
      if (visit === 'new' && sent.outcome !== 'accepted') await forgetVisit(key, now)
      return sent
    },

    async vote(choice) {
      const vote = { ...named, ...(await nextTurn(key)), choice, ...automation() }
      const sent = await sendVote(server, { ...vote, token })
      if (sent.outcome !== 'refused' || sent.problem !== 'token') return sent
      const fresh = await sendVisit('repeat')
      if (fresh.outcome !== 'accepted') return fresh
      return sendVote(server, { ...vote, token })
    },

    withdraw: async () => sendWithdrawal(server, { ...named, ...(await nextTurn(key)) }),
  }
}

/** A browser that a program drives says so, and so do we. */
function automation(): { automated?: true } {
  return navigator.webdriver ? { automated: true } : {}
}
