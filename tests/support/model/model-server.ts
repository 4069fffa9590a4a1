import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createVoterOf } from '../../../server/domain/voter.ts'
import { nodeMac } from '../../../server/entry/node-mac.ts'
import { NODE_SCHEDULER } from '../../../server/entry/node-scheduler.ts'
import type { ThreadedDatabase } from '../../../server/entry/threaded-database.ts'
import { createSideBySide } from '../../../server/guards/side-by-side.ts'
import { createExclusiveStore } from '../../../server/store/exclusive-store.ts'
import type { Choice } from '../../../shared/choice.ts'
import type { Figures, ViewReply } from '../../../shared/figures.ts'
import { VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH } from '../../../shared/paths.ts'
import { openDatabase } from '../opened-database.ts'
import { openRoutes, TESTS_SECRET } from '../opened-routes.ts'
import { writeRequest } from '../write-request.ts'
import { type DoomedDatabase, doomed } from './doomed-database.ts'
import { readState, type StoredState } from './stored-state.ts'
import type { Answer, Sent } from './vote-book.ts'

const SITE = 'desa'
/** A page token is sent no sooner than a person votes, in milliseconds. */
const RIPE = 2500

/** A turn that somebody means to send. */
export interface Meant {
  readonly article: number
  readonly ballot: number
  readonly turn: number
  readonly choice: Choice | null
  /** Instead of the page token that the reader has. */
  readonly token?: string
}

/** The real app on a real file, with a clock and a database that go as they are told. */
export class ModelServer {
  readonly #folder: string
  readonly #voterOf = createVoterOf(nodeMac, TESTS_SECRET)
  #files = 0
  #file = ''
  #database!: ThreadedDatabase
  #doomed!: DoomedDatabase
  #routes!: ReturnType<typeof openRoutes>
  now = Date.UTC(2026, 2, 1, 5)
  /** Views sent since the last look at all of them, and those that were answered. */
  views = { sent: 0, answered: 0, before: 0 }

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** @param template a database with every table and the site `desa` */
  static async open(folder: string, template: string): Promise<ModelServer> {
    const server = new ModelServer(folder)
    await server.#openCopy(template)
    return server
  }

  get database(): DoomedDatabase {
    return this.#doomed
  }

  get guard() {
    return this.#routes.guard
  }

  get store() {
    return this.#routes.store
  }

  pass(milliseconds: number): void {
    this.now += milliseconds
    this.#routes.clock.now = this.now
  }

  state(): Promise<StoredState> {
    return readState(this.#query)
  }

  /** What a reader would see after everything: no fault is under way. */
  readonly #query = (sql: string) => this.#database.read({ sql })

  /** A page token as old as a person's unless told otherwise; empty where none is to be had. */
  async token(article: number, reader: string, age = RIPE): Promise<string> {
    const body = { site: SITE, article: pathOf(article), visit: 'new' }
    this.views.sent += 1
    const reply = await this.#send(VIEWS_PATH, body, reader)
    if (reply === 'unknown' || reply.status !== 200) return ''
    this.views.answered += 1
    const { token } = (await reply.json()) as ViewReply
    this.pass(age)
    return token
  }

  /** Sends a turn, and answers with what its sender knows of it. */
  async turn({ article, ballot, turn, choice, token = '' }: Meant): Promise<Sent> {
    const site = SITE
    const common = { site, article: pathOf(article), ballot: ballotOf(ballot), turn }
    const [path, body] =
      choice === null ? [WITHDRAWALS_PATH, common] : [VOTES_PATH, { ...common, choice, token }]
    const reply = await this.#send(path, body, ballotOf(ballot))
    const sent = { id: this.idOf(article, ballot), turn, choice }
    if (reply === 'unknown') return { ...sent, answer: reply }
    const answer = answerTo(reply)
    if (answer !== 'taken') return { ...sent, answer }
    return { ...sent, answer, told: ((await reply.json()) as Figures).choice }
  }

  keyOf(article: number): string {
    return `desa.go.id${pathOf(article)}`
  }

  idOf(article: number, ballot: number): string {
    const key = this.keyOf(article)
    return `${key} ${this.#voterOf({ site: SITE, key }, ballotOf(ballot))}`
  }

  /** What is wrong with the views where none waits for the disk; `lost` where some may be. */
  viewFaults({ views }: StoredState, lost: boolean): string[] {
    const { sent, answered, before } = this.views
    const gained = views - before
    this.views = { sent: 0, answered: 0, before: views }
    if (gained > sent) return [`${gained} views are stored, ${sent} were sent`]
    const missing = gained < (lost ? 0 : answered)
    return missing ? [`${answered} views were answered, ${gained} are stored`] : []
  }

  close(article: number, closed: boolean): Promise<void> {
    return this.store.setClosed({ site: SITE, key: this.keyOf(article) }, closed)
  }

  /** Ends as a process does that is told to, and starts anew. */
  async restart(): Promise<void> {
    await this.#routes.store.close()
    await this.#database.close()
    await this.#open(this.#file)
  }

  /** Starts anew from the files as they are now, as after a crash of the process. */
  async revive(): Promise<void> {
    const [old, left] = [this.#database, this.#file]
    this.#doomed.kill()
    await this.#openCopy(left)
    await old.close()
  }

  /** Copies the file as a backup does, with `meanwhile` in its midst. @returns the copy */
  async copyDuring(meanwhile: () => Promise<void>): Promise<string> {
    const copy = join(this.#folder, `copy-${++this.#files}.db`)
    await this.#database.hold()
    try {
      await meanwhile()
      copyFileSync(this.#file, copy)
    } finally {
      await this.#database.release()
    }
    return copy
  }

  /** Goes on with another file, as on another machine. */
  async restore(copy: string): Promise<void> {
    await this.#routes.store.close()
    await this.#database.close()
    await this.#openCopy(copy)
  }

  async end(): Promise<void> {
    await this.#database.close()
  }

  /** Resolves with `unknown` where the server would be dead before it answers. */
  async #send(path: string, body: object, reader: string): Promise<Response | 'unknown'> {
    const { dead } = this.#doomed
    const request = writeRequest({ path, body: { ...body }, reader })
    return Promise.race([this.#routes.fetch(request), dead.then(() => 'unknown' as const)])
  }

  async #openCopy(from: string): Promise<void> {
    const file = join(this.#folder, `server-${++this.#files}.db`)
    copyFileSync(from, file)
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${file}-wal`)
    await this.#open(file)
  }

  async #open(file: string): Promise<void> {
    this.#file = file
    this.#database = await openDatabase(`file:${file}`)
    this.#doomed = doomed(this.#database)
    this.#routes = openRoutes(
      this.#doomed,
      (database) => createExclusiveStore(database, NODE_SCHEDULER),
      createSideBySide(setImmediate),
    )
    this.#routes.clock.now = this.now
  }
}

/** @throws Error for an answer that no reader may get */
function answerTo({ status }: Response): Answer {
  if (status === 200) return 'taken'
  if (status === 503) return 'unknown'
  if (status >= 400 && status < 500) return 'refused'
  throw new Error(`a turn was answered ${status}`)
}

const pathOf = (article: number) => `/model/${article}`
const ballotOf = (ballot: number) => `ballot-${String(ballot).padStart(15, '0')}`
