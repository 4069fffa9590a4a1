import type { Problem } from '../../../shared/problem.ts'
import type { VoteRequest } from '../../../shared/reader-request.ts'
import type { Verdict } from '../../../shared/standing.ts'
import { countVotes } from '../../../shared/votes-by-choice.ts'
import type { ArticleId, Site } from '../../store/store.ts'
import { admitArticle } from '../admit-article.ts'
import type { Client } from '../client/client.ts'
import type { Rules } from '../rules.ts'

/**
 * Decides how a vote is cast, before anything of it is stored: refused, or with a standing that
 * no reply tells.
 */
export async function judgeVote(
  rules: Rules,
  site: Site,
  article: ArticleId,
  voter: string,
  request: VoteRequest,
  client: Client,
): Promise<Verdict | Problem> {
  const { store, guard, pageTokens, clock } = rules
  const now = clock()
  const token = pageTokens.verify(request.token, article, now)
  if (!token) return { problem: 'token' }

  // A first turn has nothing that stands; looking for it would cost a query.
  const { closed, own, votes, views } = await store.readArticle(
    article,
    request.turn === 1 ? null : voter,
  )
  if (closed) return { problem: 'closed' }
  const refused = await admitArticle(rules, site, article, client, now)
  if (refused) return refused

  const verdict = await guard.judgeVote(
    {
      article,
      voter,
      stands: own !== null,
      choice: request.choice,
      client,
      automated: request.automated === true,
      token,
      measured: { votes: countVotes(votes), views },
    },
    now,
  )
  return 'retryAfter' in verdict ? { problem: 'rate', ...verdict } : verdict
}
