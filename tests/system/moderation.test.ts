import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { talliesPath } from '../../shared/paths.ts'
import { operate } from '../support/operate-command.ts'
import { readRows } from '../support/read-rows.ts'
import { view, vote } from '../support/reader-requests.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SITE = '/api/admin/sites/bojonegoro'
const NOTE = 'Pameran, semua lewat satu jaringan.'
const PENDING = 50_000
const ARTICLES = 10
/** Readers that vote one after the other, each lane on an article of its own. */
const LANES = 4

async function start(dataDir: string): Promise<RunningServer> {
  const server = await startServer(dataDir, { LOG_LEVEL: 'error' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

/** A token for one site or all, as it is made by command beside a running or stopped server. */
async function makeToken(dataDir: string, name: string, ...more: string[]): Promise<string> {
  const { code, said } = await operate(dataDir, ['token', 'add', name, ...more, '--json'])
  expect(code, said).toBe(0)
  return (JSON.parse(said) as { token: string }).token
}

function ask(origin: string, token: string, address: string, body?: object): Promise<Response> {
  return fetch(`${origin}${SITE}/${address}`, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

/** Puts votes that are pending into the file of a server that has ended. */
function setAside(dataDir: string, votes: number): void {
  const rows = readRows(
    join(dataDir, 'tanggapan.db'),
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${votes})
     insert into votes (article, voter, turn, choice, day, standing, reason)
     select a.id, randomblob(16), 1, 'puas', '2026-11-20', 'pending', 'network'
     from n join articles a on a.key like '%/pameran/' || (n.i % ${ARTICLES}) returning 1`,
  )
  expect(rows).toHaveLength(votes)
}

test('50,000 votes are released while others are taken, and both add up', async () => {
  const dataDir = temporaryFolder()
  const first = await start(dataDir)
  for (let n = 0; n < ARTICLES; n++) await view(first.origin, `/pameran/${n}`)
  await first.end('SIGTERM')
  setAside(dataDir, PENDING)

  const { origin, end } = await start(dataDir)
  const token = await makeToken(dataDir, 'pameran')
  const release = { underWay: true, acknowledged: 0, slowest: 0 }
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    const page = await view(origin, `/pameran/${lane}`)
    for (let n = 0; release.underWay; n++) {
      const sent = performance.now()
      expect(await vote(origin, `/pameran/${lane}`, page, lane * 10_000 + n)).toBe(200)
      release.acknowledged += 1
      release.slowest = Math.max(release.slowest, performance.now() - sent)
    }
  })
  await expect.poll(() => release.acknowledged).toBeGreaterThan(LANES)
  const before = release.acknowledged
  const body = { reason: 'network', to: '2026-11-20', note: NOTE }
  const began = performance.now()
  const reply = await ask(origin, token, 'releases', body)
  const lines = (await reply.text()).trim().split('\n')
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const during = release.acknowledged - before
  release.underWay = false
  await Promise.all(lanes)

  console.log(
    `${PENDING} votes released in ${seconds} s; ${during} others acknowledged meanwhile, the slowest after ${Math.round(release.slowest)} ms`,
  )
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ changed: PENDING, done: true })
  expect(lines).toHaveLength(PENDING / 1000 + 1)
  expect(during).toBeGreaterThan(0)
  const asked = await fetch(
    `${origin}${talliesPath('bojonegoro')}?article=/pameran/${ARTICLES - 1}`,
  )
  const { tallies } = (await asked.json()) as { tallies: { responses: number }[] }
  expect(tallies[0]?.responses).toBe(PENDING / ARTICLES)
  expect(await end('SIGTERM')).toBe(0)

  const file = join(dataDir, 'tanggapan.db')
  expect(readRows(file, "select sum(votes) as votes from audit where action = 'release'")).toEqual([
    { votes: PENDING },
  ])
  const wrong = readRows(
    file,
    `select a.key, t.puas, count(v.voter) as votes from articles a join totals t on t.article = a.id
     left join votes v on v.article = a.id and v.standing = 'counted'
     group by a.id having t.puas <> count(v.voter)`,
  )
  expect(wrong).toEqual([])
  const rows = readRows(file, 'select count(*) as votes from votes')
  expect(rows).toEqual([{ votes: PENDING + release.acknowledged }])
})

test('a token is made, listed and revoked beside the running server and the stopped one', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  const own = await makeToken(dataDir, 'kominfo', '--site', 'bojonegoro')
  expect(own).toMatch(/^tanggapan_[\w-]{43}$/)
  expect((await ask(server.origin, own, 'summary')).status).toBe(200)
  const again = await operate(dataDir, ['token', 'add', 'kominfo'])
  expect(again).toEqual({
    code: 1,
    said: 'There is a token kominfo already; nothing was changed.\n',
  })

  const revoked = await operate(dataDir, ['token', 'revoke', 'kominfo'])
  expect(revoked).toEqual({ code: 0, said: 'revoked  kominfo\n' })
  expect((await ask(server.origin, own, 'summary')).status).toBe(401)
  await server.end('SIGTERM')

  const all = await makeToken(dataDir, 'semua')
  const listed = await operate(dataDir, ['token', 'list'])
  expect(listed.said).toMatch(/^semua {2}all sites {2}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n$/)
  const { origin, end, said } = await start(dataDir)
  const { audit } = (await (await ask(origin, all, 'audit')).json()) as { audit: object[] }
  expect(audit).toMatchObject([{ actor: 'operator', action: 'token-add', note: 'kominfo' }])
  expect(await end('SIGTERM')).toBe(0)

  const file = join(dataDir, 'tanggapan.db')
  const hashes = readRows(file, 'select hash from api_tokens')
  expect(hashes).toEqual([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(JSON.stringify([hashes, said()])).not.toContain(all.slice(10))
})

test.each([
  [['token', 'add', 'system'], "NAME can't be system: the audit log says so of others.\n"],
  [['token', 'add', 'Kominfo'], 'NAME is lower-case letters, digits and hyphens, at most 40.\n'],
  [['token', 'add', 'kominfo', '--site', 'tiada'], 'There is no site tiada.\n'],
  [['token', 'revoke', 'tiada'], 'There is no token tiada.\n'],
])('%j is refused in a sentence', async (args, sentence) => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).end('SIGTERM')
  expect(await operate(dataDir, args)).toEqual({ code: 1, said: sentence })
})
