import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { talliesPath, VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { readRows } from '../support/read-rows.ts'
import { readerHeaders } from '../support/reader-headers.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { startServer } from '../support/running-server.ts'
import { siteCommand as site } from '../support/site-command.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ORIGIN = 'https://desa.example.go.id'
const ADD = ['add', 'desa', '--name', 'Desa Contoh', '--origin', ORIGIN]

async function start(dataDir: string) {
  const server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

function post(origin: string, path: string, body: object, from = ORIGIN): Promise<Response> {
  const headers = { Origin: from, 'Content-Type': 'text/plain', ...readerHeaders(1) }
  return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

test('a site that was added is listed, and the server serves it', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const wildcard = 'https://*.kecamatan.example.go.id'
  const added = await site(dataDir, ...ADD, '--origin', wildcard, '--zone', 'Asia/Jayapura')
  expect(added).toMatchObject({ code: 0, said: expect.stringContaining('desa  Desa Contoh') })
  const listed = await site(dataDir, 'list')
  expect(listed.code).toBe(0)
  expect(listed.said).toMatch(/^desa {2}Desa Contoh {2}/)
  expect(listed.said.trim().split(/ +/).slice(-2).sort()).toEqual([wildcard, ORIGIN].sort())

  const { origin } = await start(dataDir)
  const seen = { site: 'desa', article: '/berita/satu', visit: 'new' }
  const view = await post(origin, VIEWS_PATH, seen)
  expect(view.status).toBe(200)
  const { article } = (await view.json()) as { article: string }
  expect(article).toBe('desa.example.go.id/berita/satu')
  const token = ripeTokens(dataDir, 'desa')(article)
  const vote = { site: 'desa', article, ballot: 'b'.repeat(22), turn: 1, choice: 'puas', token }
  expect((await post(origin, VOTES_PATH, vote)).status).toBe(200)
  expect((await post(origin, VIEWS_PATH, seen, 'https://a.kecamatan.example.go.id')).status).toBe(
    200,
  )
  expect((await post(origin, VIEWS_PATH, seen, 'https://elsewhere.example')).status).toBe(403)
  const tallies = await fetch(`${origin}${talliesPath('desa')}?article=/berita/satu`)
  expect(await tallies.json()).toMatchObject({ tallies: [{ article, views: 2, responses: 1 }] })
})

test('beside a running server it is refused and changes nothing', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  for (const args of [ADD, ['list']]) {
    const { code, said } = await site(dataDir, ...args)
    expect(code).toBe(1)
    expect(said).toMatch(/^The database is in use by another process\. Stop that one first/)
  }
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
  expect(await server.end('SIGTERM')).toBe(0)
  const sites = readRows(join(dataDir, 'tanggapan.db'), 'select key from sites')
  expect(sites).toEqual([{ key: 'bojonegoro' }])

  expect((await site(dataDir, ...ADD)).code).toBe(0)
  const { origin } = await start(dataDir)
  const seen = { site: 'desa', article: '/', visit: 'new' }
  expect((await post(origin, VIEWS_PATH, seen)).status).toBe(200)
})

test('a key that is taken stays with its site', async () => {
  const dataDir = temporaryFolder()
  expect((await site(dataDir, ...ADD)).code).toBe(0)
  const again = await site(dataDir, 'add', 'desa', '--name', 'Lain', '--origin', 'https://lain.id')
  expect(again.code).toBe(1)
  expect(again.said).toMatch(/^There is a site desa already; nothing was changed\.$/m)
  expect((await site(dataDir, 'list')).said).toBe(`desa  Desa Contoh  ${ORIGIN}\n`)
})

test('settings that were set are shown, sent with a view, and taken back', async () => {
  const dataDir = temporaryFolder()
  await site(dataDir, ...ADD)
  expect(await site(dataDir, 'show', 'desa')).toEqual({ code: 0, said: '{}\n' })
  const typed = [
    ...['--results', 'after-vote', '--results-from', '10', '--language', 'jv'],
    ...['--question', 'id=<b>Apa = ini?</b>', '--label', 'id:puas=Jelas'],
    ...['--follow-up', 'LAPOR!=https://www.lapor.go.id/', '--response-rate', 'on'],
    ...['--controller', 'Dinas Kominfo=ppid@desa.example.go.id', '--identity', 'address'],
  ]
  const wording = { id: { question: '<b>Apa = ini?</b>', labels: { puas: 'Jelas' } } }
  const settings = {
    results: 'after-vote',
    resultsFrom: 10,
    language: 'jv',
    wording,
    followUp: { text: 'LAPOR!', url: 'https://www.lapor.go.id/' },
    responseRate: true,
    controller: { name: 'Dinas Kominfo', contact: 'ppid@desa.example.go.id' },
    identity: 'address',
  }
  const set = await site(dataDir, 'set', 'desa', ...typed)
  expect(set.code).toBe(0)
  expect(JSON.parse(set.said)).toEqual(settings)
  expect(await site(dataDir, 'show', 'desa')).toEqual(set)

  const names = ['results', 'question:id', 'follow-up', 'identity']
  const unset = names.flatMap((name) => ['--unset', name])
  const changed = await site(dataDir, 'set', 'desa', '--results-from', '7', ...unset)
  const left = {
    resultsFrom: 7,
    language: 'jv',
    wording: { id: { labels: wording.id.labels } },
    responseRate: true,
    controller: settings.controller,
  }
  expect(JSON.parse(changed.said)).toEqual(left)

  const { origin } = await start(dataDir)
  const view = await post(origin, VIEWS_PATH, { site: 'desa', article: '/', visit: 'new' })
  expect(await view.json()).toMatchObject({ settings: left })
  for (const args of [
    ['show', 'desa'],
    ['set', 'desa', '--language', 'id'],
  ]) {
    expect(await site(dataDir, ...args)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^The database is in use by another process/),
    })
  }
})

