import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { talliesPath, VOTES_PATH } from '../../shared/paths.ts'
import { operate } from '../support/operate-command.ts'
import { readRows } from '../support/read-rows.ts'
import { send, view, vote, voteBody } from '../support/reader-requests.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ARTICLE = '/recounted'
const KEY = `localhost${ARTICLE}`
const READERS = 5
const AUDIT = "select actor, site, article, note from audit where action = 'recount' order by id"

async function start(dataDir: string): Promise<RunningServer> {
  const server = await startServer(dataDir, { LOG_LEVEL: 'error', PUBLIC_URL: 'http://localhost' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

test('what was bent while the server was stopped is named, put right, and in the audit log', async () => {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'tanggapan.db')
  const first = await start(dataDir)
  await view(first.origin, ARTICLE)
  const tokenOf = ripeTokens(dataDir)
  for (let reader = 1; reader <= READERS; reader++) {
    expect(await vote(first.origin, ARTICLE, tokenOf(KEY), reader)).toBe(200)
  }
  const driven = { ...voteBody(ARTICLE, tokenOf(KEY), 99), automated: true }
  expect((await send(first.origin, VOTES_PATH, driven, 99)).status).toBe(200)
  const right = /^Counted \d+ articles anew: every sum is right\.\n$/
  expect(await operate(dataDir, ['recount'])).toEqual({
    code: 0,
    said: expect.stringMatching(right),
  })
  expect(await first.end('SIGTERM')).toBe(0)

  // The totals follow by themselves, so that nothing in the file contradicts itself at a glance.
  readRows(file, 'update tallies set tidak_puas = 3 where puas > 0')
  readRows(file, 'update uncounted set puas = 0')
  const [{ day } = {}] = readRows(file, 'select day from tallies where puas > 0')
  const lines = [
    `bojonegoro ${KEY} tallies ${day} tidak_puas: stored 3, counted 0`,
    `bojonegoro ${KEY} uncounted ${day} pending automated puas: stored 0, counted 1`,
  ]
  const { origin, end } = await start(dataDir)
  const told = async () => {
    const reply = await fetch(`${origin}${talliesPath('bojonegoro')}?article=${ARTICLE}`)
    return ((await reply.json()) as { tallies: { responses: number }[] }).tallies[0]?.responses
  }
  expect(await told()).toBe(READERS + 3)
  expect(await operate(dataDir, ['recount'])).toEqual({
    code: 1,
    said: `${[...lines, 'Nothing was changed; --fix puts sums right, and says so in the audit log.'].join('\n')}\n`,
  })
  expect(await operate(dataDir, ['recount', '--fix'])).toEqual({
    code: 0,
    said: `${[...lines, 'Put right: 1 articles.'].join('\n')}\n`,
  })
  expect(await told()).toBe(READERS)
  expect((await operate(dataDir, ['recount'])).said).toMatch(right)
  expect(await end('SIGTERM')).toBe(0)
  const note = `sums put right that were not what their votes are: ${day}`
  const line = { actor: 'operator', site: 'bojonegoro', article: KEY, note }
  expect(readRows(file, AUDIT)).toEqual([line])

  readRows(file, 'update tallies set tidak_puas = 2 where puas > 0')
  const stopped = await operate(dataDir, ['recount', '--fix', '--json'])
  expect(stopped.code, stopped.said).toBe(0)
  expect(JSON.parse(stopped.said)).toMatchObject({
    repaired: 1,
    differences: [{ article: KEY, day, column: 'tidak_puas', stored: 2, counted: 0 }],
  })
  expect(readRows(file, AUDIT)).toEqual([line, line])
})
