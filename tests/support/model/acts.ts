import { releaseVotes } from '../../../server/domain/burst/review-votes.ts'
import { runMaintenance } from '../../../server/domain/maintenance.ts'
import { signingOf } from '../../../server/entry/signing.ts'
import { SEALED_AFTER_DAYS } from '../../../shared/sealing.ts'
import { TESTS_SECRET } from '../opened-routes.ts'
import type { Meant, ModelServer } from './model-server.ts'
import type { Act, Operation } from './operations.ts'
import type { Readers } from './readers.ts'
import type { Row, StoredState } from './stored-state.ts'
import type { Leave, Sent, VoteBook } from './vote-book.ts'

/** What the operations of a run work on. */
export interface Course {
  readonly book: VoteBook
  readonly readers: Readers
}

/** What an operation did, to be held against the database. */
export interface Done {
  readonly sent: readonly Sent[]
  readonly leave?: Leave
  /** Whatever else is wrong. */
  readonly faults?: readonly string[]
}

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>
type Acts = {
  readonly [Kind in Operation['kind']]: (
    operation: Of<Kind>,
    server: ModelServer,
    course: Course,
  ) => Promise<Done>
}

const NOTHING: Done = { sent: [] }
const HOUR = 3_600_000
const DAY = 24 * HOUR
const TOKEN_LIFE = 2 * HOUR
const MAINTENANCE = {
  ...signingOf(TESTS_SECRET),
  rest: () => Promise.resolve(),
  stopping: new AbortController().signal,
  mostSteps: Number.MAX_SAFE_INTEGER,
}

/** At once, as far as one process can. */
async function together(server: ModelServer, turns: readonly Meant[]): Promise<Done> {
  return { sent: await Promise.all(turns.map((turn) => server.turn(turn))) }
}

async function inTurn(server: ModelServer, turns: readonly Meant[]): Promise<Done> {
  const sent: Sent[] = []
  for (const turn of turns) sent.push(await server.turn(turn))
  return { sent }
}

async function nextOf(acts: readonly Act[], server: ModelServer, { readers }: Course) {
  return together(server, await readers.next(server, acts))
}