test('settings with a fault are refused with every fault, and nothing is changed', async () => {
  const dataDir = temporaryFolder()
  await site(dataDir, ...ADD)
  await site(dataDir, 'set', 'desa', '--language', 'en')
  const faulty = [
    ...['--unset', 'colour', '--response-rate', 'yes', '--results-from', '51'],
    ...['--question', `id=${'a'.repeat(81)}`, '--follow-up', 'Lapor=https://evil.example/'],
  ]
  const { code, said } = await site(dataDir, 'set', 'desa', '--language', 'su', ...faulty)
  expect(code).toBe(1)
  expect(said.split('\n')).toEqual([
    '--unset colour: there is no such setting.',
    '--response-rate yes is not on|off.',
    'resultsFrom is not a whole number from 1 to 50.',
    'wording.id.question has 81 characters; at most 80 are shown.',
    'followUp.url is not an https address on a host of the site or on lapor.go.id, www.lapor.go.id.',
    'Nothing was changed.',
    '',
  ])
  expect(JSON.parse((await site(dataDir, 'show', 'desa')).said)).toEqual({ language: 'en' })
})

test('an article that was closed takes no votes until it is opened', async () => {
  const dataDir = temporaryFolder()
  await site(dataDir, ...ADD)
  const key = 'desa.example.go.id/berita/satu'
  for (const [command, open] of [
    ['close', false],
    ['open', true],
  ] as const) {
    const { code, said } = await site(dataDir, command, 'desa', `https://${key}/?utm_source=a`)
    expect({ code, said }).toEqual({ code: 0, said: `${open ? 'open' : 'closed'}  ${key}\n` })
    const server = await start(dataDir)
    const seen = { site: 'desa', article: '/berita/satu', visit: 'new' }
    const view = await post(server.origin, VIEWS_PATH, seen)
    expect(await view.json()).toMatchObject({ article: key, open })
    expect(await server.end('SIGTERM')).toBe(0)
  }
})

test.each([
  [['show', 'kota'], 'There is no site kota.\n'],
  [['set', 'kota', '--language', 'id'], 'There is no site kota.\n'],
  [['close', 'kota', '/'], 'There is no site kota.\n'],
  [['set', 'desa'], 'There is nothing to set.\n'],
  [['intranet', 'kota', 'on'], 'There is no site kota.\n'],
  [['intranet', 'desa', 'yes'], 'An intranet is on or off.\n'],
  [['verify', 'kota'], 'There is no site kota.\n'],
  [['verify', 'desa', '--csv', '/nowhere.csv'], "/nowhere.csv can't be read.\n"],
  [['verify', 'desa', '--sitemap', '/nowhere.xml'], "/nowhere.xml can't be read.\n"],
  [
    ['verify', 'desa', '--sitemap', 'https://lain.example/sitemap.xml'],
    "https://lain.example/sitemap.xml: it is on none of the site's origins.\n",
  ],
  [
    ['verify', 'desa', '--csv', 'a', '--sitemap', 'b'],
    'There is one list at a time: --sitemap or --csv.\n',
  ],
  [
    ['close', 'desa', 'https://lain.example/'],
    'https://lain.example/ is no article of the site desa.\n',
  ],
])('%j is refused in a sentence', async (args, sentence) => {
  const dataDir = temporaryFolder()
  await site(dataDir, ...ADD)
  expect(await site(dataDir, ...args)).toEqual({ code: 1, said: sentence })
})

test.each([
  [[], /^Usage:/],
  [['remove', 'desa'], /^Usage:/],
  [['constructor'], /^Usage:/],
  [['add'], /^Usage:/],
  [['list', 'desa'], /^Usage:/],
  [['show'], /^Usage:/],
  [['close', 'desa'], /^Usage:/],
  [['list', '--name', 'Desa'], /--name/],
  [['add', 'Desa!'], /^KEY is .*\n--name is missing\.\n--origin is missing\.\n/],
  [['add', 'Desa!', '--name', 'Desa', '--origin', ORIGIN], /^KEY is lower-case/],
  [['add', 'desa', '--name', ' ', '--origin', ORIGIN], /^--name is missing/],
  [['add', 'desa', '--name', 'Desa', '--origin', `${ORIGIN}/`], /^--origin .* is not an origin/],
  [['add', 'desa', '--name', 'Desa', '--origin', 'https://*.desa.id'], /^--origin .* is not/],
  [[...ADD, '--zone', 'Asia/Nowhere'], /^--zone Asia\/Nowhere is not a time zone/],
  [[...ADD, '--colour', 'red'], /--colour/],
])('%j is refused with what is wrong', async (args, pattern) => {
  const dataDir = temporaryFolder()
  const { code, said } = await site(dataDir, ...args)
  expect(code).toBe(1)
  expect(said).toMatch(pattern)
  expect(said).not.toContain('    at ')
  expect((await site(dataDir, 'list')).said).toBe('')
})
