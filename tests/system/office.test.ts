import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { operate } from '../support/operate-command.ts'
import { readRows } from '../support/read-rows.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('offices are added, named, moved and given sites and sections while the server runs', async () => {
  const dataDir = temporaryFolder()
  const server = await startServer(dataDir, { LOG_LEVEL: 'error' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  const office = (...args: string[]) => operate(dataDir, ['office', ...args])
  expect(await office('list')).toEqual({ code: 0, said: 'There are no offices.\n' })
  await office('add', 'kabupaten', 'Kabupaten Bojonegoro')
  await office('add', 'dinkes', 'Dinas', '--under', 'kabupaten')
  await office('rename', 'dinkes', 'Dinas Kesehatan')
  await office('assign', 'bojonegoro', '--office', 'kabupaten')
  const section = ['--section', '/berita/kesehatan/', '--name', 'Kesehatan', '--office', 'dinkes']
  const { code, said } = await office('assign', 'bojonegoro', ...section)
  const host = server.origin.replace('http://', '')
  expect({ code, said }).toEqual({
    code: 0,
    said: `kabupaten  Kabupaten Bojonegoro
  dinkes  Dinas Kesehatan
site bojonegoro  kabupaten
section bojonegoro ${host}/berita/kesehatan  Kesehatan  dinkes
`,
  })

  const refused = [
    [['move', 'kabupaten', '--under', 'dinkes'], /below itself/],
    [['remove', 'dinkes'], /still belongs/],
    [['add', 'dinkes', 'Lain'], /already/],
    [['add', 'Dinas Lain', 'Lain'], /lower-case/],
    [
      ['assign', 'bojonegoro', '--section', 'https://lain.example/', '--name', 'x'],
      /one of the site/,
    ],
    [['assign', 'tiada'], /no such/],
  ] as const
  for (const [args, why] of refused) {
    const outcome = await office(...args)
    expect(outcome.code, args.join(' ')).toBe(1)
    expect(outcome.said).toMatch(why)
    expect(outcome.said).toMatch(/Nothing was changed/)
  }
  expect(await server.end('SIGTERM')).toBe(0)
  const audit = 'select actor, action, note from audit order by id'
  expect(readRows(join(dataDir, 'tanggapan.db'), audit)).toEqual(
    [
      ['add-office', 'kabupaten, Kabupaten Bojonegoro, under none'],
      ['add-office', 'dinkes, Dinas, under kabupaten'],
      ['rename-office', 'dinkes, Dinas Kesehatan'],
      ['assign-site', 'kabupaten'],
      ['set-section', `${host}/berita/kesehatan, Kesehatan, dinkes`],
    ].map(([action, note]) => ({ actor: 'operator', action, note })),
  )
})
