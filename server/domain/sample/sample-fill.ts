import { CHOICES } from '../../../shared/choice.ts'
import { SEALED_AFTER_DAYS } from '../../../shared/sealing.ts'
import { dayBefore } from '../day-before.ts'
import type { Draw } from './draw.ts'
import type { SampleDay } from './sample-days.ts'

/** Sinks for what an article of the sample gathers. */
export interface SampleSink {
  sealed(article: number, day: SampleDay): void
  views(article: number, day: SampleDay): void
  vote(article: number, vote: SampleVoteDrawn): void
}

export interface SampleVoteDrawn {
  /** 32 hexadecimal digits. */
  readonly voter: string
  readonly choice: string
  readonly day: string
  readonly standing: 'counted' | 'pending' | 'excluded'
  readonly reason: string | null
}

const EXCLUDED = 0.01
const PENDING = 0.02
/** Later than this many days ago there are votes that nobody decided about yet. */
const UNDECIDED = 14

/** Pours an article's days out: sealed ones as sums, later ones vote by vote. */
export function pourDays(
  draw: Draw,
  article: number,
  days: readonly SampleDay[],
  today: string,
  sink: SampleSink,
): void {
  const sealedThrough = dayBefore(today, SEALED_AFTER_DAYS + 1)
  const undecided = dayBefore(today, UNDECIDED)
  for (const day of days) {
    if (day.day <= sealedThrough) {
      sink.sealed(article, day)
      continue
    }
    if (day.views > 0) sink.views(article, day)
    for (const [place, choice] of CHOICES.entries()) {
      for (let n = day.votes[place] ?? 0; n > 0; n--) {
        const verdict = verdictOf(draw, day.day > undecided)
        sink.vote(article, { voter: draw.digits(32), choice, day: day.day, ...verdict })
      }
    }
  }
}

function verdictOf(draw: Draw, isLate: boolean): Pick<SampleVoteDrawn, 'standing' | 'reason'> {
  const point = draw.number()
  if (point < EXCLUDED) return { standing: 'excluded', reason: 'burst' }
  if (isLate && point < EXCLUDED + PENDING) return { standing: 'pending', reason: 'network' }
  return { standing: 'counted', reason: null }
}
