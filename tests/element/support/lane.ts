import { VOTES_PATH } from '../../../shared/paths.ts'
import type { VoteRequest } from '../../../shared/reader-request.ts'
import type { Fault, SeenRequest, SteeredFault } from '../../support/fault-lane.ts'

/** The server as this page knows it, for all its surveys alike; on its way things can go wrong. */
export const SERVER = `${document.querySelector<HTMLMetaElement>('meta[name="server"]')?.content}/${crypto.randomUUID()}`
const FAULTS = `${SERVER}/faults`

/** One article's way to the server, on which things go wrong as a test wants them to. */
export interface Lane {
  /** What the survey takes for its server. */
  readonly server: string
  readonly article: string
  /**
   * Says what befalls the article's requests for a path from now on.
   * @param retryAfter when a refusal wants to be asked again, in seconds
   */
  steer(path: string, fault: Fault, times?: number, retryAfter?: number): Promise<void>
  /**
   * How many requests went to a path, whatever became of them; of a path that names no article,
   * those of the whole page.
   */
  sent(path: string): Promise<number>
  /** When each request to a path came, in milliseconds. */
  times(path: string): Promise<readonly number[]>
  /** How many votes were sent: one that is sent again is the same by its ballot and turn. */
  votes(): Promise<number>
}

/** @param article one that no other test knows, unless it is named */
export function openLane(article = `/uji/${crypto.randomUUID()}`): Lane {
  async function seen(path: string): Promise<readonly SeenRequest[]> {
    const requests = (await (await fetch(FAULTS)).json()) as readonly SeenRequest[]
    const own = requests.filter(({ body }) => body === '' || body.includes(`${article}"`))
    return own.filter((request) => request.path === path)
  }
  return {
    server: SERVER,
    article,
    async steer(path, fault, times, retryAfter) {
      const steered: SteeredFault = {
        ...{ path, article, fault },
        ...(times && { times }),
        ...(retryAfter && { retryAfter }),
      }
      await fetch(FAULTS, { method: 'POST', body: JSON.stringify(steered) })
    },
    sent: async (path) => (await seen(path)).length,
    times: async (path) => (await seen(path)).map(({ at }) => at),
    async votes() {
      const sent = (await seen(VOTES_PATH)).map(({ body }) => JSON.parse(body) as VoteRequest)
      return new Set(sent.map(({ ballot, turn }) => `${ballot} ${turn}`)).size
    },
  }
}
