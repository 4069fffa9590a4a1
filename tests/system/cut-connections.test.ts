import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { CHOICES, type Choice } from '../../shared/choice.ts'
import { VOTES_PATH, WITHDRAWALS_PATH } from '../../shared/paths.ts'
import { type Cut, startCuttingProxy } from '../support/cutting-proxy.ts'
import { readRows } from '../support/read-rows.ts'
import { readerHeaders } from '../support/reader-headers.ts'
import { view, voteBody } from '../support/reader-requests.ts'
import { startServer } from '../support/running-server.ts'
import { pick, type Random, seeded } from '../support/seeded.ts'
import { readStored } from '../support/stored-counts.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ARTICLE = '/cut'
const READERS = 150
const LANES = 8
/** Bytes of a request and of its answer, roughly: a cut may fall anywhere in them, or past them. */
const ASKED = 700
const ANSWERED = 900

/** Most requests are cut: before the server knows what is asked, and after it has stored it. */
function cutAt(random: Random): Cut | null {
  if (random() < 0.3) return null
  if (random() < 0.4) return { side: 'asked', after: 1 + Math.floor(random() * ASKED) }
  return { side: 'answered', after: 1 + Math.floor(random() * ANSWERED) }
}

/** The status, or null where the connection broke before the whole answer was there. */
function send(proxy: string, origin: string, path: string, body: object, reader: number) {
  const headers = { Origin: origin, 'Content-Type': 'text/plain', ...readerHeaders(reader) }
  return new Promise<number | null>((resolve) => {
    const options = { method: 'POST', headers, agent: false }
    const sending = request(`${proxy}${path}`, options, (reply) => {
      reply.resume()
      reply.on('error', () => resolve(null))
      reply.on('end', () => resolve(reply.statusCode ?? null))
    })
    sending.on('error', () => resolve(null))
    sending.end(JSON.stringify(body))
  })
}

test('a reader whose connection is cut anywhere sends again, and is counted once as last meant', async () => {
  const seed = Number(process.env['CUT_SEED'] ?? Date.now() % 1_000_000)
  const random = seeded(seed)
  const dataDir = temporaryFolder()
  const server = await startServer(dataDir, { LOG_LEVEL: 'error' })
  const proxy = await startCuttingProxy(server.origin, () => cutAt(random))
  onTestFinished(async () => {
    await proxy.end()
    await server.end('SIGKILL')
  })
  const token = await view(server.origin, ARTICLE)
  const meant = new Map<number, Choice | null>()
  let broken = 0

  async function until200(path: string, body: object, reader: number): Promise<void> {
    for (;;) {
      const status = await send(proxy.origin, server.origin, path, body, reader)
      if (status === 200) return
      expect(status, `seed ${seed} (CUT_SEED)`).toBe(null)
      broken += 1
    }
  }

  async function take(reader: number): Promise<void> {
    const body = voteBody(ARTICLE, token, reader)
    const { site, article, ballot } = body
    await until200(VOTES_PATH, { ...body, choice: pick(random, CHOICES) }, reader)
    const last = random() < 0.3 ? null : pick(random, CHOICES)
    meant.set(reader, last)
    const turn = 2
    if (last === null) await until200(WITHDRAWALS_PATH, { site, article, ballot, turn }, reader)
    else await until200(VOTES_PATH, { ...body, turn, choice: last }, reader)
  }

  const readers = Array.from({ length: READERS }, (_, i) => i + 1).values()
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const reader of readers) await take(reader)
    }),
  )
  expect(proxy.cuts()).toBeGreaterThan(READERS / 2)
  expect(broken).toBeGreaterThan(READERS / 2)
  expect(await server.end('SIGTERM')).toBe(0)

  const file = join(dataDir, 'tanggapan.db')
  const { votes, faults } = readStored(file)
  expect(faults).toEqual([])
  const choices = [...votes.values()].map(({ choice }) => choice)
  expect(choices.sort(), `seed ${seed} (CUT_SEED)`).toEqual([...meant.values()].sort())
  expect(readRows(file, 'select distinct turn from votes')).toEqual([{ turn: 2 }])
})
