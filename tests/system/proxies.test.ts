import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parseTrustedProxies } from '../../server/domain/client/trusted-proxies.ts'
import { VIEWS_PATH, WIDGET_PATH } from '../../shared/paths.ts'
import { freePort } from '../support/free-port.ts'
import { askProxy, type ProxyQuestion } from '../support/proxies/ask-proxy.ts'
import { startCaddy } from '../support/proxies/caddy.ts'
import { type RecordedClient, startClientRecorder } from '../support/proxies/client-recorder.ts'
import { startNginx } from '../support/proxies/nginx.ts'
import type { RunningProxy } from '../support/proxies/running-proxy.ts'
import { USUAL_AGENT } from '../support/reader-headers.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Where the proxies ask from, and where the reader does: both are on this machine. */
const PROXY = '127.0.0.1'
const READER = '127.0.0.77'
/** A proxy on the way to ours, and a reader of its. */
const CLOUD = '127.0.0.88'
const FAR_READER = '203.0.113.9'

const FORGED = {
  'X-Forwarded-For': '198.51.100.1, 198.51.100.2',
  Forwarded: 'for=198.51.100.3',
  'X-Real-IP': '198.51.100.4',
  'CF-Connecting-IP': '198.51.100.5',
}

const PROXIES = [
  {
    name: 'nginx',
    start: startNginx,
    /** As demo/operations/cloudflare.md tells. */
    adding: {
      'proxy_set_header X-Forwarded-For $remote_addr;':
        'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    },
  },
  {
    name: 'Caddy',
    start: startCaddy,
    adding: {
      '\t\theader_up -Forwarded\n':
        '\t\theader_up X-Forwarded-For "{header.X-Forwarded-For}, {remote_host}"\n\t\theader_up -Forwarded\n',
    },
  },
]

function trusting(text: string) {
  const parsed = parseTrustedProxies(text)
  if (!('networks' in parsed)) throw new Error(`${parsed.wrong} can't be read`)
  return parsed.networks
}

async function recorded(proxy: RunningProxy, asked: Omit<ProxyQuestion, 'path'>) {
  const { status, body } = await askProxy(proxy, { path: '/v1/views', ...asked })
  expect(status, body).toBe(200)
  return JSON.parse(body) as RecordedClient
}

/** Every file below a folder that has one of the words, with the word. */
function found(folder: string, words: readonly string[]): string[] {
  const names = readdirSync(folder, { recursive: true }) as string[]
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'latin1')
    return words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`)
  })
}

/** Says something that is no HTTP inside of TLS, or no TLS at all, and waits for the end. */
function babble(port: number, from: string): Promise<void> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, localAddress: from, rejectUnauthorized: false }
    const socket = connect(options, () => socket.write('bukan permintaan\r\n\r\n'))
    socket.resume()
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
  })
}

describe.each(PROXIES)('the sample for $name', ({ start, adding }) => {
  test('hands the reader’s address on over https, whatever the reader says', async () => {
    const proxy = await start(await startClientRecorder(trusting(PROXY)))
    const body = { site: 'x' }
    const asked = { from: READER, body, headers: { 'User-Agent': USUAL_AGENT } }
    const honest = await recorded(proxy, asked)
    expect(honest).toMatchObject({ address: READER, userAgent: USUAL_AGENT })
    const { headers } = await recorded(proxy, { from: READER, body, headers: FORGED })
    expect(headers).toMatchObject({ 'x-forwarded-for': READER, 'x-forwarded-proto': 'https' })
    expect(Object.values(headers).join()).not.toContain('198.51.100')
  })

  test('serves the product: a view is counted, the script is there, http leads to https', async () => {
    const server = await startServer(temporaryFolder(), { TRUSTED_PROXIES: PROXY })
    onTestFinished(async () => {
      await server.end('SIGKILL')
    })
    const proxy = await start(Number(new URL(server.origin).port))
    const view = await askProxy(proxy, {
      path: VIEWS_PATH,
      from: READER,
      headers: {
        'User-Agent': USUAL_AGENT,
        Origin: 'https://localhost',
        'Content-Type': 'text/plain',
      },
      body: { site: 'bojonegoro', article: '/proxy', visit: 'new' },
    })
    expect(view.status, view.body).toBe(200)
    expect(JSON.parse(view.body)).toMatchObject({ views: 1 })
    expect(view.headers['access-control-allow-origin']).toBe('https://localhost')
    expect((await askProxy(proxy, { path: WIDGET_PATH })).status).toBe(200)

    const plain = await askProxy(proxy, { path: '/demo/', plain: true })
    expect([301, 308]).toContain(plain.status)
    expect(plain.headers['location']).toMatch(/^https:\/\/localhost(:\d+)?\/demo\/$/)

    await server.end('SIGTERM')
    expect(server.said()).not.toContain('TRUSTED_PROXIES')
    expect(server.said()).not.toContain(READER)
  })

  test('writes no address of a reader anywhere, not even when the server is down', async () => {
    const up = await start(await startClientRecorder(trusting(PROXY)))
    const down = await start(await freePort())
    for (const proxy of [up, down]) {
      const asked = {
        path: '/v1/views',
        from: READER,
        headers: { 'User-Agent': 'SentinelBrowser' },
      }
      const { status } = await askProxy(proxy, asked)
      expect(status).toBe(proxy === up ? 200 : 502)
      await askProxy(proxy, { ...asked, body: { site: 'x'.repeat(100_000) } })
      await askProxy(proxy, { ...asked, path: '/%zz/%00' })
      await askProxy(proxy, { ...asked, headers: { 'X-Long': 'x'.repeat(70_000) } })
      await askProxy(proxy, { ...asked, plain: true })
      await babble(proxy.port, READER)
      await babble(proxy.httpPort, READER)

      const said = await proxy.end()
      const words = [READER, 'SentinelBrowser']
      expect(found(proxy.folder, words)).toEqual([])
      for (const word of words) expect(said).not.toContain(word)
      // What it writes of itself shows that the search would find something.
      const own = [...found(proxy.folder, ['start worker']), said]
      expect(own.join()).toMatch(/start worker|serving initial configuration/)
    }
  })

  test('with the line for Cloudflare takes its word, and nobody else’s', async () => {
    const proxy = await start(await startClientRecorder(trusting(`${PROXY},${CLOUD}`)), adding)
    const address = async (from: string, forwardedFor?: string) => {
      const headers = forwardedFor === undefined ? {} : { 'X-Forwarded-For': forwardedFor }
      return (await recorded(proxy, { from, headers })).address
    }
    expect(await address(CLOUD, FAR_READER)).toBe(FAR_READER)
    expect(await address(CLOUD, `198.51.100.1, ${FAR_READER}`)).toBe(FAR_READER)
    expect(await address(CLOUD, `${CLOUD}, ${FAR_READER}`)).toBe(FAR_READER)
    expect(await address(READER, FAR_READER)).toBe(READER)
    expect(await address(READER, `${FAR_READER}, ${CLOUD}`)).toBe(READER)
    expect(await address(READER)).toBe(READER)
  })
})

test('a proxy that is not trusted is told in the log with the line to set, which sets it right', async () => {
  const dataDir = temporaryFolder()
  const view = async (trusted: string) => {
    const server = await startServer(dataDir, { TRUSTED_PROXIES: trusted, LOG_LEVEL: 'error' })
    onTestFinished(async () => {
      await server.end('SIGKILL')
    })
    const proxy = await startNginx(Number(new URL(server.origin).port))
    for (let n = 0; n < 3; n++) {
      const { status } = await askProxy(proxy, {
        path: VIEWS_PATH,
        from: READER,
        headers: { Origin: 'https://localhost', 'Content-Type': 'text/plain' },
        body: { site: 'bojonegoro', article: '/proxy', visit: 'new' },
      })
      expect(status).toBe(200)
    }
    expect(await server.end('SIGTERM')).toBe(0)
    expect(server.said()).not.toContain(READER)
    return server.said().match(/TRUSTED_PROXIES=(\S+)/g) ?? []
  }
  const told = await view('10.0.0.0/8')
  expect(told).toEqual(['TRUSTED_PROXIES=10.0.0.0/8,127.0.0.0/24'])
  expect(await view(told.join().replace(/^TRUSTED_PROXIES=/, ''))).toEqual([])
})
