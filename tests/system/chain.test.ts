import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ChainEntry } from '../../server/domain/chain/chain-entry.ts'
import type { PublishedChain } from '../../server/domain/chain/published-chain.ts'
import { VOTES_PATH, WITHDRAWALS_PATH } from '../../shared/paths.ts'
import { folderForAll } from '../support/folder-for-all.ts'
import { maintain } from '../support/maintained.ts'
import { operate } from '../support/operate-command.ts'
import { send, view, vote, voteBody } from '../support/reader-requests.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = Date.now()
const ARTICLE = '/signed'
const READERS = 6
/** The site's own address, so that an article has the same key on every machine. */
const VARIABLES = { LOG_LEVEL: 'error', PUBLIC_URL: 'http://localhost' }

/** The day of the demo's site, in Jakarta, so many days from now. */
const dayAfter = (days: number) =>
  new Date(NOW + days * DAY + 7 * 60 * 60 * 1000).toISOString().slice(0, 10)

async function start(dataDir: string): Promise<RunningServer> {
  const server = await startServer(dataDir, VARIABLES)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

/** Votes at an article, the last of them pending; their day is signed, and some after it. */
async function signed(dataDir: string, days: number): Promise<void> {
  const server = await startServer(dataDir, VARIABLES)
  try {
    await view(server.origin, ARTICLE)
    const tokenOf = ripeTokens(dataDir)
    const token = () => tokenOf(`localhost${ARTICLE}`)
    for (let reader = 1; reader < READERS; reader++) {
      expect(await vote(server.origin, ARTICLE, token(), reader)).toBe(200)
    }
    const driven = { ...voteBody(ARTICLE, token(), READERS), automated: true }
    expect((await send(server.origin, VOTES_PATH, driven, READERS)).status).toBe(200)
    expect(await server.end('SIGTERM')).toBe(0)
  } finally {
    await server.end('SIGKILL')
  }
  for (let day = 1; day <= days; day++) await maintain(dataDir, NOW + day * DAY)
}

async function exported(dataDir: string): Promise<PublishedChain> {
  const { code, said } = await operate(dataDir, ['export-chain', 'bojonegoro'])
  expect(code, said).toBe(0)
  return JSON.parse(said) as PublishedChain
}

async function verified(chain: unknown, more: readonly string[] = []) {
  const file = join(temporaryFolder(), 'chain.json')
  writeFileSync(file, JSON.stringify(chain))
  return operate(temporaryFolder(), ['verify-chain', file, ...more])
}

const entryOf = (chain: PublishedChain, number: number) =>
  JSON.parse(chain.entries[number - 1]?.entry ?? '') as ChainEntry

describe('a chain of three days', () => {
  const dataDir = folderForAll()
  let chain: PublishedChain
  beforeAll(async () => {
    await signed(dataDir, 3)
    chain = await exported(dataDir)
  }, 120_000)

  test('is the same from the running server and the stopped one, and holds', async () => {
    await start(dataDir)
    expect(await exported(dataDir)).toEqual(chain)
    expect(await verified(chain)).toEqual({
      code: 0,
      said: `The chain holds: 3 entries, ${dayAfter(0)} to ${dayAfter(2)}; 3 published counts are those signed.\nHead: ${chain.entries[2]?.hash}\n`,
    })
    const counts = JSON.parse(chain.openings[0]?.counts ?? '')
    expect(counts).toMatchObject({
      counted: { puas: READERS - 1 },
      pending: { automated: { puas: 1 } },
    })
    const unknown = await operate(dataDir, ['export-chain', 'lain'])
    expect(unknown).toEqual({ code: 1, said: 'There is no site lain.\n' })
  })

  const second = (change: (entry: string) => string) => (entries: PublishedChain['entries']) =>
    entries.map((each, i) => (i === 1 ? { ...each, entry: change(each.entry) } : each))
  test.each([
    [
      'a byte changed',
      second((entry) => entry.replace(/"commitment":"./, '"commitment":"g')),
      () => `entry 2 of ${dayAfter(1)}: its hash is not that of its text`,
    ],
    [
      'an entry dropped',
      (entries: PublishedChain['entries']) => entries.filter((_, i) => i !== 1),
      () => `entry 2 of ${dayAfter(1)} is missing: entry 3 stands in its place`,
    ],
    [
      'a day changed',
      second((entry) => entry.replace(dayAfter(1), dayAfter(4))),
      () => `entry 2 of ${dayAfter(4)}: its day does not follow ${dayAfter(0)}`,
    ],
  ])('is refused with %s, and the day is named', async (_, change, fault) => {
    const forged = { ...chain, entries: change(chain.entries) }
    expect(forged.entries).not.toEqual(chain.entries)
    expect(await verified(forged)).toEqual({
      code: 1,
      said: `The chain does not hold: ${fault()}.\n`,
    })
  })

  test('is refused with counts changed, and cut at its end where its head is known', async () => {
    const [first, ...others] = chain.openings
    const openings = [{ ...first, counts: first?.counts.replace('5', '9') }, ...others]
    expect(await verified({ ...chain, openings })).toEqual({
      code: 1,
      said: `The chain does not hold: entry 1 of ${dayAfter(0)}: the counts of ${dayAfter(0)} are not those that it signs.\n`,
    })
    const cut = {
      ...chain,
      entries: chain.entries.slice(0, 2),
      openings: chain.openings.filter(({ number }) => number < 3),
    }
    expect((await verified(cut)).code).toBe(0)
    const head = String(chain.entries[2]?.hash)
    expect(await verified(cut, ['--head', head])).toMatchObject({
      code: 1,
      said: expect.stringContaining(head),
    })
  })
})

test('restored on another machine, an old ballot withdraws and the chain goes on', async () => {
  const [dataDir, away] = [temporaryFolder(), temporaryFolder()]
  await signed(dataDir, 1)
  const before = await exported(dataDir)
  const [backup, phraseFile] = [join(away, 'a.backup'), join(away, 'phrase')]
  const made = await operate(dataDir, ['backup', backup, '--json'])
  expect(made.code, made.said).toBe(0)
  writeFileSync(phraseFile, (JSON.parse(made.said) as { phrase: string }).phrase)

  const elsewhere = join(temporaryFolder(), 'another', 'machine')
  const restored = await operate(elsewhere, ['restore', backup, '--phrase-file', phraseFile])
  expect(restored.code, restored.said).toBe(0)
  const { origin, end } = await start(elsewhere)
  const { ballot, site } = voteBody(ARTICLE, '', 1)
  const body = { site, article: ARTICLE, ballot, turn: 2 }
  const withdrawn = await send(origin, WITHDRAWALS_PATH, body)
  expect(await withdrawn.json()).toMatchObject({ responses: READERS - 2, choice: null })
  expect(await end('SIGTERM')).toBe(0)
  await maintain(elsewhere, NOW + 2 * DAY)

  const after = await exported(elsewhere)
  expect(after.publicKey).toBe(before.publicKey)
  expect(after.entries[0]).toEqual(before.entries[0])
  expect(entryOf(after, 2)).toMatchObject({
    previous: before.entries[0]?.hash,
    day: dayAfter(1),
    corrections: [{ day: dayAfter(0) }],
  })
  const corrected = after.openings.find(({ number, day }) => number === 2 && day === dayAfter(0))
  expect(JSON.parse(corrected?.counts ?? '')).toMatchObject({ counted: { puas: READERS - 2 } })
  const expected = ['--key', before.publicKey, '--head', String(before.entries[0]?.hash)]
  expect(await verified(after, expected)).toMatchObject({
    code: 0,
    said: expect.stringContaining('The chain holds: 2 entries'),
  })
})
