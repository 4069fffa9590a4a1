import { describe, expect, test } from 'vitest'
import { entryText } from '../../server/domain/chain/chain-entry.ts'
import { commitmentTo } from '../../server/domain/chain/commitment.ts'
import type { PublishedChain } from '../../server/domain/chain/published-chain.ts'
import { verifyChain } from '../../server/domain/chain/verify-chain.ts'
import { nodeChecks, nodeNotary } from '../../server/entry/node-notary.ts'
import { nodeSha256 } from '../../server/entry/node-sha256.ts'

const bytes = (text: string) => new TextEncoder().encode(text.padEnd(32, '.'))
const NOTARY = nodeNotary(bytes('the server’s secret'))
const OTHER = nodeNotary(bytes('another secret'))

type Entry = PublishedChain['entries'][number]

function signed(text: string, notary = NOTARY): Entry {
  return { entry: text, hash: nodeSha256(text), signature: notary.sign(text) }
}

/** Five days, each with a vote more; the fourth corrects the second. */
function chain(): PublishedChain & { entries: Entry[] } {
  const entries: Entry[] = []
  const openings: PublishedChain['openings'][number][] = []
  for (let number = 1; number <= 5; number++) {
    const commit = (day: string, counts: string) => {
      const nonce = `${number}-${day}`
      openings.push({ number, day, nonce, counts })
      return { day, commitment: commitmentTo(nodeSha256, nonce, counts) }
    }
    const own = commit(`2026-03-0${number}`, `{"counted":${number}}`)
    const corrections = number === 4 ? [commit('2026-03-02', '{"counted":7}')] : []
    const previous = entries.at(-1)?.hash ?? null
    entries.push(signed(entryText({ site: 'desa', number, previous, corrections, ...own })))
  }
  return { site: 'desa', publicKey: NOTARY.publicKey, entries, openings }
}

const verify = (published: unknown) => verifyChain(nodeChecks, published)
const changed = (entry: Entry | undefined, from: string, to: string) => {
  const text = entry?.entry.replace(from, to) ?? ''
  expect(text).not.toBe(entry?.entry)
  return text
}

test('a chain as it was made holds', () => {
  const published = chain()
  const { hash } = published.entries[4] as Entry
  expect(verify(published)).toEqual({
    holds: true,
    entries: 5,
    firstDay: '2026-03-01',
    lastDay: '2026-03-05',
    head: hash,
    opened: 6,
  })
  const expected = { publicKey: NOTARY.publicKey, head: published.entries[2]?.hash }
  expect(verifyChain(nodeChecks, published, expected)).toMatchObject({ holds: true })
})

test('what goes wrong in the checking itself is no fault of the chain', () => {
  const broken = {
    ...nodeChecks,
    sha256(): string {
      throw new RangeError('no memory left')
    },
  }
  expect(() => verifyChain(broken, chain())).toThrow(RangeError)
})

