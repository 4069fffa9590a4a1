import { randomBytes } from 'node:crypto'
import { SAMPLE_HOST, SAMPLE_SITE } from '../../../server/domain/sample/sample-offices.ts'
import { CHOICES } from '../../../shared/choice.ts'
import { VOTES_PATH } from '../../../shared/paths.ts'
import { ripeTokens } from '../../../tests/support/ripe-tokens.ts'
import { BLANK_ADDRESS, createAddresses } from '../addresses.ts'
import { type Connection, openConnection } from '../connection.ts'
import { createHistogram, type Histogram } from '../histogram.ts'
import { postRequest } from '../http-request.ts'

/** Votes that come in whether or not those before are answered. */
export interface VoteStream {
  /** How long they took from when they were due, in milliseconds; cleared by whoever measures. */
  readonly times: Histogram
  readonly failures: Map<string, number>
  end(): Promise<void>
}

/** Most connections; each is opened when the others are busy. */
const CONNECTIONS = 64
/** The server closes one that is idle for 30 seconds; before that it is closed here, in milliseconds. */
const IDLE = 20_000
/** Milliseconds between looks at the clock: votes that are due go together. */
const PACE = 4
/** How long the last ones may take, in milliseconds. */
const PATIENCE = 10_000

interface Lane {
  connection: Connection
  /** When the vote under way was due, or the lane became free. */
  since: number
}

interface Voting {
  /** Where the server's secret is. */
  readonly folder: string
  readonly port: number
  /** Of the articles that are voted on. */
  readonly keys: readonly string[]
  /** Votes in a second. */
  readonly rate: number
}

export function startVotes({ folder, port, keys, rate }: Voting): VoteStream {
  const tokenOf = ripeTokens(folder, SAMPLE_SITE)
  const writeAddress = createAddresses()
  const times = createHistogram()
  const failures = new Map<string, number>()
  const free: Lane[] = []
  /** When the ones that wait for a connection were due. */
  const waiting: number[] = []
  const fail = (why: string) => failures.set(why, (failures.get(why) ?? 0) + 1)
  let lanes = 0
  let sent = 0
  let answered = 0

  /** Opens a connection for a vote that was due. */
  async function open(due: number): Promise<void> {
    lanes += 1
    const connection = await openConnection(port, {
      onReply(status) {
        answered += 1
        times.record(performance.now() - lane.since)
        if (status !== 200) fail(`status ${status}`)
        const next = waiting.shift()
        if (next !== undefined) return send(lane, next)
        lane.since = performance.now()
        free.push(lane)
      },
      onLost(reason) {
        lanes -= 1
        const at = free.indexOf(lane)
        if (at >= 0) free.splice(at, 1)
        fail(reason.message)
      },
    })
    const lane: Lane = { connection, since: due }
    send(lane, due)
  }

  /** Those free for longest are at the front. */
  function closeIdle(now: number): void {
    while (free[0] && now - free[0].since > IDLE) {
      free.shift()?.connection.close()
      lanes -= 1
    }
  }

  function send(lane: Lane, due: number): void {
    lane.since = due
    const key = keys[Math.floor(Math.random() * keys.length)] ?? ''
    const vote = {
      ...{ site: SAMPLE_SITE, article: `https://${key}`, turn: 1, token: tokenOf(key) },
      ballot: randomBytes(16).toString('base64url'),
      choice: CHOICES[Math.floor(Math.random() * CHOICES.length)],
    }
    const request = postRequest(port, VOTES_PATH, vote, `https://${SAMPLE_HOST}`)
    writeAddress(request, request.indexOf(BLANK_ADDRESS))
    lane.connection.send(request)
  }

  let next = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    closeIdle(now)
    for (; next <= now; next += 1000 / rate) {
      sent += 1
      const lane = free.pop()
      if (lane) send(lane, next)
      else if (lanes < CONNECTIONS) open(next).catch((reason: Error) => fail(reason.message))
      else waiting.push(next)
    }
  }, PACE)
  return {
    times,
    failures,
    async end() {
      clearInterval(timer)
      const late = performance.now() + PATIENCE
      while (answered < sent && performance.now() < late) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      if (answered < sent) fail(`${sent - answered} without an answer`)
      for (const { connection } of free) connection.close()
    },
  }
}
