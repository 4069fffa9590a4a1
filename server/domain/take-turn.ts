import type { Choice } from '../../shared/choice.ts'
import type { Figures } from '../../shared/figures.ts'
import { isProblem, type Problem } from '../../shared/problem.ts'
import type { VoteRequest, WithdrawalRequest } from '../../shared/reader-request.ts'
import { COUNTED, type Verdict } from '../../shared/standing.ts'
import type { Turn } from '../store/store.ts'
import type { Client } from './client/client.ts'
import { figuresFor } from './figures.ts'
import { judgeVote } from './guard/judge-vote.ts'
import { localDay } from './local-day.ts'
import type { Rules } from './rules.ts'
import type { ListedSite } from './site/site-directory.ts'

const HOUR = 60 * 60 * 1000

/**
 * Casts a ballot's vote, or changes it; answers once the vote is on disk. However it was judged,
 * the answer is the same.
 */
export async function castVote(
  rules: Rules,
  listed: ListedSite,
  request: VoteRequest,
  client: Client,
): Promise<Figures | Problem> {
  const key = rules.keyOf(listed, request.article)
  if (key === null) return { problem: 'article' }
  const article = { site: listed.site.key, key }
  const voter = rules.voterOf(article, request.ballot)
  const verdict = await judgeVote(rules, listed.site, article, voter, request, client)
  if (isProblem(verdict)) return verdict
  return takeTurn(rules, listed, { article, voter, turn: request.turn }, request.choice, verdict)
}

/**
 * Takes a ballot's vote back; the answer is the same for a ballot that never voted. That one leaves a
 * row for 48 hours all the same, or its vote would be counted that is still on its way; so who
 * didn't vote may withdraw no more often than vote.
 */
export async function withdrawVote(
  rules: Rules,
  listed: ListedSite,
  request: WithdrawalRequest,
  client: Client,
): Promise<Figures | Problem> {
  const key = rules.keyOf(listed, request.article)
  if (key === null) return { problem: 'article' }
  const article = { site: listed.site.key, key }
  const voter = rules.voterOf(article, request.ballot)
  const refusal = await rules.guard.admitWithdrawal(voter, client, rules.clock())
  if (refusal) return { problem: 'rate', ...refusal }
  return takeTurn(rules, listed, { article, voter, turn: request.turn }, null, COUNTED)
}

async function takeTurn(
  rules: Rules,
  { site }: ListedSite,
  ballot: Pick<Turn, 'article' | 'voter' | 'turn'>,
  choice: Choice | null,
  verdict: Verdict,
): Promise<Figures | Problem> {
  const now = rules.clock()
  const state = await rules.store.takeTurn({
    ...ballot,
    choice,
    day: localDay(site.timeZone, now),
    hour: Math.floor(now / HOUR),
    verdict,
  })
  if (state.closed) return { problem: 'closed' }
  return figuresFor(ballot.article.key, state, site.settings)
}
