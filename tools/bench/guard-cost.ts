import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { ipAddressOf } from '../../server/domain/client/ip-address.ts'
import { createMemoryGuard } from '../../server/domain/guard/memory-guard.ts'
import { hexadecimal } from '../../server/domain/hexadecimal.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { USUAL_AGENT } from '../../tests/support/reader-headers.ts'

/** Several times what any kind of key has room for. */
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
  /** Number of keys of each kind. */
  readonly keys: readonly number[]
}

/**
 * Fills a guard to its bounds with readers who come but once, and measures.
 * @param requests of each kind; more than 100,000, or it isn't full
 */
export async function measureGuard(requests = REQUESTS): Promise<GuardCost> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const watch = { ...createBurstWatch(), sawView: () => undefined, sawVote: () => false }
  collect()
  const before = process.memoryUsage()
  const guard = createMemoryGuard(nodeMac, nodeRandom, watch)
  const reader = (i: number) => ({
    article: { site: 'desa', key: `desa.go.id/berita/${i % ARTICLES}` },
    client: {
      // Neighbours are far apart in time, or most of them would come too quickly.
      address: ipAddressOf([0x1400 + ((i & 0xffff) >> 8), ((i & 0xff) << 8) + (i >> 16)]),
      userAgent: USUAL_AGENT,
      agent: 'browser' as const,
    },
  })

  const view = await timed(requests, (i) => guard.seeView({ ...reader(i), unknown: true }, NOW + i))
  const vote = await timed(requests, (i) =>
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
      NOW + requests + i,
    ),
  )
  await timed(requests, (i) => {
    const article = { site: 'desa', key: `desa.go.id/berita/${i}` }
    return guard.admitArticle(article, reader(i).client, NOW + 2 * requests + i)
  })
  collect()
  const after = process.memoryUsage()
  const memory = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  return { memory: memory / MIB, view, vote, keys: guard.sizes() }
}

async function timed(requests: number, call: (i: number) => Promise<unknown>): Promise<number> {
  const { user } = process.cpuUsage()
  for (let i = 0; i < requests; i++) await call(i)
  return (process.cpuUsage().user - user) / requests
}
