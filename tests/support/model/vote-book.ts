import type { Choice } from '../../../shared/choice.ts'
import type { Row, StoredState } from './stored-state.ts'

/** What became of a turn that was sent, as its sender knows. */
export type Answer = 'taken' | 'refused' | 'unknown'

/** A turn that was sent in the step under way. */
export interface Sent {
  /** `article voter`. */
  readonly id: string
  readonly turn: number
  readonly choice: Choice | null
  readonly answer: Answer
  /** The own vote that the answer spoke of. */
  readonly told?: Choice | null
}

/** What else a step may do to votes beside the turns that it sends. */
export interface Leave {
  /** Standings may change of the votes for which this holds, each with an audit line. */
  readonly judging?: (id: string, row: Row) => boolean
  /** Rows may go for which this holds. */
  readonly forgetting?: (row: Row) => boolean
}

/** What is stored, and what may be: the rules of voting in the plainest form. */
export class VoteBook {
  #before: StoredState = { rows: new Map(), audited: new Map(), views: 0, amiss: [] }
  get rows(): ReadonlyMap<string, Row> {
    return this.#before.rows
  }

  /** What is wrong with the database after a step; takes it over as the state before the next. */
  faults(sent: readonly Sent[], after: StoredState, leave: Leave = {}): string[] {
    const before = this.#before
    const faults = after.amiss.map((row) => `sums amiss: ${row}`)
    const ids = new Set([...before.rows.keys(), ...after.rows.keys(), ...sent.map(({ id }) => id)])
    let judged = 0
    for (const id of ids) {
      const [old, now] = [before.rows.get(id), after.rows.get(id)]
      const fault = turnFault(
        sent.filter((turn) => turn.id === id),
        old,
        now,
        leave,
      )
      if (fault) faults.push(`${id}: ${fault}`)
      if (!old || !now) continue
      if (old.day !== now.day) faults.push(`${id}: moved from ${old.day} to ${now.day}`)
      if (old.standing === now.standing && old.reason === now.reason) continue
      judged += 1
      // A vote after a counted one's withdrawal is judged as a first one is, and that is audited.
      const withdrawn = sent.some((turn) => turn.id === id && turn.choice === null)
      const anew =
        (old.choice === null || withdrawn) && old.standing === 'counted' && now.turn > old.turn
      if (!anew && !leave.judging?.(id, old)) faults.push(`${id}: changed its standing by itself`)
    }
    faults.push(...auditFaults(before, after, judged), ...toldFaults(sent, after))
    this.#before = after
    return faults
  }

  /** Goes on from another state, such as a backup's. */
  adopt(state: StoredState): void {
    this.#before = state
  }
}

/** acknowledged ⊆ stored ⊆ sent: what a ballot's row may be after some turns, in any order. */
function turnFault(
  sent: readonly Sent[],
  old: Row | undefined,
  now: Row | undefined,
  { forgetting = () => false }: Leave,
): string | undefined {
  const from = old?.turn ?? 0
  const newer = sent.filter(({ turn, answer }) => turn > from && answer !== 'refused')
  const taken = newer.filter(({ answer }) => answer === 'taken').map(({ turn }) => turn)
  const least = Math.max(from, ...taken)
  if (!now) {
    if (old && forgetting(old)) return undefined
    // A withdrawal at an article that doesn't exist is answered, and makes nothing.
    const cast = newer.some(({ answer, choice }) => answer === 'taken' && choice !== null)
    return old || cast ? 'is gone' : undefined
  }
  if (now.turn < least) return `turn ${least} was answered, turn ${now.turn} is stored`
  if (old && now.turn === from) {
    return now.choice === old.choice ? undefined : `turn ${from} changed to ${now.choice}`
  }
  const meant = newer.some(({ turn, choice }) => turn === now.turn && choice === now.choice)
  return meant ? undefined : `turn ${now.turn} with ${now.choice} was never sent, or refused`
}

function auditFaults(before: StoredState, after: StoredState, judged: number): string[] {
  let lines = 0
  for (const [id, votes] of after.audited) if (!before.audited.has(id)) lines += votes
  return judged > lines
    ? [`${judged} votes changed their standing, the audit log has ${lines}`]
    : []
}

/** A turn that was alone is answered with what is stored. */
function toldFaults(sent: readonly Sent[], after: StoredState): string[] {
  const [one] = sent
  if (sent.length !== 1 || one?.answer !== 'taken') return []
  const stored = after.rows.get(one.id)?.choice ?? null
  return one.told === stored
    ? []
    : [`${one.id}: was answered with ${one.told}, stored is ${stored}`]
}
