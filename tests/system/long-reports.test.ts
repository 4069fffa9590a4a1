import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { memoryOf } from '../../tools/bench/process-usage.ts'
import { folderForAll } from '../support/folder-for-all.ts'
import { view, vote } from '../support/reader-requests.ts'
import { runScript } from '../support/run-script.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { setUpOwner } from '../support/set-up-owner.ts'
import { siteCommand } from '../support/site-command.ts'

const ARTICLES = 100_000
/** Far less than what all files of a test would take together. */
const MOST_GROWTH = 96 * 1024 * 1024
const FORMULA = '=HYPERLINK("http://asing.example";"klik")'
const REPORT = '/admin/sites/desa/report'
const folder = folderForAll()
let server: RunningServer
let cookie: string

/** A site with many articles, each with a long title, one view and one vote. */
beforeAll(async () => {
  await siteCommand(folder, 'list')
  runScript(
    join(folder, 'tanggapan.db'),
    `insert into sites (key, name, time_zone, settings, added_at)
       values ('desa', 'Desa', 'Asia/Jakarta', '{}', 0);
     insert into origins (site, origin, role) values ('desa', 'https://desa.go.id', 'primary');
     with recursive n (i) as (select 1 union all select i + 1 from n where i < ${ARTICLES})
       insert into articles (id, site, key, verified, title)
       select i, 'desa', printf('desa.go.id/berita/%06d', i), 1,
         case i when 1 then '${FORMULA}' else printf('%.*c', 600, 'x') end from n;
     insert into tallies (article, day, views, puas) select id, '2026-02-01', 1, 1 from articles
       where site = 'desa';
     insert into article_periods (site, period, article, unit, through, views, puas, votes)
       select 'desa', '2026-T1', id, 0, '2026-03-31', 1, 1, 1 from articles where site = 'desa';`,
  )
  server = await startServer(folder)
  cookie = (await setUpOwner(server)).jar.cookie
  return async () => {
    await server.end('SIGTERM')
  }
})

const pathOf = (file: string) => `${REPORT}/${file}?period=2026-T1`

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const { body } = await fetch(server.origin + pathOf(file), { headers: { Cookie: cookie } })
  const reader = body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true }
    if (done || !value) return
    yield value
  }
}

/** By how much a server ever held more than it does now; null where the system doesn't tell. */
function growing(): () => number | null {
  const pid = server.child.pid ?? 0
  const before = memoryOf(pid)?.resident
  return () => {
    const peak = memoryOf(pid)?.peak
    return peak === undefined || before === undefined ? null : peak - before
  }
}

test('files of a hundred thousand rows are made while they are read, and held by nobody', async () => {
  const growth = growing()
  const csv = ['one', 'another'].map(async () => {
    let [lines, bytes, head] = [0, 0, '']
    for await (const piece of piecesOf('report.csv')) {
      const text = Buffer.from(piece).toString('latin1')
      if (head.length < 2000) head += text
      bytes += piece.length
      lines += text.split('\n').length - 1
    }
    expect(lines).toBe(ARTICLES + 1)
    expect(head).toContain(`"'${FORMULA.replaceAll('"', '""')}"`)
    return bytes
  })
  const sizes = await Promise.all(csv)
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0)
  const grown = growth()
  console.log(
    `${Math.round(total / 2 ** 20)} MiB sent, ${Math.round((grown ?? 0) / 2 ** 20)} MiB more held`,
  )
  expect(total).toBeGreaterThan(MOST_GROWTH)
  expect(grown ?? 0).toBeLessThan(MOST_GROWTH)
})

test('who takes a byte and waits makes the server hold nothing, and votes go on', async () => {
  const growth = growing()
  const { hostname, port } = new URL(server.origin)
  for (let i = 0; i < 3; i++) {
    const socket = connect({ host: hostname, port: Number(port) })
    onTestFinished(() => void socket.destroy())
    socket.pause()
    socket.write(
      `GET ${pathOf('report.csv')} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookie}\r\n\r\n`,
    )
    await once(socket, 'readable')
    expect(`${socket.read(1)}`).toBe('H')
  }
  for (let reader = 1; reader <= 50; reader++) {
    const token = await view(server.origin, '/demo/')
    expect(await vote(server.origin, '/demo/', token, reader)).toBe(200)
  }
  // As long as a whole one takes, those who wait are waited for.
  let bytes = 0
  for await (const piece of piecesOf('report.csv')) bytes += piece.length
  expect(3 * bytes).toBeGreaterThan(MOST_GROWTH)
  expect(growth() ?? 0).toBeLessThan(MOST_GROWTH)
})
