import { pick, type Random } from '../seeded.ts'
import { bytesOf, type Draft, setHeader } from './draft.ts'
import { ODD_ADDRESSES } from './odd-values.ts'

type Change = (draft: Draft, random: Random) => void

const METHODS = [
  'GET',
  'HEAD',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'POST',
  'PROPFIND',
  'get',
  'QUERY',
]
const ORIGINS = [
  ...[
    'null',
    '',
    'http://localhost',
    'https://localhost',
    'HTTP://LOCALHOST',
    'http://localhost.',
    '*',
  ],
  ...[
    'http://localhost.evil.example',
    'http://evil.example/http://localhost',
    'http://localhost/',
    'localhost',
  ],
  ...[
    'http://localhost:1',
    'http://localhost:65536',
    'http://127.0.0.1',
    'http://[::1]',
    'http://127.1',
    'http://LocalHost',
  ],
  ...[
    'https://asing.example',
    'file://',
    'http://localhost http://localhost',
    'chrome-extension://a',
    'http://ｌocalhost',
  ],
]
const TYPES = [
  ...[
    '',
    'text/html',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'TEXT/PLAIN',
  ],
  ...[
    'text/plain;charset=utf-16',
    'text/plainx',
    'application/json; charset=x',
    'application/json, text/html',
    'a',
  ],
  ...['text/plain;'.repeat(200), 'image/png', 'application/problem+json', '/', ';'],
]
const FETCH = [
  'no-cors',
  'navigate',
  'cors',
  'same-origin',
  'websocket',
  '',
  'NAVIGATE',
  'cors, navigate',
]
const AGENTS = [
  '',
  'curl/8.0',
  'Googlebot/2.1',
  '-',
  'x'.repeat(7000),
  '<script>',
  '\xff\xfe',
  'Mozilla/5.0',
]
const FORWARDED = [
  ...[
    '1.2.3.4',
    '::1',
    '[2001:db8::1]:80',
    '1.2.3.4, 5.6.7.8',
    '999.1.1.1',
    '::ffff:1.2.3.4',
    'unknown',
    '_x',
    '',
  ],
  ...[
    '127.0.0.1',
    '1.2.3.4:80',
    'fe80::1%eth0',
    '0x1.2',
    '1.2.3.4,'.repeat(300),
    ',,,',
    ' ',
    '2001:db8::'.repeat(9),
  ],
]
const NAMES = [
  'X-Forwarded-For',
  'Forwarded',
  'CF-Connecting-IP',
  'X-Real-IP',
  'X-Forwarded-Host',
  'Via',
  'X-Http-Method-Override',
]

const LEAVABLE = ['Origin', 'Content-Type', 'User-Agent', 'Host', 'Connection']

const HEAD_CHANGES: readonly Change[] = [
  (draft, random) => setHeader(draft, pick(random, LEAVABLE), undefined),
  (draft, random) => setHeader(draft, 'Origin', pick(random, ORIGINS)),
  (draft, random) => setHeader(draft, 'Origin', pick(random, ORIGINS)),
  (draft, random) => setHeader(draft, 'Content-Type', pick(random, TYPES)),
  (draft, random) => setHeader(draft, 'Sec-Fetch-Mode', pick(random, FETCH)),
  (draft, random) =>
    setHeader(draft, 'Sec-Fetch-Site', pick(random, ['none', 'cross-site', 'same-origin', 'x'])),
  (draft, random) =>
    setHeader(draft, 'Sec-Purpose', pick(random, ['prefetch', 'prefetch;prerender', 'x', ''])),
  (draft, random) => setHeader(draft, 'User-Agent', pick(random, AGENTS)),
  (draft, random) => setHeader(draft, pick(random, NAMES), pick(random, FORWARDED)),
  (draft, random) =>
    setHeader(
      draft,
      'Host',
      pick(random, ['', 'a b', 'evil.example', 'localhost:x', '[::1', '@', 'a'.repeat(300)]),
    ),
  (draft, random) => draft.headers.push(pick(random, draft.headers)),
  (draft, random) =>
    setHeader(draft, 'If-None-Match', pick(random, ['*', 'W/"', '"a","b"', 'W/"0"', '\xe9'])),
  (draft, random) =>
    setHeader(
      draft,
      'Accept-Encoding',
      pick(random, ['br', 'br;q=0', 'br;q=0.0,', '*', 'gzip, br;q=x']),
    ),
  (draft, random) =>
    setHeader(
      draft,
      'Authorization',
      pick(random, [
        'Bearer',
        'Bearer x',
        'Basic Og==',
        'Bearer  ',
        'x'.repeat(4000),
        'Bearer \xff',
      ]),
    ),
  (draft, random) =>
    setHeader(draft, 'Content-Encoding', pick(random, ['gzip', 'br', 'identity', 'x'])),
  (draft, random) =>
    setHeader(draft, 'Cookie', pick(random, ['a=b', '='.repeat(99), '__Host-x=\xff'])),
  (draft, random) => setHeader(draft, 'Range', pick(random, ['bytes=0-1', 'bytes=-1', 'x'])),
  (draft, random) => setHeader(draft, 'Upgrade', pick(random, ['websocket', 'h2c', 'x'])),
  (draft, random) => setHeader(draft, 'X-Long', 'x'.repeat(pick(random, [1000, 8000, 20_000]))),
  (draft) =>
    void draft.headers.push(
      ...Array.from({ length: 300 }, (_, i): [string, string] => [`X-${i}`, 'x']),
    ),
  (draft, random) =>
    void draft.headers.push([pick(random, ['', ' ', 'A B', 'A:B', '\xe9', '\0', 'a\tb']), 'x']),
  (draft, random) =>
    void draft.headers.push([
      'X-Odd',
      pick(random, ['\0', 'a\rb', 'a\nb', 'a\r\n b', '\x7f', '\xff', '']),
    ]),
]

