import { expect, test } from 'vitest'
import { createBurstWatch } from '../../server/domain/burst-watch.ts'

const NOON = Date.UTC(2026, 2, 1, 5)
const ARTICLE = { site: 'desa', key: 'desa.go.id/berita' }

test('a single vote is no burst', () => {
  const watch = createBurstWatch()
  watch.sawView(ARTICLE, 7, 3, NOON)
  const vote = { article: ARTICLE, voter: '0'.repeat(32), network: 7, neighbourhood: 3 }
  expect(watch.sawVote({ ...vote, choice: 'puas', suspicion: null }, NOON + 60_000)).toBe(false)
  expect(watch.inBurst(ARTICLE, NOON + 60_000)).toBe(false)
})
