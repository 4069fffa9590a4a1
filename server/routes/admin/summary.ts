import { summarise } from '../../domain/moderation/admin-summary.ts'
import { adminRoute } from './admin-route.ts'
import * as answers from './answers.ts'

/** What came today and in seven days, and what of it counts. */
export const summaryRoute = adminRoute(
  'GET',
  'summary',
  {
    summary: 'Votes by standing and reason, views counted and dropped, today and in seven days.',
    asks: {},
    answers: answers.summary,
  },
  ({ rules, listed }) => summarise(rules, listed),
)
