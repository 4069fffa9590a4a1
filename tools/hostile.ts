import { readFileSync } from 'node:fs'
import { hostSite } from '../tests/support/host-site.ts'
import { faultyServer } from '../tests/support/hostile/faulty-server.ts'
import type { HostilePage } from '../tests/support/hostile/hostile-page.ts'
import { hostilePages } from '../tests/support/hostile/hostile-site.ts'
import { HOSTILE_PAGES } from '../tests/support/hostile/pages.ts'

/* `npm run hostile [server]`: the hostile pages to walk through, beside a server that runs. */

const SERVER = process.argv[2] ?? 'http://localhost:8787'
const SCRIPT = 'dist/widget/widget.js'

const servers = new Map<string, string>()
for (const { name, fault } of HOSTILE_PAGES) {
  if (fault) servers.set(name, (await faultyServer(fault, readFileSync(SCRIPT, 'utf8'))).origin)
}
const pages = hostilePages(HOSTILE_PAGES, (name) => servers.get(name) ?? SERVER)
const site = await hostSite({ ...pages, '/': { body: index(HOSTILE_PAGES) } }, () => undefined)
console.log(`hostile pages  ${site}/  with the survey of ${SERVER}`)

function index(pages: readonly HostilePage[]): string {
  const rows = pages.map(
    ({ name, host, outcome }) =>
      `<tr><td><a href="/${name}">${name}</a><td>The host ${host}.<td>${outcome}`,
  )
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Hosts that fight back</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  td { border-top: 1px solid #8884; padding: 0.25rem 1rem 0.25rem 0 }
</style>
<h1>Hosts that fight back</h1>
<p>The survey <i>votes</i>: a click is counted. It <i>reads</i>: there are figures, and a click is
answered with an apology. It <i>apologises</i> and offers another try. It <i>waits</i> without figures.
Or it is <i>absent</i>.
<table>${rows.join('\n')}</table></html>`
}