describe('the first fault is named', () => {
  test.each([1, 2, 3, 4])('entry %i deleted', (number) => {
    const published = chain()
    published.entries.splice(number - 1, 1)
    expect(verify(published)).toEqual({
      holds: false,
      number,
      fault: `entry ${number} of 2026-03-0${number} is missing: entry ${number + 1} stands in its place`,
    })
  })

  test('the last entry deleted, with its counts left', () => {
    const published = chain()
    published.entries.pop()
    expect(verify(published)).toEqual({
      holds: false,
      number: 5,
      fault: 'entry 5 is missing: it signs counts of 2026-03-05',
    })
  })

  test('the last entry deleted with its counts, where its hash is known', () => {
    const published = chain()
    const { hash } = published.entries.pop() as Entry
    const openings = published.openings.filter(({ number }) => number < 5)
    const cut = { ...published, openings }
    expect(verify(cut)).toMatchObject({ holds: true, entries: 4 })
    expect(verifyChain(nodeChecks, cut, { head: hash })).toEqual({
      holds: false,
      number: null,
      fault: `no entry has the hash ${hash}`,
    })
  })

  test('two entries swapped', () => {
    const published = chain()
    const [a, b, c, d, e] = published.entries as [Entry, Entry, Entry, Entry, Entry]
    expect(verify({ ...published, entries: [a, c, b, d, e] })).toEqual({
      holds: false,
      number: 2,
      fault: 'entry 2 of 2026-03-02 is missing: entry 3 stands in its place',
    })
  })

  test('an entry changed', () => {
    const published = chain()
    const text = changed(published.entries[2], '"commitment":"', '"commitment":"0')
    published.entries[2] = { ...(published.entries[2] as Entry), entry: text }
    expect(verify(published)).toEqual({
      holds: false,
      number: 3,
      fault: 'entry 3 of 2026-03-03: its hash is not that of its text',
    })
  })

  test('an entry that is no JSON any more', () => {
    const published = chain()
    const text = changed(published.entries[2], '{', '')
    published.entries[2] = { ...(published.entries[2] as Entry), entry: text }
    expect(verify(published)).toEqual({
      holds: false,
      number: 3,
      fault: 'entry 3 after 2026-03-02: its text is not that of an entry',
    })
  })

  test('an entry changed with its hash', () => {
    const published = chain()
    const text = changed(published.entries[4], '2026-03-05', '2026-03-06')
    const { signature } = published.entries[4] as Entry
    published.entries[4] = { entry: text, hash: nodeSha256(text), signature }
    expect(verify(published)).toMatchObject({
      number: 5,
      fault: 'entry 5 of 2026-03-06: its day does not follow 2026-03-04',
    })
  })

  test('an entry signed anew with another key', () => {
    const published = chain()
    published.entries[1] = signed(published.entries[1]?.entry ?? '', OTHER)
    expect(verify(published)).toEqual({
      holds: false,
      number: 2,
      fault: 'entry 2 of 2026-03-02: its signature is not by the key of the chain',
    })
  })

  test('an entry changed and signed anew with the right key', () => {
    const published = chain()
    published.entries[1] = signed(
      changed(published.entries[1], '"commitment":"', '"commitment":"0'),
    )
    expect(verify(published)).toEqual({
      holds: false,
      number: 3,
      fault: 'entry 3 of 2026-03-03: it does not follow the entry before it',
    })
  })

  test('the whole chain signed anew with another key', () => {
    const published = chain()
    const entries = published.entries.map(({ entry }) => signed(entry, OTHER))
    const forged = { ...published, publicKey: OTHER.publicKey, entries }
    expect(verify(forged)).toMatchObject({ holds: true })
    expect(verifyChain(nodeChecks, forged, { publicKey: NOTARY.publicKey })).toEqual({
      holds: false,
      number: null,
      fault: `the chain is of the key ${OTHER.publicKey}, not the expected one`,
    })
  })

  test('counts changed', () => {
    const published = chain()
    const openings = published.openings.map((opening) =>
      opening.number === 4 && opening.day === '2026-03-02'
        ? { ...opening, counts: '{"counted":8}' }
        : opening,
    )
    expect(verify({ ...published, openings })).toEqual({
      holds: false,
      number: 4,
      fault: 'entry 4 of 2026-03-04: the counts of 2026-03-02 are not those that it signs',
    })
  })

  test('counts of a day that the entry does not sign', () => {
    const published = chain()
    const openings = [{ number: 2, day: '2026-03-01', nonce: '', counts: '{}' }]
    expect(verify({ ...published, openings })).toMatchObject({
      number: 2,
      fault: 'entry 2 signs nothing of 2026-03-01',
    })
  })

  test('an entry of another site', () => {
    const published = chain()
    published.entries[0] = signed(changed(published.entries[0], '"desa"', '"kota"'))
    expect(verify(published)).toMatchObject({
      number: 1,
      fault: 'entry 1 of 2026-03-01: it is of the site kota, not desa',
    })
  })

  test('a correction of its own day', () => {
    const published = chain()
    published.entries[3] = signed(changed(published.entries[3], '2026-03-02', '2026-03-04'))
    expect(verify(published)).toMatchObject({
      number: 4,
      fault: 'entry 4 of 2026-03-04: it corrects 2026-03-04, which is not before its day',
    })
  })
})

test.each([
  [null, 'this is not a chain as it is published'],
  [{ ...chain(), entries: [{ entry: 1 }] }, 'this is not a chain as it is published'],
  [{ ...chain(), entries: [], openings: [] }, 'the chain has no entry'],
  [{ ...chain(), entries: [signed('{"number":1}')] }, 'entry 1: its text is not that of an entry'],
  [{ ...chain(), entries: [signed('no JSON')] }, 'entry 1: its text is not that of an entry'],
  [
    { ...chain(), publicKey: 'kunci' },
    'entry 1 of 2026-03-01: its signature is not by the key of the chain',
  ],
])('what is no chain is refused %#', (published, fault) => {
  expect(verify(published)).toMatchObject({ holds: false, fault })
})

test('the key follows from the secret, so that a restored server goes on', () => {
  const again = nodeNotary(bytes('the server’s secret'))
  expect(again.publicKey).toBe(NOTARY.publicKey)
  expect(OTHER.publicKey).not.toBe(NOTARY.publicKey)
  expect(nodeChecks.isSigned('teks', again.sign('teks'), NOTARY.publicKey)).toBe(true)
  expect(nodeChecks.isSigned('teks!', again.sign('teks'), NOTARY.publicKey)).toBe(false)
})
