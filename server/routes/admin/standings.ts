import * as z from 'zod'
import { adminRoute } from './admin-route.ts'
import * as answers from './answers.ts'
import { cursorOf, positionFrom, WRONG_CURSOR } from './cursor.ts'
import { article, day, page, reason } from './fields.ts'

/** Votes that are not counted, as groups of one article, day and reason. */
export const standingsRoute = adminRoute(
  'GET',
  'standings',
  {
    summary: 'Votes that are not counted by article, day and reason, the latest days first.',
    asks: {
      standing: z.enum(['pending', 'excluded']).optional(),
      reason: reason.optional(),
      article: article.optional(),
      from: day.optional(),
      to: day.optional(),
      ...page,
    },
    answers: answers.standings,
  },
  async ({ rules, listed }, { limit, cursor, ...asked }) => {
    const key = asked.article === undefined ? undefined : rules.keyOf(listed, asked.article)
    if (key === null) return { problem: 'article' }
    const after = positionFrom(cursor, ['day', 'number', 'standing', 'reason'])
    if (after === undefined) return WRONG_CURSOR
    const filter = { ...asked, site: listed.site.key, article: key }
    const { entries, next } = await rules.store.readStandings(filter, { after, most: limit })
    return { standings: entries, next: cursorOf(next) }
  },
)
