import { summarise } from '../../domain/moderation/admin-summary.ts'
import { adminRoute } from './admin-route.ts'

/** What came today and in seven days, and what of it counts. */
export const summaryRoute = adminRoute('GET', 'summary', {}, ({ rules, listed }) =>
  summarise(rules, listed),
)
