import type { Fault, SeenRequest, SteeredFault } from '../../support/fault-lane.ts'

/** The way of one test to the server, on which things go wrong as the test wants them to. */
export interface Lane {
  /** What the survey takes for its server. */
  readonly server: string
  /** An article that no other test knows. */
  readonly article: string
  /** Says what befalls the requests for a path from now on. */
  steer(path: string, fault: Fault, times?: number): Promise<void>
  /** How many requests went to a path, whatever became of them. */
  sent(path: string): Promise<number>
}

const SERVER = document.querySelector<HTMLMetaElement>('meta[name="server"]')?.content ?? ''

export function openLane(): Lane {
  const name = crypto.randomUUID()
  const server = `${SERVER}/${name}`
  const faults = `${server}/faults`
  return {
    server,
    article: `/uji/${name}`,
    async steer(path, fault, times) {
      const steered: SteeredFault = { path, fault, ...(times && { times }) }
      await fetch(faults, { method: 'POST', body: JSON.stringify(steered) })
    },
    async sent(path) {
      const requests = (await (await fetch(faults)).json()) as readonly SeenRequest[]
      return requests.filter((request) => request.path === path).length
    },
  }
}
