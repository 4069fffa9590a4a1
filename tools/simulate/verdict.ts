import type { Kind, Outcome } from './run-scenario.ts'

/** What a figure has to be. */
interface Target {
  readonly words: string
  holds(outcome: Outcome): boolean
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

const mostADay = (most: number): Target => ({
  words: `at most ${most} counted per article and day`,
  holds: ({ attack }) => attack.mostADay <= most,
})

const honest = (most: number): readonly Target[] => [
  {
    words: `honest votes still pending after half an hour at most ${most * 100} %`,
    holds: ({ honest }) => share(honest.aside, honest.sent) <= most,
  },
  {
    words: 'honest requests refused at most 0.1 %',
    holds: ({ honest }) => share(honest.refused, honest.requests) <= 0.001,
  },
]

const SOON: Target = {
  words: 'at least 95 % pending within a minute',
  holds: ({ soon }) => (soon ?? 0) >= 0.95,
}

const TARGETS: Readonly<Record<Kind, readonly Target[]>> = {
  honest: honest(0.005),
  class: [
    {
      words: 'fifty votes of a network count within half an hour',
      holds: ({ honest }) => honest.sent - honest.aside >= 50,
    },
  ],
  surge: honest(0.05),
  naive: [mostADay(5)],
  informed: [mostADay(50)],
  burst: [
    SOON,
    { words: 'the index moves less than a point, ever', holds: ({ moved }) => moved.most < 1 },
  ],
  // It may move more until the burst is seen: what that comes to is told.
  faked: [SOON, { words: 'the index ends within a point', holds: ({ moved }) => moved.last < 1 }],
  told: [],
  proxy: [
    { words: 'no honest vote excluded', holds: ({ honest }) => honest.excluded === 0 },
    { words: 'the operator is told why', holds: ({ warnings }) => warnings.length > 0 },
  ],
}

/** The targets that an outcome misses, in words; none where all hold. */
export function missedBy(outcome: Outcome): readonly string[] {
  return TARGETS[outcome.kind].filter((target) => !target.holds(outcome)).map(({ words }) => words)
}

/** What an outcome comes to, in words: which targets hold, or which it misses. */
export function verdictOf(outcome: Outcome): string {
  const missed = missedBy(outcome)
  if (missed.length > 0) return `MISSES: ${missed.join('; ')}`
  if (outcome.kind === 'told') return 'no target: told'
  return `holds: ${TARGETS[outcome.kind].map(({ words }) => words).join('; ')}`
}
