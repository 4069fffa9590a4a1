import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json'
import { FLOORS, type LockedPackages, lockfileFaults } from './support/lockfile-faults.ts'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: LockedPackages
}

const SOUND = { version: '1.0.0', integrity: 'sha512-', license: 'MIT' }

test('the locked packages are sound', () => {
  expect(lockfileFaults(packages)).toEqual([])
})

test.each(Object.keys(FLOORS))('%s is locked, so that its floor says something', (name) => {
  expect(packages).toHaveProperty([`node_modules/${name}`])
})

test('four packages are all that the server needs to run', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual([
    '@hono/node-server',
    '@libsql/client',
    'drizzle-orm',
    'hono',
  ])
})

test('the lock is of this manifest', () => {
  expect(packages['']).toMatchObject({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  })
})

describe('a fault is found where', () => {
  test.each([
    ['a patch is behind', 'node_modules/hono', { ...SOUND, version: '4.13.6' }],
    ['a minor version is behind', 'node_modules/drizzle-orm', { ...SOUND, version: '0.9.99' }],
    [
      'a version came before its release',
      'node_modules/vite',
      { ...SOUND, version: '8.0.5-beta.1' },
    ],
    ['a second copy is behind', 'node_modules/a/node_modules/vite', { ...SOUND, version: '7.9.9' }],
    ['an address is named', 'node_modules/a', { ...SOUND, resolved: 'https://registry.example/a' }],
    ['a checksum is missing', 'node_modules/a', { version: '1.0.0', license: 'MIT' }],
    ['a licence asks for more', 'node_modules/a', { ...SOUND, license: 'AGPL-3.0' }],
    ['a licence is missing', 'node_modules/a', { version: '1.0.0', integrity: 'sha512-' }],
    [
      'a carried package asks for more',
      'node_modules/lit',
      { ...SOUND, license: 'GPL-3.0', dev: true },
    ],
  ])('%s', (_, place, locked) => {
    expect(lockfileFaults({ [place]: locked })).toHaveLength(1)
  })
})

test.each([
  ['the floor itself', 'node_modules/hono', { ...SOUND, version: '4.13.7' }],
  ['a later major version', 'node_modules/@hono/node-server', { ...SOUND, version: '2.0.0' }],
  ['a tool under another licence', 'node_modules/a', { ...SOUND, license: 'MPL-2.0', dev: true }],
])('%s is no fault', (_, place, locked) => {
  expect(lockfileFaults({ [place]: locked })).toEqual([])
})
