import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { ipAddressOf } from '../../server/domain/client/ip-address.ts'
import { createMemoryGuard } from '../../server/domain/guard/memory-guard.ts'
import { hexadecimal } from '../../server/domain/hexadecimal.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { USUAL_AGENT } from '../../tests/support/reader-headers.ts'

/** More than any kind of key has room for. */
const REQUESTS = 400_000
/** Each has readers in so many articles, so that these are at their bound too. */
const ARTICLES = 40_000
const NOW = Date.UTC(2026, 2, 1)
const MIB = 1024 * 1024

/** What a guard costs whose memory is full. */
interface GuardCost {
  /** In MiB, without what watches for bursts. */
  readonly memory: number
  /** Processor time of one call, in microseconds. */
  readonly view: number
  readonly vote: number
  readonly keys: readonly number[]
}

/** Fills a guard to its bounds with readers who come but once, and measures. */
export async function measureGuard(): Promise<GuardCost> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const watch = { ...createBurstWatch(), sawView: () => undefined, sawVote: () => false }
  collect()
  const before = process.memoryUsage()
  const guard = createMemoryGuard(nodeMac, nodeRandom, watch)
  const reader = (i: number) => ({
    article: { site: 'desa', key: `desa.go.id/berita/${i % ARTICLES}` },
    client: {
      address: ipAddressOf([0x1400 + (i >> 16), i & 0xffff]),
      userAgent: USUAL_AGENT,
      agent: 'browser' as const,
    },
  })

  const view = await timed((i) => guard.seeView({ ...reader(i), unknown: true }, NOW + i))
  const vote = await timed((i) =>
    guard.judgeVote(
      {
        ...reader(i),
        voter: hexadecimal(nodeRandom(16)),
        stands: false,
        choice: 'puas',
        automated: false,
        // Set aside, so that what is looked at again is full too.
        token: { age: 0, nonce: hexadecimal(nodeRandom(8)) },
        measured: { votes: 10, views: 100 },
      },
      NOW + REQUESTS + i,
    ),
  )
  await timed((i) => {
    const article = { site: 'desa', key: `desa.go.id/berita/${i}` }
    return guard.admitArticle(article, reader(i).client, NOW + 2 * REQUESTS + i)
  })
  collect()
  const after = process.memoryUsage()
  const memory = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  return { memory: memory / MIB, view, vote, keys: guard.sizes() }
}

async function timed(call: (i: number) => Promise<unknown>): Promise<number> {
  const { user } = process.cpuUsage()
  for (let i = 0; i < REQUESTS; i++) await call(i)
  return (process.cpuUsage().user - user) / REQUESTS
}
