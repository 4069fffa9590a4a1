import type { ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createOriginRule } from '../../server/domain/site/origin-rule.ts'
import type { FetchedPage } from '../../server/domain/verification/page-visit.ts'
import { type Verified, verifyArticle } from '../../server/domain/verification/verify-article.ts'
import { createLookUp, type LookUp, UnresolvedError } from '../../server/entry/look-up.ts'
import { createPageVisits } from '../../server/entry/page-visits.ts'
import type { Site } from '../../server/store/store.ts'
import { makeCertificate } from '../support/certificate.ts'
import { freePort } from '../support/free-port.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

const HOST = 'desa.example'
const certificate = makeCertificate(HOST, `www.${HOST}`, 'cabang.desa.example')
const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

type Answer = (response: ServerResponse) => void

/** What the site answers by its paths; anything else is not found. */
const pages = new Map<string, Answer>()
let server: SiteServer
let plain: SiteServer

beforeAll(async () => {
  const answer = (url: string | undefined, response: ServerResponse) => {
    const page = pages.get(url ?? '')
    if (page) page(response)
    else response.writeHead(404, HTML).end('<title>Tidak ditemukan</title>')
  }
  server = await startSite(({ url }, response) => answer(url, response), certificate)
  plain = await startSite(({ url }, response) => answer(url, response))
})
afterEach(() => {
  pages.clear()
  server.asked.length = 0
  plain.asked.length = 0
})
afterAll(async () => {
  await server.close()
  await plain.close()
})

const home: LookUp = () => Promise.resolve(['127.0.0.1'])
const html = (text: string | Uint8Array, headers: object = HTML): Answer => {
  return (response) => response.writeHead(200, { ...headers }).end(text)
}
const to = (location: string, status = 302): Answer => {
  return (response) => response.writeHead(status, { Location: location }).end()
}

function siteOn(origins: readonly string[], more: Partial<Site> = {}): Site {
  return {
    key: 'desa',
    name: 'Desa',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    intranet: true,
    addedAt: 0,
    origins: origins.map((origin, i) => ({ origin, role: i === 0 ? 'primary' : 'additional' })),
    ...more,
  }
}

const secure = () => `https://${HOST}:${server.port}`
const listed = (site: Site) => ({ site, rule: createOriginRule(site) })

/** Verifies an article of the site that is served here. */
function verify(
  path: string,
  {
    site = siteOn([secure()]),
    lookUp = home,
    host = `${HOST}:${server.port}`,
    signal = new AbortController().signal,
    trusted = certificate.cert,
  } = {},
): Promise<Verified> {
  const visits = createPageVisits(lookUp, trusted)
  return verifyArticle(`${host}${path}`, listed(site), visits, signal)
}

const titleOf = async (text: string | Uint8Array, headers?: object) => {
  pages.set('/berita/7', html(text, headers))
  return verify('/berita/7')
}

test('a page of the site is there, under its own title', async () => {
  expect(await titleOf('<!doctype html><title>Jalan desa diperbaiki</title>')).toEqual({
    title: 'Jalan desa diperbaiki',
  })
})

test('the site is told who asks, and nothing of a reader', async () => {
  await titleOf('<title>Jalan</title>')
  expect(server.asked.map(({ url }) => url)).toEqual(['/berita/7'])
  expect(server.asked[0]?.headers).toEqual({
    host: `${HOST}:${server.port}`,
    'user-agent': expect.stringMatching(/^Tanggapan\/\d+\.\d+\.\d+$/),
    accept: 'text/html',
    'accept-encoding': 'identity',
    connection: 'close',
  })
})

test.each([
  [
    'a script in it is text',
    '<title><script>alert(1)</script></title>',
    '<script>alert(1)</script>',
  ],
  [
    'entities are read',
    '<title>Sah &amp; &quot;resmi&quot; &#8211; &lt;b&gt;</title>',
    'Sah & "resmi" – <b>',
  ],
  [
    'lines and blanks become one space',
    '<title>\n  Jalan\t\n  desa\u00a0baru </title>',
    'Jalan desa baru',
  ],
  [
    'what turns the reading order is left out',
    '<title>Naik \u202egnp.exe\u202c \u2066x\u2069\u200f</title>',
    'Naik gnp.exe x',
  ],
  ['controls are left out', '<title>A\u0007B\u007fC\u0085D</title>', 'A B C D'],
  ['a comment has none', '<!-- <title>Palsu</title> --><title>Asli</title>', 'Asli'],
  ['a script has none', '<script>"<title>Palsu</title>"</script><title>Asli</title>', 'Asli'],
  ['a drawing has none', '<svg><title>Ikon</title></svg><title>Asli</title>', 'Asli'],
  ['the first one holds', '<title>Satu</title><title>Dua</title>', 'Satu'],
  [
    'og:title where there is no other',
    '<meta property=og:title content="Ini &amp; itu">',
    'Ini & itu',
  ],
  [
    'og:title where the other is blank',
    '<title> \u200b </title><meta property="og:title" content="Ini">',
    'Ini',
  ],
  ['200 characters at most', `<title>${'😀'.repeat(300)}</title>`, '😀'.repeat(200)],
])('titles: %s', async (_, text, title) => {
  expect(await titleOf(text)).toEqual({ title })
})

