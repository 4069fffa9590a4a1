import {
  COUNTED,
  PENDING_REASONS,
  type PendingReason,
  type Verdict,
} from '../../../shared/standing.ts'
import { createKeyedTable } from './keyed-table.ts'

const LIFE = 48 * 60 * 60 * 1000

/** Verdicts given lately: a change, a retry or a copy of a vote is judged as it was first. */
export interface JudgedVoters {
  find(voter: number, now: number): Verdict | null
  keep(voter: number, reason: PendingReason | null, now: number): void
  forget(now: number): void
  size(): number
}

const PENDING = PENDING_REASONS.map((reason): Verdict => ({ standing: 'pending', reason }))

/** The verdict that a suspicion comes to. */
export function verdictOf(reason: PendingReason | null): Verdict {
  return reason === null ? COUNTED : (PENDING[PENDING_REASONS.indexOf(reason)] as Verdict)
}

export function createJudgedVoters(most: number): JudgedVoters {
  /** Place of the reason in the list, from 1; 0 for none. */
  const reasons = new Uint8Array(most)
  const voters = createKeyedTable({ most, life: LIFE, columns: [reasons] })

  return {
    find(voter, now) {
      const row = voters.find(voter, now)
      if (row < 0) return null
      voters.touch(row, now)
      return verdictOf(PENDING_REASONS[(reasons[row] as number) - 1] ?? null)
    },
    keep(voter, reason, now) {
      const row = voters.add(voter, now)
      reasons[row] = reason === null ? 0 : PENDING_REASONS.indexOf(reason) + 1
    },
    forget: (now) => voters.forget(now),
    size: () => voters.size(),
  }
}
