import { expect, onTestFinished, test } from 'vitest'
import { VIEWS_PATH } from '../../shared/paths.ts'
import { freePort } from '../support/free-port.ts'
import { runProcess } from '../support/running-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Longer than the site list is served from memory, in milliseconds. */
const STALE = 31_000
/** The clock stands still, so a reading of the list is never given up, however long it takes. */
const PATIENCE = { timeout: 60_000 }

const ADD_SITE = [
  "insert into sites (key, name, time_zone) values ('desa', 'Desa', 'Asia/Jakarta')",
  "insert into origins (site, origin, role) values ('desa', 'https://desa.go.id', 'primary')",
]

test('a site list read for a request that is answered long before is read to its end', async () => {
  const port = await freePort()
  const options = ['--port', String(port), '--persist-to', temporaryFolder()]
  const script = 'tests/support/worker-with-controls.mjs'
  const edge = runProcess(['--import', 'tsx', 'tools/edge.ts', script, ...options], {})
  onTestFinished(async () => {
    await edge.end('SIGTERM')
  })
  await edge.says(/Ready on/)
  const server = `http://localhost:${port}`
  const control = (controls: object) =>
    fetch(server, { method: 'PUT', body: JSON.stringify(controls) })
  const view = async (site: string, origin: string) => {
    const headers = { Origin: origin, 'Content-Type': 'text/plain' }
    const body = JSON.stringify({ site, article: '/a', visit: 'new' })
    return (await fetch(server + VIEWS_PATH, { method: 'POST', headers, body })).status
  }

  expect(await view('bojonegoro', server)).toBe(200)
  await control({ sql: ADD_SITE })
  expect(await view('desa', 'https://desa.go.id')).toBe(403)
  await control({ ahead: STALE, still: true })
  // Refused without waiting for the database, hence before the list is here.
  expect(await view('desa', 'https://asing.example')).toBe(403)
  await expect.poll(() => view('desa', 'https://desa.go.id'), PATIENCE).toBe(200)
})
