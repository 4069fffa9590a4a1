import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'

/*
 * `npm run edge [-- --port N]`: the server on Cloudflare's runtime with D1, on this
 * machine and without the internet. State lies in data/edge unless
 * --persist-to names another folder.
 */

const VARIABLES = '.dev.vars'

if (!existsSync(VARIABLES)) {
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(VARIABLES, `SECRET=${secret}\n`, { mode: 0o600 })
}

const given = process.argv.slice(2)
const orElse = (option: string, value: string) => (given.includes(option) ? [] : [option, value])
const options = [...orElse('--port', '8788'), ...orElse('--persist-to', 'data/edge'), ...given]
const wrangler = spawn(
  process.execPath,
  ['node_modules/wrangler/bin/wrangler.js', 'dev', '--local', ...options],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      // With these wrangler looks up no host at all.
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_HIDE_BANNER: 'true',
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    wrangler.kill(signal)
  })
}
wrangler.on('exit', (code) => {
  process.exitCode = code ?? 0
})
