import { expect, test } from 'vitest'
import { createRefusedOrigins } from '../../server/domain/site/refused-origins.ts'

const NOON = Date.UTC(2026, 10, 24, 12)

function open() {
  const clock = { now: NOON }
  return { clock, origins: createRefusedOrigins(() => clock.now) }
}

test('the commonest comes first, with the last time', () => {
  const { clock, origins } = open()
  for (const origin of ['https://a.example', 'https://b.example:8443', 'https://a.example']) {
    clock.now += 1000
    origins.note(origin)
  }
  expect(origins.list()).toEqual([
    { origin: 'https://a.example', requests: 2, last: NOON + 3000 },
    { origin: 'https://b.example:8443', requests: 1, last: NOON + 2000 },
  ])
})

test.each([
  ...['null', '', 'file://', 'https://', 'javascript:alert(1)', 'https://a.example/', 'a.example'],
  ...['https://a.example/x', 'https://<b>', 'https://a.example\n', 'HTTPS://A.example'],
  ...['https://user@a.example', 'http://a.example:80', 'https://192.0.2.7', 'http://10.0.0.7:8080'],
  ...['http://[2001:db8::7]', `https://${'a'.repeat(63)}.${'b.'.repeat(120)}example`],
])('of %j nothing is kept', (origin) => {
  const { origins } = open()
  origins.note(origin)
  expect(origins.list()).toEqual([])
})

test('50 at most, and what comes often stays', () => {
  const { clock, origins } = open()
  for (let n = 0; n < 3; n++) origins.note('https://ours.example')
  for (let n = 0; n < 500; n++) {
    clock.now += 1
    origins.note(`https://n${n}.example`)
  }
  expect(origins.list()).toHaveLength(50)
  expect(origins.list()[0]).toMatchObject({ origin: 'https://ours.example', requests: 3 })
  expect(origins.list()[1]).toMatchObject({ origin: 'https://n499.example' })
})

test('the next day begins anew', () => {
  const { clock, origins } = open()
  origins.note('https://a.example')
  clock.now += 12 * 60 * 60 * 1000
  expect(origins.list()).toEqual([])
})
