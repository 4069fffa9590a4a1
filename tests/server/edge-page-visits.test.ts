import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { edgePageVisits } from '../../server/entry/edge-page-visits.ts'
import { VERIFICATION_CRON } from '../../server/entry/edge-verification.ts'
import { freePort } from '../support/free-port.ts'
import { startSite } from '../support/site-server.ts'

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }
const going = new AbortController().signal
const JALAN = { title: 'Jalan', openGraphTitle: null, canonical: null, openGraph: null }

/** What a visit from Workers makes of an answer; the runtime's own fetch is under it. */
async function visit(answer: RequestListener, intranet = true) {
  const server = await startSite(answer)
  onTestFinished(() => server.close())
  const fetchPage = edgePageVisits({ intranet, signal: going })
  const page = await fetchPage(new URL(`http://127.0.0.1:${server.port}/berita/7`))
  return { page, server }
}

test('a page is read, and asked for without anything of a reader', async () => {
  const { page, server } = await visit((_, response) => {
    response.writeHead(200, HTML).end('<title>Jalan</title>')
  })
  expect(page).toEqual({ status: 200, location: null, head: JALAN, whole: true })
  const [asked] = server.asked
  expect(asked?.headers).toMatchObject({ 'user-agent': expect.stringMatching(/^Tanggapan\//) })
  for (const name of ['referer', 'cookie', 'authorization', 'origin']) {
    expect(asked?.headers).not.toHaveProperty(name)
  }
})

test('a redirect is answered, not followed', async () => {
  const { page, server } = await visit((_, response) => {
    response.writeHead(302, { Location: 'http://169.254.169.254/' }).end()
  })
  expect(page).toMatchObject({ status: 302, location: 'http://169.254.169.254/', head: null })
  expect(server.asked).toHaveLength(1)
})

test.each([
  ['as it is', undefined],
  ['packed to a thousandth', 'gzip'],
])('10 MB are not read, %s', async (_, encoding) => {
  const text = Buffer.from(`<title>Jalan</title><!--${'x'.repeat(10_000_000)}`)
  const { page } = await visit((_request, response) => {
    const headers = encoding ? { ...HTML, 'Content-Encoding': encoding } : HTML
    response.writeHead(200, headers).end(encoding ? gzipSync(text) : text)
  })
  expect(page).toEqual({ status: 200, location: null, head: JALAN, whole: false })
})

test('a page that never ends is given up', async () => {
  const { page } = await visit((_, response) => {
    response.writeHead(200, HTML).write('<title>')
  })
  expect(page).toBe('timeout')
}, 15_000)

test('a server that is not there', async () => {
  const address = new URL(`http://127.0.0.1:${await freePort()}/`)
  expect(await edgePageVisits({ intranet: true, signal: going })(address)).toBe('unreachable')
})

test('an origin that is a private address is not asked', async () => {
  const { page, server } = await visit((_, response) => response.end(), false)
  expect(page).toBe('private-address')
  expect(server.connections()).toBe(0)
})

test('the clock of a deployment has the time for it', () => {
  expect(readFileSync('wrangler.jsonc', 'utf8')).toContain(`"${VERIFICATION_CRON}"`)
})