const TARGETS: readonly ((target: string, random: Random) => string)[] = [
  (target) => `/${target}`,
  (target) => `${target}/`,
  (target) => target.replace('v', '%76'),
  (target) => target.replace('/v1/', '/v1/./'),
  (target) => target.replace('/v1/', '/v1/../v1/'),
  (target) => target.replace('/v1/', '/v1/%2e%2e/v1/'),
  (target) => target.replaceAll('/', '\\'),
  (target) => target.toUpperCase(),
  (target, random) =>
    target +
    pick(random, ['%00', '\0', '%zz', '%', ';x', '.', '..', '\xe9', ' ', '%20', '//', '/..']),
  (target, random) =>
    target +
    pick(random, ['?', '?x', '?__proto__=1', '#x', '?a=1#b', '??', '?%', `?${'a=1&'.repeat(500)}`]),
  (target) => `http://evil.example${target}`,
  (target) => `http://[${target}`,
  (_, random) =>
    pick(random, [
      '*',
      '',
      '/',
      '//',
      '///',
      '/%',
      '/..',
      'x',
      '?',
      `/${'a'.repeat(20_000)}`,
      '/%c0%ae%c0%ae/',
      '\xff',
    ]),
  (_, random) =>
    `/v1/sites/${pick(random, ['bojonegoro', '%00', '..', '%2e%2e', '', '__proto__', 'constructor', '%zz', '💬', 'a'.repeat(300)].map(bytesOf))}/tallies?article=/a`,
  (_, random) => `/v1/sites/bojonegoro/tallies?${oddQuery(random)}`,
  (_, random) =>
    `/${pick(random, ['w', 'v1/words', 'v1/explanation', 'demo', 's', 'api/admin', 'v1'])}/${pick(random, ['x', '..', '%2e%2e/secret', 'id.json', '0.0.0/widget.js', '%00', '__proto__'])}`,
]

/** Changes method, address or a header. */
export function changeHead(draft: Draft, random: Random): void {
  const kind = random()
  if (kind < 0.2) draft.method = pick(random, METHODS)
  else if (kind < 0.45) draft.target = pick(random, TARGETS)(draft.target, random)
  else pick(random, HEAD_CHANGES)(draft, random)
}

function oddQuery(random: Random): string {
  const some = Array.from({ length: pick(random, [1, 2, 3, 99, 100, 101]) }, () =>
    pick(random, ODD_ADDRESSES),
  )
  const written = some.map((address) => {
    const raw = bytesOf(address.replace(/[ \\]/g, ''))
    return `article=${random() < 0.5 ? encodeURIComponent(address) : raw}`
  })
  return written.join(pick(random, ['&', '&', '&', '&&', ';', '&x=1&']))
}
