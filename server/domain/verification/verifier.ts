import type { Store, UnverifiedArticle } from '../../store/store.ts'
import { type VerifyingGround, verifyDue } from './verify-due.ts'

/** Pause between two visits, in milliseconds: two a second at most. */
const PAUSE = 500
/** How often the store is asked what is due, in pauses. */
const READ_EVERY = 10
/** How long nothing is visited after the store failed: what can't be kept needn't be asked. */
const REST = 120
/** Most articles of one site in one reading. */
const MOST_OF_SITE = 10
/** Most visits at once, each to another host. */
const MOST_VISITS = 4

export interface VerifierDeps extends VerifyingGround {
  readonly store: Pick<Store, 'readDueArticles' | 'verifyArticles' | 'failArticle'>
  /** After a number of milliseconds. */
  readonly after: (milliseconds: number, run: () => void) => void
  readonly onFault: (fault: unknown) => void
}

/** Asks sites for their articles in the background. */
export interface Verifier {
  /** Ends the visits under way, keeps nothing of them, and resolves when all is quiet. */
  stop(): Promise<void>
}

/** Begins at once; it is slow on purpose, since it is somebody's server that it asks. */
export function startVerifier(deps: VerifierDeps): Verifier {
  const { store, clock, after, onFault } = deps
  const ending = new AbortController()
  /** Visits under way by host: one server is asked one thing at a time. */
  const visits = new Map<string, Promise<void>>()
  let waiting: UnverifiedArticle[] = []
  /** Pauses until the store is asked again. */
  let rest = 0
  let reading: Promise<void> = Promise.resolve()

  async function read(): Promise<void> {
    rest -= 1
    if (waiting.length > 0 || rest > 0) return
    rest = READ_EVERY
    const due = await store.readDueArticles(Math.floor(clock() / 1000), MOST_OF_SITE)
    waiting = due.filter(({ article }) => !visits.has(hostOf(article.key)))
  }

  function visitNext(): void {
    if (visits.size >= MOST_VISITS) return
    const i = waiting.findIndex(({ article }) => !visits.has(hostOf(article.key)))
    const [next] = i < 0 ? [] : waiting.splice(i, 1)
    if (!next) return
    const host = hostOf(next.article.key)
    const visit = verifyDue(deps, next, ending.signal).catch(pauseAfter)
    visits.set(
      host,
      visit.finally(() => visits.delete(host)),
    )
  }

  function pauseAfter(fault: unknown): void {
    onFault(fault)
    waiting = []
    rest = REST
  }

  async function turn(): Promise<void> {
    if (ending.signal.aborted) return
    await read().catch(pauseAfter)
    if (ending.signal.aborted) return
    visitNext()
    after(PAUSE, begin)
  }

  function begin(): void {
    reading = turn()
  }

  begin()
  return {
    async stop() {
      ending.abort()
      await reading
      await Promise.all(visits.values())
    },
  }
}

function hostOf(key: string): string {
  return key.slice(0, key.indexOf('/'))
}
