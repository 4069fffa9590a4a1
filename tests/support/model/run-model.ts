import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { createSharedStore } from '../../../server/store/shared-store.ts'
import { openMigrated } from '../opened-database.ts'
import { ACTS, type Course, type Done } from './acts.ts'
import { ModelServer } from './model-server.ts'
import { OPERATIONS, type Operation } from './operations.ts'
import { Readers } from './readers.ts'
import { VoteBook } from './vote-book.ts'

export interface ModelOptions {
  readonly seed: number
  /** Courses of events, each on a server of its own. */
  readonly runs: number
  /** Most operations in one of them. */
  readonly length: number
  /** As a failure names them: straight to the failing course, and to what is left of it. */
  readonly path?: string
  readonly replayPath?: string
  /** No course begins after so many milliseconds: what was held until then counts. */
  readonly limit?: number
  /** Looks for a shorter course that fails too, which takes its time. */
  readonly shrink?: boolean
}

/**
 * Lets all kinds of things happen to a real server in any order, and holds its database against
 * the model after each of them.
 * @throws Error with the shortest course that fails, and what replays it
 */
export async function runModel(options: ModelOptions): Promise<void> {
  const { seed, runs, length, path, replayPath, shrink = false, limit } = options
  const folder = mkdtempSync(join(tmpdir(), 'tanggapan-model-'))
  const template = join(folder, 'template.db')
  await makeTemplate(template)
  const commands = fc.commands(
    OPERATIONS.flatMap(({ weight, arbitrary }) =>
      Array<fc.Arbitrary<Happening>>(weight).fill(arbitrary.map((one) => new Happening(one))),
    ),
    { maxCommands: length, size: 'max', ...(replayPath === undefined ? {} : { replayPath }) },
  )
  try {
    await fc.assert(
      fc.asyncProperty(commands, async (course) => {
        const server = await ModelServer.open(mkdtempSync(join(folder, 'course-')), template)
        const model = { book: new VoteBook(), readers: new Readers() }
        try {
          await fc.asyncModelRun(() => ({ model, real: server }), course)
        } finally {
          await server.end()
        }
      }),
      {
        seed,
        numRuns: runs,
        endOnFailure: !shrink,
        ...(limit === undefined ? {} : { interruptAfterTimeLimit: limit }),
        ...(path === undefined ? {} : { path }),
      },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One operation, after which everything has to be right. */
class Happening implements fc.AsyncCommand<Course, ModelServer> {
  readonly #operation: Operation

  constructor(operation: Operation) {
    this.#operation = operation
  }

  check(): boolean {
    return true
  }

  async run(course: Course, server: ModelServer): Promise<void> {
    const act = ACTS[this.#operation.kind] as (
      operation: Operation,
      server: ModelServer,
      course: Course,
    ) => Promise<Done>
    const { sent, leave, faults = [] } = await act(this.#operation, server, course)
    const all = [...faults, ...course.book.faults(sent, await server.state(), leave)]
    if (all.length > 0) throw new Error(all.join('\n'))
  }

  toString(): string {
    return JSON.stringify(this.#operation)
  }
}

async function makeTemplate(file: string): Promise<void> {
  const database = await openMigrated(`file:${file}`)
  const store = createSharedStore(database)
  await store.addSite({
    ...{ key: 'desa', name: 'Desa', timeZone: 'Asia/Jakarta', settings: {} },
    ...{ loopback: false, intranet: false, addedAt: 0 },
    origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
  })
  await store.close()
}
