import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { operate } from '../support/operate-command.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const DAY = 24 * 60 * 60 * 1000
const TODAY = /^tanggapan-\d{8}T\d{6}Z\.backup$/
/** The first look comes a second after the start; the copy takes as long as the machine wants. */
const PATIENCE = { timeout: 60_000, interval: 200 }

const nameOf = (daysAgo: number) => {
  const taken = new Date(Date.now() - daysAgo * DAY)
  return `tanggapan-${taken.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`
}

async function start(dataDir: string, backupDir: string) {
  const server = await startServer(dataDir, { BACKUP_DIR: backupDir, LOG_LEVEL: 'info' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

/** A data folder with a recovery phrase, which is in a file. */
async function withPhrase(): Promise<{ dataDir: string; phraseFile: string }> {
  const [dataDir, away] = [temporaryFolder(), temporaryFolder()]
  const server = await startServer(dataDir)
  const { said } = await operate(dataDir, ['backup', join(away, 'first'), '--json'])
  await server.end('SIGTERM')
  const phraseFile = join(away, 'phrase')
  writeFileSync(phraseFile, (JSON.parse(said) as { phrase: string }).phrase)
  return { dataDir, phraseFile }
}

test('a day has one backup, which restores, and what is older than 35 days goes', async () => {
  const { dataDir, phraseFile } = await withPhrase()
  const backupDir = temporaryFolder()
  const others = ['notes.txt', 'tanggapan-old.backup']
  const [kept, gone] = [nameOf(34), nameOf(36)]
  for (const name of [...others, kept, gone]) writeFileSync(join(backupDir, name), 'x')
  const copies = ['tanggapan.db.before-1', 'tanggapan.db.before-2']
  copies.forEach((name, i) => {
    writeFileSync(join(dataDir, name), 'x')
    const taken = new Date(Date.now() - (i === 0 ? 34 : 36) * DAY)
    utimesSync(join(dataDir, name), taken, taken)
  })

  const server = await start(dataDir, backupDir)
  await server.says(/backed up: /)
  await expect.poll(() => readdirSync(backupDir), PATIENCE).not.toContain(gone)
  const made = readdirSync(backupDir).filter((name) => TODAY.test(name) && name !== kept)
  expect(made).toHaveLength(1)
  expect(readdirSync(backupDir).sort()).toEqual([...others, kept, ...made].sort())
  expect(readdirSync(dataDir).filter((name) => name.includes('before'))).toEqual([copies[0]])

  const file = join(backupDir, made[0] as string)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const state = JSON.parse(readFileSync(join(dataDir, 'last-backup.json'), 'utf8'))
  expect(state).toMatchObject({ good: { file, size: statSync(file).size } })
  expect(state).not.toHaveProperty('failure')
  expect(await server.end('SIGTERM')).toBe(0)
  const elsewhere = temporaryFolder()
  const restored = await operate(elsewhere, ['restore', file, '--phrase-file', phraseFile])
  expect(restored.code, restored.said).toBe(0)
})

test('without a phrase there is no backup; that is said, remembered and ends with the first', async () => {
  const [dataDir, backupDir] = [temporaryFolder(), join(temporaryFolder(), 'made')]
  const server = await start(dataDir, backupDir)
  await server.says(/no daily backup before there is a recovery phrase.*operate -- backup FILE/)
  expect(readdirSync(backupDir)).toEqual([])
  const state = join(dataDir, 'last-backup.json')
  await expect
    .poll(() => JSON.parse(readFileSync(state, 'utf8')), PATIENCE)
    .toMatchObject({ failure: { message: expect.stringContaining('recovery phrase') } })

  const file = join(temporaryFolder(), 'by-hand')
  expect((await operate(dataDir, ['backup', file])).code).toBe(0)
  expect(JSON.parse(readFileSync(state, 'utf8'))).toEqual({
    good: expect.objectContaining({ file }),
  })
})

test('a server that is told to stop while it backs up stops, and leaves no half of a backup', async () => {
  const { dataDir } = await withPhrase()
  const backupDir = temporaryFolder()
  const server = await start(dataDir, backupDir)
  const underWay = () => readdirSync(dataDir).some((name) => name.includes('.copy-'))
  await expect.poll(underWay, { ...PATIENCE, interval: 5 }).toBe(true)
  expect(await server.end('SIGTERM')).toBe(0)
  expect(readdirSync(backupDir).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(readdirSync(dataDir).filter((name) => name.includes('.copy-'))).toEqual([])
})

test('what a killed backup left behind is cleared away at the next start', async () => {
  const { dataDir } = await withPhrase()
  mkdirSync(join(dataDir, 'tanggapan.db.copy-abcdef'))
  writeFileSync(join(dataDir, 'tanggapan.db.copy-abcdef', 'copy.db'), 'x')
  const server = await startServer(dataDir)
  expect(readdirSync(dataDir).filter((name) => name.includes('.copy-'))).toEqual([])
  expect(await server.end('SIGTERM')).toBe(0)
})
