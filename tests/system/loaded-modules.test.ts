import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { send, view, vote } from '../support/reader-requests.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { TELL_MODULES, toldModules } from '../support/told-modules.ts'

/** Addresses that nothing but the dashboard knows. */
const DASHBOARDS = ['/sites/:site/moderation/decisions', '/two-factor/confirmation']

/** The built files of a runtime that have some of the dashboard in them. */
function dashboardFiles(runtime: 'node' | 'edge'): readonly string[] {
  const folder = join('dist', runtime)
  return readdirSync(folder).filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return DASHBOARDS.some((known) => text.includes(known))
  })
}

test('the dashboard is read in by the first who asks for it, and by no reader', async () => {
  const server = await startServer(temporaryFolder(), { NODE_OPTIONS: TELL_MODULES })
  onTestFinished(async () => {
    await server.end('SIGTERM')
  })
  const { origin } = server
  const token = await view(origin, '/demo/')
  expect(await vote(origin, '/demo/', token, 1)).toBe(200)
  expect((await send(origin, '/v1/nothing', {})).status).toBe(404)
  for (const path of ['/demo/', '/v1/widget.js', '/readyz', '/metrics', '/openapi', '/s/x']) {
    await (await fetch(origin + path)).arrayBuffer()
  }
  const tallies = await fetch(`${origin}/v1/sites/bojonegoro/tallies?article=/demo/`)
  expect(tallies.status).toBe(200)
  const files = dashboardFiles('node')
  expect(files.length).toBeGreaterThan(0)
  const before = toldModules(server.said())
  expect(before).toContain('node.js')
  expect(before.filter((name) => files.includes(name))).toEqual([])

  expect((await fetch(`${origin}/admin/sign-in`)).status).toBe(200)
  for (const name of files) await server.says(new RegExp(`^module .*/${name}$`, 'm'))
})

test('nothing of the dashboard is in what runs on the edge', () => {
  expect(dashboardFiles('edge')).toEqual([])
})
