import type { ArticleDay } from '../../store/store.ts'
import type { Period } from './period.ts'
import { NOTHING } from './pool-sums.ts'
import type { Series } from './series.ts'
import { seriesOf } from './series-of.ts'
import { seriesSteps } from './series-steps.ts'

/**
 * What one article gathered, in the steps that a site's period is drawn in.
 * @param days of the period, as far as there is anything
 * @param today YYYY-MM-DD, where the site is
 */
export function articleSeries(days: readonly ArticleDay[], period: Period, today: string): Series {
  const pools = new Map(
    days.map(({ day, views, votes }) => [day, { ...NOTHING, views, votes }] as const),
  )
  // A day without a view is nothing strange for one article, as it is for a site.
  return seriesOf(seriesSteps(period), pools, today).map((step) =>
    step.state === 'outage' ? { ...step, state: 'measured' } : step,
  )
}
