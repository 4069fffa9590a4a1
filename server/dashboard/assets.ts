import { Hono } from 'hono'
import charts from './charts/charts.css?raw'
import stylesheet from './dashboard.css?raw'
import chartsScript from './islands/charts.js?raw'
import copyScript from './islands/copy.js?raw'
import liveScript from './islands/live.js?raw'
import previewScript from './islands/preview.js?raw'
import letters from './letters.css?raw'
import reading from './reading.css?raw'
import { secured } from './secured.ts'

/** What pages do besides, where scripts run. */
const SCRIPTS = {
  ...{ 'charts.js': chartsScript, 'copy.js': copyScript },
  ...{ 'live.js': liveScript, 'preview.js': previewScript },
}

/** The stylesheet of the pages and their scripts, for anybody. */
export function assetRoutes(): Hono {
  const routes = new Hono()
  routes.get('/dashboard.css', (c) => {
    const css = stylesheet + charts + reading + letters
    return secured(c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' }), 'no-cache')
  })
  for (const [name, script] of Object.entries(SCRIPTS)) {
    const headers = { 'Content-Type': 'text/javascript; charset=utf-8' }
    routes.get(`/${name}`, (c) => secured(c.body(script, 200, headers), 'no-cache'))
  }
  return routes
}
