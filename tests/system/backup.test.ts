import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { talliesPath, VOTES_PATH, WITHDRAWALS_PATH } from '../../shared/paths.ts'
import { operate } from '../support/operate-command.ts'
import { readRows } from '../support/read-rows.ts'
import { send, view, vote, voteBody } from '../support/reader-requests.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PHRASE = /(?:[0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}/
const ARTICLE = '/backed-up'
const READERS = 8
/** The site's own address, so that an article has the same key on every machine. */
const PUBLIC_URL = 'http://localhost'

async function start(dataDir: string): Promise<RunningServer> {
  const server = await startServer(dataDir, { LOG_LEVEL: 'error', PUBLIC_URL })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

async function tally(origin: string): Promise<unknown> {
  const reply = await fetch(`${origin}${talliesPath('bojonegoro')}?article=${ARTICLE}`)
  return ((await reply.json()) as { tallies: unknown[] }).tallies[0]
}

/** A running server with some votes, and a backup of it whose phrase is in a file. */
async function backedUp() {
  const [dataDir, away] = [temporaryFolder(), temporaryFolder()]
  const server = await start(dataDir)
  await view(server.origin, ARTICLE)
  const tokenOf = ripeTokens(dataDir)
  const token = () => tokenOf(`localhost${ARTICLE}`)
  for (let reader = 1; reader <= READERS; reader++) {
    expect(await vote(server.origin, ARTICLE, token(), reader)).toBe(200)
  }
  await expect.poll(() => tally(server.origin)).toMatchObject({ views: 1, responses: READERS })
  const file = join(away, 'first.backup')
  const { code, said } = await operate(dataDir, ['backup', file])
  expect(code, said).toBe(0)
  const [phrase = ''] = PHRASE.exec(said) ?? []
  const phraseFile = join(away, 'phrase')
  writeFileSync(phraseFile, `${phrase}\n`)
  return { dataDir, away, server, token, file, said, phrase, phraseFile }
}

test('restored on another machine, an old ballot withdraws there and the figures are equal', async () => {
  const { dataDir, server, token, file, phraseFile } = await backedUp()
  const before = await tally(server.origin)
  // What comes after a backup is not in it.
  expect(await vote(server.origin, ARTICLE, token(), READERS + 1)).toBe(200)
  await server.end('SIGKILL')

  const elsewhere = join(temporaryFolder(), 'another', 'machine')
  const restored = await operate(elsewhere, ['restore', file, '--phrase-file', phraseFile])
  expect(restored.code, restored.said).toBe(0)
  expect(readFileSync(join(elsewhere, 'secret'))).toEqual(readFileSync(join(dataDir, 'secret')))
  for (const name of ['secret', 'tanggapan.db', 'recovery.json']) {
    expect(statSync(join(elsewhere, name)).mode & 0o777, name).toBe(0o600)
  }

  const { origin } = await start(elsewhere)
  expect(await tally(origin)).toEqual(before)
  const { ballot, site } = voteBody(ARTICLE, '', 1)
  const body = { site, article: ARTICLE, ballot, turn: 2 }
  const withdrawn = await send(origin, WITHDRAWALS_PATH, body)
  expect(withdrawn.status).toBe(200)
  expect(await withdrawn.json()).toMatchObject({ responses: READERS - 1, choice: null })
  // A page token from before the move is good as well: it hangs on the same secret.
  expect((await send(origin, VOTES_PATH, voteBody(ARTICLE, token(), 50))).status).toBe(200)
})

test('the restored server goes on under the same phrase, which is not shown again', async () => {
  const { file, phraseFile, phrase } = await backedUp()
  const second = temporaryFolder()
  expect((await operate(second, ['restore', file, '--phrase-file', phraseFile])).code).toBe(0)
  const next = join(temporaryFolder(), 'next.backup')
  const { code, said } = await operate(second, ['backup', next])
  expect(code, said).toBe(0)
  expect(said).not.toMatch(PHRASE)
  const third = temporaryFolder()
  const typed = ['restore', next, '--phrase-file', phraseFile, '--json']
  const restored = await operate(third, typed)
  expect(restored.code, restored.said).toBe(0)
  expect(JSON.parse(restored.said)).toMatchObject({ rows: { votes: READERS } })
  expect(readFileSync(join(third, 'secret'), 'utf8')).not.toContain(phrase)
})

test('a backup is one file for its owner alone, and nothing else is left behind', async () => {
  const { dataDir, away, file, phrase } = await backedUp()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(away).sort()).toEqual(['first.backup', 'phrase'])
  const files = readdirSync(dataDir)
  expect(files.filter((name) => name.includes('copy'))).toEqual([])
  for (const name of files.filter((each) => each.endsWith('.json'))) {
    expect(statSync(join(dataDir, name)).mode & 0o777, name).toBe(0o600)
    expect(readFileSync(join(dataDir, name), 'utf8'), name).not.toContain(phrase.slice(0, 11))
  }
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
  for (const hidden of [secret, 'SQLite format', ARTICLE]) {
    expect(readFileSync(file).includes(hidden), hidden).toBe(false)
  }
  const state = JSON.parse(readFileSync(join(dataDir, 'last-backup.json'), 'utf8'))
  expect(state).toEqual({ good: { time: expect.any(String), file, size: statSync(file).size } })
})