const latin = (text: string) => Buffer.from(text, 'latin1')
const TYPE = 'Content-Type'

test.each([
  [
    'latin-1 by its header',
    latin('<title>\x93Caf\xe9\x94</title>'),
    { [TYPE]: 'text/html; charset=ISO-8859-1' },
  ],
  [
    'windows-1252 by its header',
    latin('<title>\x93Caf\xe9\x94</title>'),
    { [TYPE]: 'text/html;charset="windows-1252"' },
  ],
  [
    'windows-1252 as the page says',
    latin('<meta charset=windows-1252><title>\x93Caf\xe9\x94</title>'),
    { [TYPE]: 'text/html' },
  ],
  [
    'windows-1252 that says nothing',
    latin('<title>\x93Caf\xe9\x94</title>'),
    { [TYPE]: 'text/html' },
  ],
  ['UTF-8 that says nothing', Buffer.from('<title>“Café”</title>'), { [TYPE]: 'text/html' }],
  [
    'UTF-16 by its mark',
    Buffer.from('\ufeff<title>“Café”</title>', 'utf16le'),
    { [TYPE]: 'text/html; charset=utf-8' },
  ],
  [
    'an encoding that nobody knows',
    Buffer.from('<title>“Café”</title>'),
    { [TYPE]: 'text/html; charset=desa-1' },
  ],
])('%s', async (_, bytes, headers) => {
  expect(await titleOf(bytes, headers)).toEqual({ title: '“Café”' })
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('a page that comes packed as %s all the same', async (encoding, pack) => {
  const packed = pack(Buffer.from('<title>Jalan</title>'))
  expect(await titleOf(packed, { ...HTML, 'Content-Encoding': encoding })).toEqual({
    title: 'Jalan',
  })
})

test.each([
  [404, 'not-found'],
  [410, 'not-found'],
  [401, 'blocked'],
  [403, 'blocked'],
  [429, 'blocked'],
  [500, 'server-error'],
  [503, 'server-error'],
  [204, 'status'],
  [400, 'status'],
  [304, 'status'],
])('an answer of %i is %s', async (status, failure) => {
  pages.set('/berita/7', (response) => response.writeHead(status, HTML).end())
  expect(await verify('/berita/7')).toEqual({ failure })
})

test.each([
  ['a picture', { [TYPE]: 'image/png' }],
  ['a document', { [TYPE]: 'application/pdf' }],
  ['XML', { [TYPE]: 'application/xhtml+xml' }],
  ['what only begins like it', { [TYPE]: 'text/html5' }],
  ['what says nothing', {}],
])('%s is no page', async (_, headers) => {
  expect(await titleOf('<title>Jalan</title>', headers)).toEqual({ failure: 'not-html' })
})

test.each([
  '',
  '<title></title>',
  '<title>\u202e\u200b</title>',
  '<p>Halo',
  '<body><title>x</title>',
])('the page %j has no title', async (text) => {
  expect(await titleOf(text)).toEqual({ failure: 'no-title' })
})

test('a page of 10 MB with its title at the beginning is read no further', async () => {
  const text = `<title>Jalan</title>${'x'.repeat(10_000_000)}`
  expect(await titleOf(text)).toEqual({ title: 'Jalan' })
})

test.each([
  ['as it is', undefined],
  ['packed to a thousandth', 'gzip'],
])('a title after 10 MB is not looked for, %s', async (_, encoding) => {
  const text = Buffer.from(`<!--${'x'.repeat(10_000_000)}--><title>Jalan</title>`)
  const answered = encoding
    ? titleOf(gzipSync(text), { ...HTML, 'Content-Encoding': encoding })
    : titleOf(text)
  expect(await answered).toEqual({ failure: 'too-large' })
})

test('a page that drips is given up in time', async () => {
  let closed = false
  pages.set('/berita/7', (response) => {
    response.writeHead(200, HTML)
    const drip = setInterval(() => response.write(' '), 200)
    response.on('close', () => {
      clearInterval(drip)
      closed = true
    })
  })
  expect(await verify('/berita/7')).toEqual({ failure: 'timeout' })
  await expect.poll(() => closed).toBe(true)
}, 15_000)

test('redirects share one time', async () => {
  const late = (answer: Answer): Answer => {
    return (response) => void setTimeout(() => answer(response), 2000)
  }
  pages.set('/berita/7', late(to('/berita/7/')))
  pages.set('/berita/7/', late(to('/berita/7/index.php')))
  pages.set('/berita/7/index.php', late(html('<title>Jalan</title>')))
  expect(await verify('/berita/7')).toEqual({ failure: 'timeout' })
}, 15_000)

test('a visit that is ended lets go of the site at once', async () => {
  const ending = new AbortController()
  let closed = false
  pages.set('/berita/7', (response) => {
    response.on('close', () => {
      closed = true
    })
    ending.abort()
  })
  await verify('/berita/7', { signal: ending.signal })
  await expect.poll(() => closed).toBe(true)
})

test.each([301, 302, 303, 307, 308])(
  'a redirect by %i to the same article is followed',
  async (status) => {
    pages.set('/berita/7', to(`${secure()}/berita/7/index.html?utm_source=x#a`, status))
    pages.set('/berita/7/index.html?utm_source=x', html('<title>Jalan</title>'))
    expect(await verify('/berita/7')).toEqual({ title: 'Jalan' })
  },
)

test.each([
  ['to the home page', '/', 'moved'],
  ['to another article', '/berita/8', 'moved'],
  ['to another site', 'https://elsewhere.example/berita/7', 'foreign-redirect'],
  ['to a look-alike', `https://${HOST}.elsewhere.example/berita/7`, 'foreign-redirect'],
  ['to another port', `https://${HOST}:1/berita/7`, 'foreign-redirect'],
  ['to a file', 'file:///etc/passwd', 'foreign-redirect'],
  ['to data', 'data:text/html,<title>x</title>', 'foreign-redirect'],
  ['to nothing', 'https://', 'foreign-redirect'],
])('a redirect %s is not followed to the end', async (_, location, failure) => {
  pages.set('/', html('<title>Beranda</title>'))
  pages.set('/berita/8', html('<title>Lain</title>'))
  pages.set('/berita/7', to(location))
  expect(await verify('/berita/7')).toEqual({ failure })
})

test('three redirects are followed, a fourth is not', async () => {
  pages.set('/berita/7', to('/berita/7/'))
  pages.set('/berita/7/', to('/berita/7/index.php'))
  pages.set('/berita/7/index.php', to('/berita/7?ref=a'))
  pages.set('/berita/7?ref=a', html('<title>Jalan</title>'))
  expect(await verify('/berita/7')).toEqual({ title: 'Jalan' })
  pages.set('/berita/7?ref=a', to('/berita/7?ref=b'))
  pages.set('/berita/7?ref=b', html('<title>Jalan</title>'))
  expect(await verify('/berita/7')).toEqual({ failure: 'redirects' })
})

test('a loop of redirects ends', async () => {
  pages.set('/berita/7', to('/berita/7'))
  expect(await verify('/berita/7')).toEqual({ failure: 'redirects' })
  expect(server.asked).toHaveLength(4)
})

test('a name and password in a redirect are not sent', async () => {
  pages.set('/berita/7', to(`https://user:secret@${HOST}:${server.port}/berita/7/`))
  pages.set('/berita/7/', html('<title>Jalan</title>'))
  expect(await verify('/berita/7')).toEqual({ title: 'Jalan' })
  for (const { headers } of server.asked) expect(headers).not.toHaveProperty('authorization')
})

test('cookies that the site sets are not sent back', async () => {
  pages.set('/berita/7', (response) =>
    response.writeHead(302, { Location: '/berita/7/', 'Set-Cookie': 'a=b' }).end(),
  )
  pages.set('/berita/7/', html('<title>Jalan</title>'))
  expect(await verify('/berita/7')).toEqual({ title: 'Jalan' })
  for (const { headers } of server.asked) expect(headers).not.toHaveProperty('cookie')
})

const CANONICAL = '<title>Jalan</title><link rel="canonical" href="/berita/8">'

test.each([
  ['another article', CANONICAL, { failure: 'canonical' }],
  [
    'another one by og:url',
    `<title>x</title><meta property=og:url content="/berita/8">`,
    { failure: 'canonical' },
  ],
  ['itself', '<title>Jalan</title><link rel=canonical href="/berita/7/">', { title: 'Jalan' }],
  [
    'the home page, as some templates do',
    '<title>Jalan</title><link rel=canonical href="/">',
    { title: 'Jalan' },
  ],
  [
    'another site',
    '<title>Jalan</title><link rel=canonical href="https://lain.example/x">',
    { title: 'Jalan' },
  ],
  [
    'nothing that can be read',
    '<title>Jalan</title><link rel=canonical href="https://">',
    { title: 'Jalan' },
  ],
])('a page whose canonical address is %s', async (_, text, outcome) => {
  expect(await titleOf(text)).toEqual(outcome)
})

test('a site that goes by addresses does not ask for the canonical one', async () => {
  pages.set('/berita/7', html(CANONICAL))
  const site = siteOn([secure()], { settings: { identity: 'address' } })
  expect(await verify('/berita/7', { site })).toEqual({ title: 'Jalan' })
})

test('a certificate that nobody vouches for is not believed', async () => {
  pages.set('/berita/7', html('<title>Jalan</title>'))
  const trusted = makeCertificate('lain.example').cert
  expect(await verify('/berita/7', { trusted })).toEqual({ failure: 'certificate' })
})

test('a certificate of another name is not believed', async () => {
  pages.set('/berita/7', html('<title>Jalan</title>'))
  const host = `lain.example:${server.port}`
  const site = siteOn([`https://${host}`])
  expect(await verify('/berita/7', { site, host })).toEqual({ failure: 'certificate' })
})

test('https where the server speaks none', async () => {
  const host = `${HOST}:${plain.port}`
  const site = siteOn([`https://${host}`])
  expect(await verify('/berita/7', { site, host })).toEqual({ failure: 'certificate' })
})

test('a server that is not there', async () => {
  const host = `${HOST}:${await freePort()}`
  const site = siteOn([`https://${host}`])
  expect(await verify('/berita/7', { site, host })).toEqual({ failure: 'unreachable' })
})

test('a server that hangs up', async () => {
  pages.set('/berita/7', (response) => response.destroy())
  expect(await verify('/berita/7')).toEqual({ failure: 'unreachable' })
})

test('a name without an address', async () => {
  const lookUp = () => Promise.reject(new UnresolvedError(HOST))
  expect(await verify('/berita/7', { lookUp })).toEqual({ failure: 'unresolved' })
  expect(await verify('/berita/7', { lookUp: () => Promise.resolve([]) })).toEqual({
    failure: 'unresolved',
  })
})

test('plain http is for intranets', async () => {
  pages.set('/berita/7', html('<title>Jalan</title>'))
  const host = `${HOST}:${plain.port}`
  const site = siteOn([`http://${host}`])
  expect(await verify('/berita/7', { site, host })).toEqual({ title: 'Jalan' })
  plain.asked.length = 0
  const open = { ...site, intranet: false }
  expect(await verify('/berita/7', { site: open, host })).toEqual({ failure: 'plain-http' })
  expect(plain.asked).toEqual([])
})

test('a site of an intranet may be a bare address', async () => {
  pages.set('/berita/7', html('<title>Jalan</title>'))
  const host = `127.0.0.1:${plain.port}`
  const site = siteOn([`http://${host}`])
  const lookUp = createLookUp()
  expect(await verify('/berita/7', { site, host, lookUp })).toEqual({ title: 'Jalan' })
})

test('a key on a host that the site has no longer', async () => {
  expect(await verify('/x', { host: 'lama.example' })).toEqual({ failure: 'no-origin' })
})

test('a key has lost its www., which is found again', async () => {
  pages.set('/berita/7', html('<title>Jalan</title>'))
  const site = siteOn([`https://www.${HOST}:${server.port}`])
  expect(await verify('/berita/7', { site })).toEqual({ title: 'Jalan' })
  expect(server.asked[0]?.headers).toMatchObject({ host: `www.${HOST}:${server.port}` })
})

test.each([
  ['loopback', '127.0.0.1', 'private-address'],
  ['private', '10.1.2.3', 'private-address'],
  ['private', '192.168.1.1', 'private-address'],
  ['shared', '100.64.0.1', 'private-address'],
  ['unique local', 'fd12::1', 'private-address'],
  ['loopback of IPv6', '::1', 'private-address'],
  ['IPv4 within IPv6', '::ffff:10.0.0.1', 'private-address'],
  ['IPv4 behind NAT64', '64:ff9b::7f00:1', 'private-address'],
  ['link-local', '169.254.1.1', 'forbidden-address'],
  ['link-local with a zone', 'fe80::1%eth0', 'forbidden-address'],
  ['metadata', '169.254.169.254', 'forbidden-address'],
  ['nowhere', '0.0.0.0', 'forbidden-address'],
  ['what is no address', '010.0.0.1', 'forbidden-address'],
])('a name that leads to an address that is %s is not asked', async (_, address, failure) => {
  const site = siteOn([secure()], { intranet: false })
  const lookUp = () => Promise.resolve([address])
  const before = server.connections()
  expect(await verify('/berita/7', { site, lookUp })).toEqual({ failure })
  expect(server.connections()).toBe(before)
})

test('one private address among public ones is enough to refuse', async () => {
  const site = siteOn([secure()], { intranet: false })
  const lookUp = () => Promise.resolve(['93.184.215.14', '127.0.0.1'])
  const before = server.connections()
  expect(await verify('/berita/7', { site, lookUp })).toEqual({ failure: 'private-address' })
  expect(server.connections()).toBe(before)
})

test.each(['169.254.169.254', '169.254.1.1', '224.0.0.1', 'fd00:ec2::254', '100.100.100.200'])(
  'not even an intranet has its site at %s',
  async (address) => {
    const lookUp = () => Promise.resolve([address])
    expect(await verify('/berita/7', { lookUp })).toEqual({ failure: 'forbidden-address' })
  },
)

test.each([
  'https://2130706433',
  'https://0x7f.1',
  'https://0177.0.0.1',
  'https://[::ffff:7f00:1]',
])('an origin that spells loopback as %s is still loopback', async (origin) => {
  const host = new URL(origin).host
  const site = siteOn([new URL(origin).origin], { intranet: false })
  const verified = await verify('/berita/7', { site, host, lookUp: createLookUp() })
  expect(verified).toEqual({ failure: 'private-address' })
})

test('a name that leads elsewhere the next moment leads nowhere', async () => {
  const title = html('<title>Jalan</title>')
  pages.set('/berita/7', title)
  const other = await startSite((_, response) => title(response), certificate, '127.0.0.2')
  onTestFinished(() => other.close())
  let asked = 0
  const lookUp = () => {
    asked += 1
    return Promise.resolve([asked === 1 ? '127.0.0.1' : '127.0.0.2'])
  }
  expect(await verify('/berita/7', { lookUp })).toEqual({ title: 'Jalan' })
  expect(asked).toBe(1)
  expect(other.connections()).toBe(0)
})

test('each redirect is judged anew', async () => {
  pages.set('/berita/7', to('/berita/7/'))
  pages.set('/berita/7/', html('<title>Jalan</title>'))
  let asked = 0
  const lookUp = () => {
    asked += 1
    return Promise.resolve([asked === 1 ? '127.0.0.1' : '169.254.169.254'])
  }
  expect(await verify('/berita/7', { lookUp })).toEqual({ failure: 'forbidden-address' })
  expect(server.asked).toHaveLength(1)
})

test('a redirect to another loopback port is foreign to a site that takes all of them', async () => {
  const host = `localhost:${plain.port}`
  const site = siteOn([`http://${host}`], { loopback: true })
  pages.set('/berita/7', to(`http://localhost:${server.port}/berita/7`))
  expect(await verify('/berita/7', { site, host })).toEqual({ failure: 'foreign-redirect' })
})

test('a public site does not lead from https to plain http, an intranet may', async () => {
  const origins = ['https://desa.go.id', 'http://desa.go.id']
  const answers: FetchedPage[] = [
    { status: 302, location: 'http://desa.go.id/berita/7', head: null, whole: true },
    { status: 404, location: null, head: null, whole: true },
  ]
  const ask = (intranet: boolean) => {
    let asked = 0
    const begin = () => () => Promise.resolve(answers[asked++] ?? ('unreachable' as const))
    const site = listed(siteOn(origins, { intranet }))
    return verifyArticle('desa.go.id/berita/7', site, begin, new AbortController().signal)
  }
  expect(await ask(false)).toEqual({ failure: 'plain-http' })
  expect(await ask(true)).toEqual({ failure: 'not-found' })
})

test('a redirect that says nowhere is an answer like any other', async () => {
  pages.set('/berita/7', (response) => response.writeHead(302).end())
  expect(await verify('/berita/7')).toEqual({ failure: 'status' })
})
