import type { Reason } from '../../../shared/standing.ts'
import type { NewStanding, Store } from '../../store/store.ts'
import { hexadecimal } from '../hexadecimal.ts'
import { createKeptVoters, type KeptVoters } from './kept-voters.ts'

/** Votes of one article that are set aside for one reason, first cast on these local days. */
export interface ChosenGroup {
  readonly article: string
  readonly reason: Reason
  readonly from: string
  readonly to: string
}

/** What somebody decides about votes that are set aside, and why. It never goes by their choices. */
export interface DeskDecision {
  readonly site: string
  readonly action: 'release' | 'exclude'
  /** The standing that the votes have now. */
  readonly standing: 'pending' | 'excluded'
  readonly groups: readonly ChosenGroup[]
  /** Votes in the groups, as far as it is known: what the progress is measured by. */
  readonly expected: number
  readonly note: string
  readonly actor: string
}

/** A decision that is being carried out, or was. */
export interface DeskWork extends DeskDecision {
  readonly id: string
  readonly changed: number
  readonly state: 'running' | 'done' | 'failed'
  /** Whether it takes back another one. */
  readonly undoes: boolean
  /** Whether each vote can still be given back the standing that it had. */
  readonly undoable: boolean
}

/** What a desk works with. */
export interface DeskGround {
  readonly store: Store
  readonly random: (bytes: number) => Uint8Array
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly keepGoing: (work: Promise<unknown>) => void
  /** Told why a work stopped. */
  readonly warn: (sentence: string) => void
}

/**
 * Carries decisions out after their request was answered, a thousand votes at a time, and
 * remembers the latest ones until the server stops: how far they are, and which votes they were
 * about, so that exactly these can be given back what they had.
 */
export interface DecisionDesk {
  /** @returns id under which it is found */
  begin(decision: DeskDecision): string
  find(site: string, id: string): DeskWork | undefined
  /** @returns id of the work that takes it back; undefined where that can't be done (any more) */
  undo(site: string, id: string, actor: string): string | undefined
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Kept = Mutable<DeskWork> & { readonly voters: KeptVoters }

/** Works remembered; the oldest that has ended is forgotten first. */
const MOST = 50
const AT_ONCE = 1000

/** @param mostVoters votes remembered of all works together, some 100 bytes each */
export function createDecisionDesk(ground: DeskGround, mostVoters = 200_000): DecisionDesk {
  const works = new Map<string, Kept>()

  function add(decision: DeskDecision, undoes: boolean, given?: KeptVoters): string {
    const id = hexadecimal(ground.random(8))
    const past = [...works.values()].find(({ state }) => state !== 'running')
    if (works.size >= MOST && past) works.delete(past.id)
    const begun = { id, changed: 0, state: 'running', undoes, undoable: !undoes } as const
    const work: Kept = { ...decision, ...begun, voters: createKeptVoters() }
    works.set(id, work)
    const whole = given ? giveBack(ground, work, given) : carryOut(ground, work, shed)
    ground.keepGoing(ended(work, whole))
    return id
  }

  async function ended(work: Kept, whole: Promise<void>): Promise<void> {
    try {
      await whole
      work.state = 'done'
    } catch (reason) {
      work.state = 'failed'
      ground.warn(`A decision about votes of ${work.site} stopped: ${String(reason)}`)
    }
  }

  /** Forgets the votes of the oldest works while there are too many. */
  function shed(): void {
    let total = [...works.values()].reduce((sum, { voters }) => sum + voters.size(), 0)
    for (const work of works.values()) {
      if (total <= mostVoters) return
      total -= work.voters.size()
      work.voters.forget()
      work.undoable = false
    }
  }

  const found = (site: string, id: string) => {
    const work = works.get(id)
    return work?.site === site ? work : undefined
  }

  return {
    begin: (decision) => add(decision, false),
    find: found,
    undo(site, id, actor) {
      const work = found(site, id)
      if (!work?.undoable || work.state === 'running') return undefined
      work.undoable = false
      const { action, standing, groups, changed, note } = work
      return add(
        { site, action, standing, groups, expected: changed, note, actor },
        true,
        work.voters,
      )
    },
  }
}

const DECIDED = {
  release: { standing: 'counted' },
  exclude: { standing: 'excluded', reason: null },
} as const satisfies Record<string, NewStanding>

async function carryOut({ store, clock }: DeskGround, work: Kept, shed: () => void): Promise<void> {
  const { site, standing, action, actor, note } = work
  for (const { article, reason, from, to } of work.groups) {
    const group = { site, standing, article, reason }
    let after = null
    do {
      const page = await store.readVotes(group, { after, most: AT_ONCE })
      const chosen = page.entries.filter(({ day }) => day >= from && day <= to)
      const voters = chosen.map(({ voter }) => voter)
      if (voters.length > 0) {
        const at = Math.floor(clock() / 1000)
        const told = `${note} [${standing}, ${reason}]`
        const audit = { at, actor, action, site, article, note: told }
        work.changed += await store.changeStanding({ ...group, voters }, DECIDED[action], audit)
        if (work.undoable) work.voters.add(article, reason, voters)
        shed()
      }
      after = page.next
    } while (after !== null)
  }
}

/** Gives each vote back what it had, unless somebody has decided otherwise meanwhile. */
async function giveBack({ store, clock }: DeskGround, work: Kept, given: KeptVoters) {
  const { site, actor, note } = work
  const now = work.action === 'release' ? 'counted' : 'excluded'
  for (const { article, reason, voters } of given.list()) {
    const to = { standing: work.standing, reason } as NewStanding
    const at = Math.floor(clock() / 1000)
    const action = work.standing === 'pending' ? 'suspend' : 'exclude'
    const audit = { at, actor, action, site, article, note: `Undone: ${note} [${now}, ${reason}]` }
    work.changed += await store.changeStanding({ site, standing: now, article, voters }, to, audit)
  }
  given.forget()
}