test('a phrase of one’s own is taken, another one refused, a new one made when asked for', async () => {
  const { dataDir, away, phraseFile, phrase } = await backedUp()
  const own = await operate(dataDir, ['backup', join(away, 'b'), '--phrase-file', phraseFile])
  expect(own.code, own.said).toBe(0)
  const renewed = await operate(dataDir, ['backup', join(away, 'c'), '--new-phrase', '--json'])
  const made = JSON.parse(renewed.said) as { phrase: string }
  expect(made.phrase).toMatch(PHRASE)
  expect(made.phrase).not.toBe(phrase)

  const old = await operate(dataDir, ['backup', join(away, 'd'), '--phrase-file', phraseFile])
  expect(old).toMatchObject({ code: 1, said: expect.stringContaining('--new-phrase') })
  expect(existsSync(join(away, 'd'))).toBe(false)
  const again = ['backup', join(away, 'd'), '--phrase-file', phraseFile, '--new-phrase']
  expect((await operate(dataDir, again)).code).toBe(0)
  const restored = ['restore', join(away, 'd'), '--phrase-file', phraseFile]
  expect((await operate(join(away, 'data'), restored)).code).toBe(0)
})

test('what is no backup, another phrase and a mistyped one restore nothing, and say why', async () => {
  const { away, file, phraseFile, phrase } = await backedUp()
  const target = join(away, 'target')
  const refused = async (backup: string, phraseIn: string, words: RegExp) => {
    const { code, said } = await operate(target, ['restore', backup, '--phrase-file', phraseIn])
    expect(said).toMatch(words)
    expect(said).not.toContain('    at ')
    expect(code).toBe(1)
    expect(readdirSync(target)).toEqual([])
  }
  await refused(phraseFile, phraseFile, /no backup of Tanggapan/)

  const mistyped = join(away, 'mistyped')
  writeFileSync(
    mistyped,
    phrase.replace(/^./, (letter) => (letter === '7' ? '8' : '7')),
  )
  await refused(file, mistyped, /Group 1 of the recovery phrase/)

  const others = await backedUp()
  await refused(file, others.phraseFile, /that of another backup/)

  const cut = join(away, 'cut.backup')
  writeFileSync(cut, readFileSync(file))
  truncateSync(cut, statSync(file).size - 1)
  await refused(cut, phraseFile, /changed or is cut short/)
})

test('a data folder with something in it is refused and stays as it is', async () => {
  const { dataDir, server, file, phraseFile } = await backedUp()
  const args = ['restore', file, '--phrase-file', phraseFile]
  expect(await operate(dataDir, args)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/ is not empty, and nothing in it was changed\./),
  })
  expect(await server.end('SIGTERM')).toBe(0)
  const before = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name)))
  expect((await operate(dataDir, args)).code).toBe(1)
  expect(readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name)))).toEqual(before)

  const withSecret = temporaryFolder()
  writeFileSync(join(withSecret, 'secret'), `${'another secret '.repeat(4)}\n`)
  expect(await operate(withSecret, args)).toMatchObject({
    code: 1,
    said: expect.stringContaining('another secret than the backup has'),
  })
  expect(readdirSync(withSecret)).toEqual(['secret'])
})

test('a restore that was cut short after the secret goes through when it is run again', async () => {
  const { dataDir, file, phraseFile } = await backedUp()
  const target = temporaryFolder()
  writeFileSync(join(target, 'secret'), readFileSync(join(dataDir, 'secret')))
  mkdirSync(join(target, 'tanggapan.db.copy-abcdef'))
  const { code, said } = await operate(target, ['restore', file, '--phrase-file', phraseFile])
  expect(code, said).toBe(0)
  expect(readdirSync(target).sort()).toEqual(['recovery.json', 'secret', 'tanggapan.db'])
})

test('a database whose sums disagree with its votes makes no backup', async () => {
  const { dataDir, away, server } = await backedUp()
  expect(await server.end('SIGTERM')).toBe(0)
  readRows(join(dataDir, 'tanggapan.db'), 'update totals set puas = puas + 1 where puas > 0')
  const target = join(away, 'bent.backup')
  const { code, said } = await operate(dataDir, ['backup', target])
  expect(said).toBe(
    `No backup was made: bojonegoro localhost${ARTICLE} totals puas: stored ${READERS + 1}, counted ${READERS}\nIn the database itself npm run operate -- recount --fix puts them right.\n`,
  )
  expect(code).toBe(1)
  expect(readdirSync(away).sort()).toEqual(['first.backup', 'phrase'])
  const state = JSON.parse(readFileSync(join(dataDir, 'last-backup.json'), 'utf8'))
  expect(state).toMatchObject({
    good: { file: join(away, 'first.backup') },
    failure: { message: expect.stringContaining('totals') },
  })
})

test('a place where nothing can be written is named, and the server goes on', async () => {
  const { dataDir, server, token, away } = await backedUp()
  const nowhere = join(away, 'missing', 'a.backup')
  const { code, said } = await operate(dataDir, ['backup', nowhere])
  expect(said).toMatch(/^No backup was made: .*missing/)
  expect(code).toBe(1)
  expect(await vote(server.origin, ARTICLE, token(), 77)).toBe(200)
})