/** What every operation does to the server. */
export const ACTS: Acts = {
  async view({ article }, server) {
    await server.token(article, 'a viewer')
    return NOTHING
  },

  next: (act, server, course) => nextOf([act], server, course),

  async again(act, server, { readers }) {
    const latest = readers.earlier(act, 1)
    if (!latest) return NOTHING
    const again = await readers.withToken(server, { ...latest, choice: act.choice })
    readers.note(again)
    return together(server, [again])
  },

  async tabs({ other, same, ...act }, server, { readers }) {
    const [mine] = await readers.next(server, [act])
    if (!mine) return NOTHING
    if (!same)
      return together(server, [mine, ...(await readers.next(server, [{ ...act, choice: other }]))])
    const theirs = await readers.withToken(server, { ...mine, choice: other })
    readers.note(theirs)
    return together(server, [mine, theirs])
  },

  async replay({ choices, order, ...act }, server, { readers }) {
    const kept = await readers.next(
      server,
      choices.map((choice) => ({ ...act, choice })),
    )
    return inTurn(
      server,
      order.flatMap((place) => kept[place] ?? []),
    )
  },

  async late({ back, ...act }, server, { readers }) {
    const earlier = readers.earlier(act, back)
    return earlier ? together(server, [await readers.withToken(server, earlier)]) : NOTHING
  },

  async stale({ token, ...act }, server, { readers }) {
    const [meant] = await readers.next(server, [act])
    if (!meant) return NOTHING
    if (token === 'expired') server.pass(TOKEN_LIFE)
    if (token === 'early') server.pass(-TOKEN_LIFE)
    const forged = token === 'forged' ? { token: `${meant.token?.slice(0, -1)}x` } : {}
    const { sent } = await together(server, [{ ...meant, ...forged }])
    const faults = sent.some(({ answer }) => answer !== 'refused')
      ? [`${token} token was taken`]
      : []
    return { sent, faults }
  },

  async hasty(act, server, { readers, book }) {
    // What was sent before has a verdict already, whether or not the disk took it.
    const isFirst = readers.earlier(act, 1) === undefined
    const [meant] = await readers.next(server, [act])
    if (!meant) return NOTHING
    const token = await server.token(act.article, `reader ${act.ballot}`, 0)
    const done = await together(server, [{ ...meant, token }])
    const id = server.idOf(act.article, act.ballot)
    const { rows } = await server.state()
    const isNew = !book.rows.has(id) && rows.has(id)
    const counted = isFirst && isNew && rows.get(id)?.standing !== 'pending'
    return {
      ...done,
      faults: counted ? [`${id}: voted faster than a person, and is not pending`] : [],
    }
  },

  async pass({ by }, server) {
    server.pass(by)
    return NOTHING
  },

  async close({ article, closed }, server) {
    await server.close(article, closed)
    return NOTHING
  },

  async judge({ article, from, to }, server, { book }) {
    const key = server.keyOf(article)
    const chosen = [...book.rows].filter(([id, row]) => {
      return id.startsWith(`${key} `) && row.standing === from
    })
    const votes = { site: 'desa', standing: from, article: key }
    const audit = { ...{ at: 0, actor: 'operator', action: 'judge' }, site: 'desa', article: key }
    await server.store.changeStanding(votes, to, { ...audit, note: 'a test' })
    const { rows } = await server.state()
    const wrong = chosen.filter(([id]) => rows.get(id)?.standing !== to.standing)
    const faults = wrong.map(([id]) => `${id}: is not ${to.standing} after it was made so`)
    const ids = new Set(chosen.map(([id]) => id))
    return { sent: [], leave: { judging: (id) => ids.has(id) }, faults }
  },

  async fault({ fate, acts }, server, { readers }) {
    const turns = await readers.next(server, acts)
    server.database.meet({ kind: fate })
    const done = await together(server, turns)
    server.database.meet({ kind: 'kept' })
    return done
  },

  async crash({ answered, done: lastIsDone, acts }, server, { readers }) {
    const turns = await readers.next(server, acts)
    server.database.meet({ kind: 'dying', answered, lastIsDone })
    const done = await together(server, turns)
    await server.revive()
    return { ...done, faults: server.viewFaults(await server.state(), true) }
  },

  async restart(_, server) {
    await server.restart()
    return { sent: [], faults: server.viewFaults(await server.state(), false) }
  },

  async look({ after }, server) {
    server.pass(after)
    await releaseVotes(server.store, server.guard, server.now)
    return { sent: [], leave: { judging: (_, { standing }) => standing === 'pending' } }
  },

  async forget({ after }, server) {
    server.pass(after)
    // What can't be undone waits for a second run that agrees on the time.
    const begun = server.now
    for (let run = 0; run < 2; run++) {
      if (run > 0) server.pass(HOUR)
      await runMaintenance({ ...MAINTENANCE, store: server.store }, server.now)
    }
    const isFinal = ({ day }: Row) => Date.parse(day) < server.now - SEALED_AFTER_DAYS * DAY
    const isOver = ({ choice, standing, hour }: Row) =>
      choice === null && standing === 'counted' && (hour ?? 0) * HOUR < server.now - 48 * HOUR
    const { rows } = await server.state()
    const late = [...rows].filter(([, { day, hour }]) => {
      return (
        Date.parse(day) < begun - (SEALED_AFTER_DAYS + 3) * DAY ||
        (hour !== null && (hour + 1) * HOUR < begun - 48 * HOUR)
      )
    })
    return {
      sent: [],
      leave: {
        forgetting: (row) => isFinal(row) || isOver(row),
        judging: (_, row) => row.standing === 'pending' && isFinal(row),
      },
      faults: late.map(([id]) => `${id}: is remembered for too long`),
    }
  },

  async restore({ during, after }, server, course) {
    const faults: string[] = []
    const hold = async ({ sent }: Done) => {
      faults.push(...course.book.faults(sent, await server.state()))
    }
    let then: StoredState | undefined
    const copy = await server.copyDuring(async () => {
      then = await server.state()
      await hold(await nextOf(during, server, course))
    })
    await hold(await nextOf(after, server, course))
    await server.restore(copy)
    const now = await server.state()
    if (then && !same(then, now)) faults.push('what was restored is not what was backed up')
    course.book.adopt(now)
    server.views = { sent: 0, answered: 0, before: now.views }
    return { sent: [], faults }
  },
}

function same(a: StoredState, b: StoredState): boolean {
  const plain = ({ rows, audited, views }: StoredState) =>
    JSON.stringify([[...rows].sort(), [...audited], views])
  return plain(a) === plain(b)
}
