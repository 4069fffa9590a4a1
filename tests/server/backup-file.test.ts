import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openBackup, writeBackup } from '../../server/entry/backup/backup-file.ts'
import { NoBackupError } from '../../server/entry/backup/backup-header.ts'
import { recoveryKeyOf } from '../../server/entry/backup/recovery-key.ts'
import { newPhrase } from '../../server/entry/backup/recovery-phrase.ts'
import { opened, SealBrokenError, sealed } from '../../server/entry/backup/sealed-chunks.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const CONTENTS = {
  manifest: {
    time: '2026-11-24T00:00:00.000Z',
    release: '1',
    migrations: ['1'],
    rows: { votes: 2 },
    bytes: 9,
    unlikeSigned: 0,
  },
  secret: 'rahasia yang panjang sekali untuk diuji',
}
/** Of a chunk, of its tag, in bytes; part of the format. */
const CHUNK = 256 * 1024
const TAG = 16

async function* of(...pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces
}

async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** A backup of a database of some bytes, with all that is needed to look at it. */
async function backedUp(bytes: Buffer) {
  const folder = temporaryFolder()
  const [database, path] = [join(folder, 'a.db'), join(folder, 'a.backup')]
  writeFileSync(database, bytes)
  const phrase = newPhrase()
  const key = await recoveryKeyOf(phrase)
  const size = await writeBackup(path, key, CONTENTS, database)
  return { path, phrase, key, size }
}

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000])(
  '%d bytes come out of a seal as they went in, however they came',
  async (length) => {
    const [key, plain] = [randomBytes(32), randomBytes(length)]
    const half = length >> 1
    const cipher = await all(sealed(key, of(plain.subarray(0, half), plain.subarray(half))))
    expect(cipher.length).toBe(length + TAG * Math.max(1, Math.ceil(length / CHUNK)))
    const third = Math.floor(cipher.length / 3)
    const back = await all(opened(key, of(cipher.subarray(0, third), cipher.subarray(third))))
    expect(back.equals(plain)).toBe(true)
  },
)

test('a seal that was cut, reordered, doubled or changed anywhere is refused', async () => {
  const key = randomBytes(32)
  const cipher = await all(sealed(key, of(randomBytes(2 * CHUNK + 1000))))
  const sealedChunk = CHUNK + TAG
  const [first, second, third] = [0, 1, 2].map((i) =>
    cipher.subarray(i * sealedChunk, (i + 1) * sealedChunk),
  ) as [Buffer, Buffer, Buffer]
  const forged = [
    [],
    [first],
    [first, second],
    [second, first, third],
    [first, first, second, third],
    [first, third],
    [first, second, third, third],
    [first, second, third.subarray(0, -1)],
    [first, second, third, Buffer.from([0])],
  ]
  for (const pieces of forged) {
    await expect(all(opened(key, of(...pieces)))).rejects.toThrow(SealBrokenError)
  }
  await expect(all(opened(randomBytes(32), of(cipher)))).rejects.toThrow(SealBrokenError)
  const flips = fc.tuple(fc.nat(cipher.length - 1), fc.integer({ min: 1, max: 255 }))
  await fc.assert(
    fc.asyncProperty(flips, async ([place, bits]) => {
      const changed = Buffer.from(cipher)
      changed[place] = (changed[place] as number) ^ bits
      await expect(all(opened(key, of(changed)))).rejects.toThrow(SealBrokenError)
    }),
    { numRuns: 50 },
  )
})

test('a backup opens under its phrase, and holds database, secret and manifest', async () => {
  const bytes = randomBytes(700_000)
  const { path, phrase, key, size } = await backedUp(bytes)
  expect(statSync(path)).toMatchObject({ size, mode: 0o100600 })
  const { database, recoveryKey, ...contents } = await openBackup(path, phrase)
  expect(contents).toEqual(CONTENTS)
  expect(recoveryKey).toEqual(key)
  expect((await all(database)).equals(bytes)).toBe(true)
})

test('nothing of it can be read without, not even what the server keeps of the phrase', async () => {
  const telltale = Buffer.from('telltale of the database')
  const { path, phrase, key } = await backedUp(telltale)
  const file = readFileSync(path)
  for (const hidden of [telltale.toString(), CONTENTS.secret, 'manifest', phrase]) {
    expect(file.includes(hidden)).toBe(false)
  }
  await expect(openBackup(path, newPhrase())).rejects.toThrow('that of another backup')
  expect(Object.keys(key).sort()).toEqual(['recipient', 'salt'])
})

test('two backups of the same have no content in common', async () => {
  const bytes = randomBytes(1000)
  const { path, key } = await backedUp(bytes)
  const again = `${path}.again`
  await writeBackup(again, key, CONTENTS, path.replace('.backup', '.db'))
  const [one, two] = [readFileSync(path), readFileSync(again)]
  const header = one.indexOf('\n', one.indexOf('\n') + 1)
  expect(one.subarray(header).equals(two.subarray(header))).toBe(false)
})

test('a header that was changed is refused in words', async () => {
  const { path, phrase } = await backedUp(randomBytes(10))
  const file = readFileSync(path)
  const passing = file.indexOf('"passing":"') + '"passing":"'.length
  const tampered: [Buffer, typeof NoBackupError | typeof SealBrokenError, string][] = [
    [Buffer.from('something else entirely\n'), NoBackupError, 'no backup of Tanggapan'],
    [Buffer.alloc(0), NoBackupError, 'no backup of Tanggapan'],
    [
      Buffer.from(file.toString('latin1').replace('backup 1', 'backup 2'), 'latin1'),
      NoBackupError,
      'newer release',
    ],
    [file.subarray(0, 60), NoBackupError, 'damaged'],
    [
      Buffer.concat([file.subarray(0, passing), Buffer.from('AAAA'), file.subarray(passing + 4)]),
      SealBrokenError,
      'changed or is cut short',
    ],
  ]
  for (const [bytes, kind, words] of tampered) {
    writeFileSync(path, bytes)
    const opening = openBackup(path, phrase)
    await expect(opening).rejects.toThrow(kind)
    await expect(opening).rejects.toThrow(words)
  }
})
