import { aligned, percent } from './aligned.ts'
import type { Outcome } from './run-scenario.ts'
import { verdictOf } from './verdict.ts'

type Row = readonly string[]

const HEADINGS: Row = [
  '',
  'attack votes',
  'counted a day',
  'pending in 60 s',
  'index moved, most',
  'at the end',
  'honest votes',
  'pending after 30 min',
  'refused',
  '',
]

/** The outcomes for a terminal, one a line. */
export function table(outcomes: readonly Outcome[]): string {
  return aligned([HEADINGS, ...outcomes.map(rowOf)])
}

function rowOf(outcome: Outcome): Row {
  const { name, attack, soon, moved, honest } = outcome
  const attacked = attack.sent > 0
  return [
    name,
    attacked ? String(attack.sent) : '–',
    attacked ? String(attack.mostADay) : '–',
    soon === null ? '–' : percent(soon, 1),
    moved.most.toFixed(2),
    moved.last.toFixed(2),
    String(honest.sent),
    `${honest.aside} (${percent(honest.aside / Math.max(1, honest.sent), 2)})`,
    `${honest.refused} of ${honest.requests}`,
    verdictOf(outcome),
  ]
}
