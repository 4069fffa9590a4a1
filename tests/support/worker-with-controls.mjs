import worker from '../../dist/edge/worker.js'

/*
 * The built Worker with a clock that can be put forward and a way past it to its database:
 * `PUT /controls` with {"ahead": milliseconds, "still": true to stop it, "sql": [statement, …]}.
 */

const now = Date.now
let ahead = 0
let stopped
// Before the Worker's own start, which takes this function for its clock.
Date.now = () => stopped ?? now() + ahead

export default {
  async fetch(request, env) {
    if (request.method !== 'PUT') return worker.fetch(request, env)
    const controls = await request.json()
    ahead += controls.ahead ?? 0
    if (controls.still) stopped = Date.now()
    await env.DB.batch((controls.sql ?? []).map((statement) => env.DB.prepare(statement)))
    return new Response(null, { status: 204 })
  },
}
