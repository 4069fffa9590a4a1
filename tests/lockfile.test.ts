import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Locked {
  readonly version: string
  readonly dev?: boolean
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Locked>>
}
const locked = Object.entries(packages).filter(([path]) => path !== '')

/** Releases that mended a known hole; nothing older may come in, however deep. */
const FLOORS = {
  hono: '4.13.7',
  '@hono/node-server': '1.19.13',
  'drizzle-orm': '0.45.2',
  vite: '8.0.5',
}

/** Licences that let the whole be handed on under MIT. */
const FITTING = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  'Unlicense',
])

function copiesOf(name: string): Locked[] {
  return locked.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, entry]) => entry)
}

/** Below zero where `a` is older; a pre-release is older than its release. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('-')[0]?.split('.').map(Number))
  for (const i of [0, 1, 2]) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0)
    if (difference !== 0) return difference
  }
  return Number(b.includes('-')) - Number(a.includes('-'))
}

function fits(license: string | undefined): boolean {
  return (license ?? 'none').split(' OR ').some((one) => FITTING.has(one.replace(/[()]/g, '')))
}

test.each([
  ['4.13.7', '4.13.7', 0],
  ['4.13.19', '4.13.7', 1],
  ['4.9.30', '4.13.7', -1],
  ['10.0.0', '9.9.9', 1],
  ['8.0.5-beta.1', '8.0.5', -1],
])('%s beside %s', (a, b, sign) => {
  expect(Math.sign(compare(a, b))).toBe(sign)
})

describe('no copy is older than the release that mended it', () => {
  test.each(Object.entries(FLOORS))('%s from %s', (name, floor) => {
    const versions = copiesOf(name).map(({ version }) => version)
    expect(versions).not.toEqual([])
    expect(versions.filter((version) => compare(version, floor) < 0)).toEqual([])
  })
})

test('every package is held by its checksum, and none by the address it came from', () => {
  expect(locked.length).toBeGreaterThan(100)
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('what runs beside readers may be handed on under MIT', () => {
  const running = locked.filter(([, { dev }]) => !dev)
  expect(running.length).toBeGreaterThan(4)
  const unfit = running.filter(([, { license }]) => !fits(license))
  expect(unfit.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  expect(fits('GPL-3.0 OR MIT')).toBe(true)
  expect(fits('GPL-3.0')).toBe(false)
  expect(fits(undefined)).toBe(false)
})

test('only what the running server needs is a dependency', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
  const names = [
    '@hono/node-server',
    '@libsql/client',
    'croner',
    'drizzle-orm',
    'hono',
    'htmlparser2',
    'isbot',
    'zod',
  ]
  expect(Object.keys(dependencies).sort()).toEqual(names)
})
