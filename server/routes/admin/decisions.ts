import * as z from 'zod'
import { isProblem } from '../../../shared/problem.ts'
import { decide } from '../../domain/moderation/decide.ts'
import { adminRoute } from './admin-route.ts'
import * as answers from './answers.ts'
import { article, day, note, reason } from './fields.ts'
import { progress } from './progress.ts'

/** Most single votes of one decision. */
const MOST_NAMED = 1000

const CHOSEN = {
  article: article.optional(),
  reason: reason.optional(),
  from: day.optional(),
  to: day.optional(),
  votes: z
    .array(z.string().regex(/^[0-9a-f]{32}$/))
    .min(1)
    .max(MOST_NAMED)
    .optional(),
  note,
}

/** Has votes counted that were pending, or excluded. */
export const releasesRoute = adminRoute(
  'POST',
  'releases',
  {
    summary: 'Has votes counted that were pending, or excluded.',
    asks: { standing: z.enum(['pending', 'excluded']).default('pending'), ...CHOSEN },
    answers: answers.decision,
    inLines: true,
  },
  ({ rules, listed, actor, onFault }, asked) => {
    const decided = decide(rules, listed, 'release', asked, actor)
    return isProblem(decided) ? decided : progress(decided, rules.keepGoing, onFault)
  },
)

/** Takes votes out that were pending, or of one article those that were counted. */
export const exclusionsRoute = adminRoute(
  'POST',
  'exclusions',
  {
    summary: 'Takes votes out that were pending, or of one article those that were counted.',
    asks: { standing: z.enum(['pending', 'counted']).default('pending'), ...CHOSEN },
    answers: answers.decision,
    inLines: true,
  },
  ({ rules, listed, actor, onFault }, asked) => {
    const decided = decide(rules, listed, 'exclude', asked, actor)
    return isProblem(decided) ? decided : progress(decided, rules.keepGoing, onFault)
  },
)
