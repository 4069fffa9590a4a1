import { noticesOf } from '../../domain/moderation/notices.ts'
import { adminRoute } from './admin-route.ts'

/** What should be looked at, such as a proxy that nobody named. */
export const noticesRoute = adminRoute('GET', 'notices', {}, async (act) => ({
  notices: await noticesOf(act.rules, act),
}))
