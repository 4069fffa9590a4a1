import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLookUp, UnresolvedError } from '../../server/entry/look-up.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const going = new AbortController().signal

/** A DNS server that takes questions and never answers. */
async function silentServer() {
  const socket = createSocket('udp4')
  onTestFinished(() => {
    socket.close()
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { address: `127.0.0.1:${socket.address().port}`, asked: once(socket, 'message') }
}

function tableOf(text: string): string {
  const path = join(temporaryFolder(), 'hosts')
  writeFileSync(path, text)
  return path
}

test.each(['127.0.0.1', '::1'])('%s is its own address', async (address) => {
  expect(await createLookUp()(address, going)).toEqual([address])
})

test("this machine's own table goes before DNS", async () => {
  const table = tableOf(
    '10.0.0.9 lain # desa.intra\n10.0.0.7\tdesa.intra desa\n\nfd00::7 desa.intra\n',
  )
  const lookUp = createLookUp(table, [(await silentServer()).address])
  expect(await lookUp('desa.intra', going)).toEqual(['10.0.0.7', 'fd00::7'])
  expect(await lookUp('desa', going)).toEqual(['10.0.0.7'])
})

test('a DNS that stays silent is given up when the visit ends', async () => {
  const { address, asked } = await silentServer()
  const ending = new AbortController()
  const looked = createLookUp(tableOf(''), [address])('desa.example', ending.signal)
  const refused = expect(looked).rejects.toThrow(UnresolvedError)
  await asked
  ending.abort()
  await refused
})

test('a visit that has ended asks nobody for long', async () => {
  const { address } = await silentServer()
  const lookUp = createLookUp(tableOf(''), [address])
  await expect(lookUp('desa.example', AbortSignal.abort())).rejects.toThrow(UnresolvedError)
})

test('a DNS that never answers is given up in the end', async () => {
  const { address } = await silentServer()
  await expect(createLookUp(tableOf(''), [address])('desa.example', going)).rejects.toThrow(
    UnresolvedError,
  )
}, 20_000)
