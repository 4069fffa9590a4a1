import { createAddresses } from './addresses.ts'
import { createBallots } from './ballots.ts'
import { openConnection } from './connection.ts'
import type { Scores } from './scores.ts'
import type { Traffic } from './traffic.ts'

/** One connection that asks again as soon as it is answered. */
export interface Lane {
  start(): void
  /** Lets the request under way be answered, so that acknowledged is what was sent. */
  finish(): Promise<void>
}

/** How long the last request may take to be answered, in milliseconds. */
const PATIENCE = 10_000
/** A bound that no healthy measurement reaches. */
const MOST_REQUESTS = 1_000_000
const LONGEST_REQUEST = 4096

const writeBallot = createBallots()
const writeAddress = createAddresses()

export async function openLane(port: number, traffic: Traffic, scores: Scores): Promise<Lane> {
  const { requests, ballotAt, addressAt, token } = traffic
  /** This lane's own copy of a request that carries a reader's address or a ballot. */
  const copy = Buffer.allocUnsafe(LONGEST_REQUEST)
  let request = 0
  let since = 0
  let left = MOST_REQUESTS
  let ending = false
  let atRest: () => void = () => undefined
  const rest = new Promise<void>((resolve) => {
    atRest = resolve
  })

  const connection = await openConnection(port, {
    onReply(status) {
      scores.latencies.record(performance.now() - since)
      if (status === 200) scores.times[request] = (scores.times[request] as number) + 1
      else fail(`status ${status}`)
      left -= 1
      if (ending || left === 0) atRest()
      else send()
    },
    onLost(reason) {
      fail(reason.message)
      atRest()
    },
  })

  function send(): void {
    request = Math.floor(Math.random() * requests.length)
    const bytes = requests[request] as Buffer
    since = performance.now()
    connection.send(ballotAt || addressAt ? asNewReader(bytes) : bytes)
  }

  function asNewReader(bytes: Buffer): Buffer {
    bytes.copy(copy)
    if (ballotAt) writeBallot(copy, ballotAt[request] as number)
    if (token) token.write(copy, token.at[request] as number, request)
    if (addressAt) writeAddress(copy, addressAt[request] as number)
    return copy.subarray(0, bytes.length)
  }

  function fail(reason: string): void {
    scores.failed += 1
    scores.firstFailure ??= reason
  }

  return {
    start: send,
    async finish() {
      ending = true
      const late = setTimeout(() => {
        fail(`no response within ${PATIENCE} ms`)
        atRest()
      }, PATIENCE)
      await rest
      clearTimeout(late)
      connection.close()
    },
  }
}
