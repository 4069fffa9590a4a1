import { noticesOf } from '../../domain/moderation/notices.ts'
import { adminRoute } from './admin-route.ts'
import * as answers from './answers.ts'

/** What should be looked at, such as a proxy that nobody named. */
export const noticesRoute = adminRoute(
  'GET',
  'notices',
  {
    summary: 'What to look at, and what helps.',
    asks: {},
    answers: answers.notices,
  },
  async (act) => ({
    notices: await noticesOf(act.rules, act),
  }),
)
