import * as z from 'zod'
import { STANDINGS } from '../../../shared/standing.ts'
import { instantText } from '../../domain/instant.ts'
import type { Position, VoteFilter } from '../../store/store.ts'
import { adminRoute } from './admin-route.ts'
import * as answers from './answers.ts'
import { cursorOf, positionFrom, WRONG_CURSOR } from './cursor.ts'
import { article, day, page, reason } from './fields.ts'

/** In seconds. */
const HOUR = 3600

/** Single votes, without their choices and under names that stand for nothing outside the site. */
export const votesRoute = adminRoute(
  'GET',
  'votes',
  {
    summary: 'Single votes under names that mean nothing elsewhere; counted ones of one article.',
    asks: {
      standing: z.enum(STANDINGS).default('pending'),
      reason: reason.optional(),
      article: article.optional(),
      day: day.optional(),
      ...page,
    },
    answers: answers.votes,
  },
  async ({ rules, listed }, { limit, cursor, standing, ...asked }) => {
    const site = listed.site.key
    const key = asked.article === undefined ? undefined : rules.keyOf(listed, asked.article)
    if (key === null) return { problem: 'article' }
    const filter = filterOf(standing, { ...asked, site }, key)
    if (!filter) return { problem: 'article', detail: 'Counted votes need their article.' }
    const after = positionFrom(cursor, standing === 'counted' ? ['vote'] : SET_ASIDE)
    if (after === undefined) return WRONG_CURSOR

    const { nameOf, voterOf } = rules.voteNames
    const renamed = (position: Position | null, rename: (vote: string) => string) =>
      position && [...position.slice(0, -1), rename(String(position.at(-1)))]
    const start = renamed(after, (name) => voterOf(site, name))
    const { entries, next } = await rules.store.readVotes(filter, { after: start, most: limit })
    return {
      votes: entries.map(({ voter, hour, ...vote }) => ({
        ...vote,
        vote: nameOf(site, voter),
        hour: hour === null ? null : instantText(hour * HOUR),
      })),
      next: cursorOf(renamed(next, (voter) => nameOf(site, voter))),
    }
  },
)

const SET_ASIDE = ['number', 'standing', 'reason', 'day', 'vote'] as const

function filterOf(
  standing: VoteFilter['standing'],
  asked: Omit<VoteFilter, 'standing' | 'article'>,
  article: string | undefined,
): VoteFilter | undefined {
  if (standing !== 'counted') return { ...asked, standing, article }
  return article === undefined ? undefined : { ...asked, standing, article }
}
