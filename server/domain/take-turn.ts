import type { Choice } from '../../shared/choice.ts'
import type { Figures } from '../../shared/figures.ts'
import type { Problem } from '../../shared/problem.ts'
import type { VoteRequest, WithdrawalRequest } from '../../shared/reader-request.ts'
import { COUNTED } from '../../shared/standing.ts'
import type { Client } from './client.ts'
import { figuresFor } from './figures.ts'
import { localDay } from './local-day.ts'
import type { Rules } from './rules.ts'
import type { ListedSite } from './site-directory.ts'

const HOUR = 60 * 60 * 1000

/** Casts a ballot's vote, or changes it; answers once the vote is on disk. */
export async function castVote(
  rules: Rules,
  listed: ListedSite,
  request: VoteRequest,
  _client: Client,
): Promise<Figures | Problem> {
  const key = rules.keyOf(listed, request.article)
  if (key === null) return { problem: 'article' }
  const article = { site: listed.site.key, key }
  if (!rules.pageTokens.verify(request.token, article, rules.clock())) return { problem: 'token' }
  return takeTurn(rules, listed, key, request, request.choice)
}

/** Takes a ballot's vote back; the answer is the same for a ballot that never voted. */
export async function withdrawVote(
  rules: Rules,
  listed: ListedSite,
  request: WithdrawalRequest,
): Promise<Figures | Problem> {
  const key = rules.keyOf(listed, request.article)
  if (key === null) return { problem: 'article' }
  return takeTurn(rules, listed, key, request, null)
}

async function takeTurn(
  rules: Rules,
  { site }: ListedSite,
  key: string,
  { ballot, turn }: WithdrawalRequest,
  choice: Choice | null,
): Promise<Figures | Problem> {
  const article = { site: site.key, key }
  const now = rules.clock()
  const state = await rules.store.takeTurn({
    article,
    voter: rules.voterOf(article, ballot),
    turn,
    choice,
    day: localDay(site.timeZone, now),
    hour: Math.floor(now / HOUR),
    verdict: COUNTED,
  })
  return state.closed ? { problem: 'closed' } : figuresFor(key, state, site.settings)
}
