import { expect, test } from 'vitest'
import { createDailyKeys } from '../../../server/domain/guard/daily-keys.ts'
import { createNetworkQuota } from '../../../server/domain/guard/network-quota.ts'
import { nodeMac } from '../../../server/entry/node-mac.ts'
import { nodeRandom } from '../../../server/entry/node-random.ts'

const NOON = Date.UTC(2026, 2, 1, 12)
/** As many as share a place to be. */
const ROOM = 16

test('a network keeps what it took where its block needs room, however full it is', () => {
  const keys = createDailyKeys(nodeMac, nodeRandom)
  keys.turn(NOON)
  for (let n = 0; n < ROOM; n++) {
    const quota = createNetworkQuota(keys, ROOM)
    const networks = Array.from({ length: ROOM }, (_, i) => keys.keyOf(`${n} ${i}`))
    for (const network of networks) expect(quota.spend(network, null, 2, NOON)).toBe(true)
    // All sixteen places are taken; one of the others goes.
    const [own] = networks.slice(n)
    if (!own) throw new Error('there is no such network')
    expect(quota.spend(own, keys.keyOf('block'), 2, NOON)).toBe(true)
    expect(quota.spend(own, null, 2, NOON)).toBe(false)
  }
})
