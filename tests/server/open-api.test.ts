import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { validate } from '@hyperjump/json-schema/openapi-3-1'
import { expect, onTestFinished, test } from 'vitest'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { createSideBySide } from '../../server/guards/side-by-side.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import { type AdminSite, openAdminSite } from '../support/admin-site.ts'
import { openMigrated } from '../support/opened-database.ts'
import { openRoutes } from '../support/opened-routes.ts'
import { writeRequest } from '../support/write-request.ts'

const SPECIFICATION = 'https://spec.openapis.org/oas/3.1/schema-base'
const NOTE = 'Percobaan sebelum halaman dibuka.'
const BALLOT = 'ballot-of-a-reader-123'

/** What `validate` takes for JSON; that it is, `Response.json` has seen to. */
type Json = never
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
}

async function openSite(): Promise<AdminSite> {
  const database = await openMigrated(':memory:')
  // Before the site's own end is asked for: the last one asked for comes first.
  onTestFinished(() => database.close())
  return openAdminSite(async () =>
    openRoutes(
      database,
      (opened) => createExclusiveStore(opened, NODE_SCHEDULER),
      createSideBySide(setImmediate),
    ),
  )
}

let site: AdminSite
let document: Document
let file: string

/** The document as the server sends it, kept where its schemas can be named by their pointers. */
async function readDocument(): Promise<void> {
  site = await openSite()
  const response = await site.fetch(new Request('https://tanggapan.example/openapi.json'))
  expect(response.headers.get('Content-Type')).toBe('application/json')
  const folder = mkdtempSync(join(tmpdir(), 'tanggapan-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  document = (await response.json()) as Document
  file = join(folder, 'tanggapan.openapi.json')
  writeFileSync(file, JSON.stringify(document))
}

/** Holds an answer against what the document says of that operation's answer. */
async function conforms(path: string, method: string, type: string, answer: unknown) {
  const parts = ['paths', path, method, 'responses', '200', 'content', type, 'schema']
  const pointer = parts.map((part) => encodeURIComponent(escaped(part))).join('/')
  const { valid } = await validate(`${pathToFileURL(file)}#/${pointer}`, answer as Json)
  expect(valid, `${method} ${path} answers otherwise: ${JSON.stringify(answer)}`).toBe(true)
}

/** As RFC 6901 writes a name within a pointer. */
const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

test('is OpenAPI 3.1 as its specification has it', async () => {
  await readDocument()
  const { valid } = await validate(SPECIFICATION, document as Json)
  expect(valid).toBe(true)
  const { valid: broken } = await validate(SPECIFICATION, { ...document, paths: 3 } as Json)
  expect(broken).toBe(false)
})

test('names every address that the admin API has, every reader’s and every public one', async () => {
  await readDocument()
  const named = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = site
    .adminRoutes()
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(':site', '{site}')}`)
  const readers = ['POST /v1/views', 'POST /v1/votes', 'POST /v1/withdrawals']
  const reads = ['GET /v1/sites/{site}/tallies', 'GET /healthz', 'GET /readyz']
  const open = ['', '/open-data.json', '/open-data.csv', '/chain.json', '/badge.svg']
  const published = open.map((end) => `GET /s/{site}${end}`)
  const known = [...served, ...readers, ...reads, ...published]
  expect(named.toSorted()).toEqual(known.toSorted())
})

test('describes what readers are answered', async () => {
  await readDocument()
  const send = async (path: string, body: Record<string, unknown>) => {
    const headers = { Origin: `https://${site.host}` }
    const article = { site: site.site, article: '/berita' }
    const response = await site.fetch(
      writeRequest({ path, body: { ...article, ...body }, headers }),
    )
    expect(response.status, await response.clone().text()).toBe(200)
    const answer = (await response.json()) as { token: string }
    await conforms(path, 'post', 'application/json', answer)
    return answer
  }
  const { token } = await send('/v1/views', { visit: 'new', ballot: BALLOT })
  site.clock.now += 60_000
  await send('/v1/votes', { ballot: BALLOT, turn: 1, choice: 'puas', token })
  await send('/v1/withdrawals', { ballot: BALLOT, turn: 2 })

  const tallies = `/v1/sites/${site.site}/tallies?article=/berita&article=/lain`
  for (const [path, address] of [
    ['/v1/sites/{site}/tallies', tallies],
    ['/healthz', '/healthz'],
    ['/readyz', '/readyz'],
  ] as const) {
    const response = await site.fetch(new Request(`https://tanggapan.example${address}`))
    await conforms(path, 'get', 'application/json', await response.json())
  }
})

test('describes what programs with a token are answered', async () => {
  await readDocument()
  await site.cast({ verdict: { standing: 'pending', reason: 'burst' } })
  await site.cast({ verdict: { standing: 'excluded', reason: 'moderation' } })
  const path = (name: string) => `/api/admin/sites/{site}/${name}`
  for (const name of ['standings', 'votes', 'summary', 'notices']) {
    await conforms(path(name), 'get', 'application/json', await site.told(name))
  }
  for (const name of ['releases', 'exclusions']) {
    const lines = await site.decide(name, { note: NOTE })
    for (const line of lines) await conforms(path(name), 'post', 'application/x-ndjson', line)
  }
  const audit = await site.told<{ audit: unknown[] }>('audit')
  expect(audit.audit.length).toBeGreaterThan(0)
  await conforms(path('audit'), 'get', 'application/json', audit)
  // What the schemas do not know they do not take.
  const { valid } = await validate(
    `${pathToFileURL(file)}#/components/schemas/Choice`,
    'sangat tidak puas',
  )
  expect(valid).toBe(false)
})

test('is shown to people on a page that nothing else is loaded for', async () => {
  await readDocument()
  const response = await site.fetch(new Request('https://tanggapan.example/openapi'))
  const page = await response.text()
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  for (const path of Object.keys(document.paths)) expect(page).toContain(path)
  expect(page).not.toMatch(/(src|href)="(?!#|\/openapi\.json")/)
})
