import { describe, expect, test } from 'vitest'
import { createOriginRule } from '../../server/domain/site/origin-rule.ts'
import { settingsFrom } from '../../server/domain/site/typed-settings.ts'
import type { SiteSettings } from '../../shared/site-settings.ts'

const RULE = createOriginRule({
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [
    { origin: 'https://desa.go.id', role: 'primary' },
    { origin: 'https://*.kecamatan.example.go.id', role: 'additional' },
    { origin: 'https://cermin.example:8443', role: 'mirror' },
  ],
})

const ALL: Required<SiteSettings> = {
  resultsFrom: 10,
  results: 'after-vote',
  language: 'jv',
  wording: {
    id: { question: 'Apakah berita ini jelas?', labels: { puas: 'Jelas', 'tidak-puas': '<i>' } },
    su: { labels: { 'sangat-puas': 'Sugema pisan' } },
  },
  followUp: { text: 'Sampaikan ke LAPOR!', url: 'https://www.lapor.go.id/' },
  responseRate: true,
  publicPage: true,
  controller: { name: 'Dinas Kominfo', contact: 'ppid@desa.go.id' },
  identity: 'address',
}

function faultsOf(typed: unknown): readonly string[] {
  const outcome = settingsFrom(typed, RULE)
  return 'faults' in outcome ? outcome.faults : []
}

const withQuestion = (question: unknown) => ({ wording: { id: { question } } })
const withLink = (url: unknown) => ({ followUp: { text: 'LAPOR!', url } })
const withContact = (contact: unknown) => ({ controller: { name: 'Dinas', contact } })

test('every setting is taken as it was typed', () => {
  expect(settingsFrom(ALL, RULE)).toEqual(ALL)
  expect(settingsFrom({}, RULE)).toEqual({})
})

test('only what the site overrides is left', () => {
  const typed = {
    resultsFrom: undefined,
    wording: { id: { question: undefined, labels: {} }, en: {}, jv: { question: ' Pripun? ' } },
    identity: 'canonical',
  }
  expect(settingsFrom(typed, RULE)).toEqual({ wording: { jv: { question: 'Pripun?' } } })
  expect(settingsFrom({ wording: { id: { labels: { puas: undefined } } } }, RULE)).toEqual({})
})

test.each([null, undefined, 1, 'always', [], true])('%j is no settings', (typed) => {
  expect(faultsOf(typed)).toEqual(['What was typed is not an object.'])
})

describe('words', () => {
  test.each([
    'a',
    '?',
    '<img onerror=alert(1)>',
    '  Apa tanggapan Anda?  ',
    'é'.repeat(80),
    '😀'.repeat(80),
    'نص',
    'a\u200db',
  ])('%j are taken', (question) => {
    expect(settingsFrom(withQuestion(question), RULE)).toEqual(withQuestion(question.trim()))
  })

  test.each([
    ['', 'is blank'],
    ['   ', 'is blank'],
    ['\u200b\u200d', 'is blank'],
    ['a'.repeat(81), 'has 81 characters; at most 80 are shown'],
    ['😀'.repeat(81), 'has 81 characters; at most 80 are shown'],
    ['a'.repeat(100_000), 'has 100000 characters; at most 80 are shown'],
    ['dua\nbaris', 'has characters that are not text'],
    ['dua\u2028baris', 'has characters that are not text'],
    ['nol\u0000', 'has characters that are not text'],
    ['a\u202eb', 'has characters that are not text'],
    ['a\u2066b', 'has characters that are not text'],
    ['separuh \ud83d', 'has characters that are not text'],
    [null, 'is not text'],
    [1, 'is not text'],
    [['Apa?'], 'is not text'],
  ])('%j are refused', (question, fault) => {
    expect(faultsOf(withQuestion(question))).toEqual([`wording.id.question ${fault}.`])
  })

  test('of labels and links are judged alike, and a name may be longer', () => {
    const long = 'a'.repeat(121)
    const typed = {
      wording: { en: { labels: { puas: long } } },
      followUp: { text: long, url: 'https://desa.go.id/' },
      controller: { name: long, contact: 'a@desa.go.id' },
    }
    expect(faultsOf(typed)).toEqual([
      'wording.en.labels.puas has 121 characters; at most 80 are shown.',
      'followUp.text has 121 characters; at most 80 are shown.',
      'controller.name has 121 characters; at most 120 are shown.',
    ])
    expect(faultsOf({ controller: { name: 'a'.repeat(120), contact: 'a@desa.go.id' } })).toEqual([])
  })
})

test.each([1, 5, 50])('results may be shown from %j', (resultsFrom) => {
  expect(settingsFrom({ resultsFrom }, RULE)).toEqual({ resultsFrom })
})

test.each([0, 51, -1, 1.5, '10', Number.NaN, Number.POSITIVE_INFINITY, null, true, [5]])(
  'results may not be shown from %j',
  (resultsFrom) => {
    expect(faultsOf({ resultsFrom })).toEqual(['resultsFrom is not a whole number from 1 to 50.'])
  },
)

test.each([
  [{ results: 'sometimes' }, 'results is not one of always, after-vote, never.'],
  [{ results: null }, 'results is not one of always, after-vote, never.'],
  [{ language: 'mad' }, 'language is not one of id, en, jv, su.'],
  [{ language: ['id'] }, 'language is not one of id, en, jv, su.'],
  [{ responseRate: 'on' }, 'responseRate is not true or false.'],
  [{ identity: 'path' }, 'identity is not one of canonical, address.'],
])('%j is refused', (typed, fault) => {
  expect(faultsOf(typed)).toEqual([fault])
})

describe('a link', () => {
  test.each([
    'https://lapor.go.id/',
    'https://www.lapor.go.id/instansi/desa?a=b#c',
    'https://desa.go.id/pengaduan',
    'https://www.desa.go.id/pengaduan',
    'https://a.kecamatan.example.go.id/',
    'https://cermin.example:8443/',
  ])('may lead to %s', (url) => {
    expect(settingsFrom(withLink(url), RULE)).toEqual(withLink(url))
  })

  test('is kept as a browser reads it', () => {
    const typed = withLink('https://LAPOR.go.id')
    expect(settingsFrom(typed, RULE)).toEqual(withLink('https://lapor.go.id/'))
  })

  test.each([
    'http://lapor.go.id/',
    'https://lapor.go.id.evil.com/',
    'https://evil-lapor.go.id/',
    'https://palsu.lapor.go.id/',
    'https://lapor.go.id:8443/',
    'https://lapor.go.id./',
    'https://lapor.go.id@evil.com/',
    'https://admin@lapor.go.id/',
    'https://admin:rahasia@lapor.go.id/',
    'https://evil.com\\@lapor.go.id/',
    'https://evil.com/https://lapor.go.id/',
    'https://lapоr.go.id/',
    'https://kecamatan.example.com/',
    'https://lain.desa.go.id/',
    'https:lapor.go.id',
    ' https://lapor.go.id/',
    'https://lapor.go.id/ a',
    'https://lapor.go.id/\n',
    'https://lapor.go.id/\u202e',
    '//lapor.go.id/',
    '/pengaduan',
    'javascript:alert(1)',
    'data:text/html,a',
    `https://lapor.go.id/${'a'.repeat(1024)}`,
    '',
    null,
    1,
  ])('may not lead to %j', (url) => {
    expect(faultsOf(withLink(url))).toEqual([
      'followUp.url is not an https address on a host of the site or on lapor.go.id, www.lapor.go.id.',
    ])
  })
})

describe('a contact', () => {
  test.each(['ppid@desa.go.id', 'a.b+c@x-y.example.com', 'https://ppid.example.go.id/kontak'])(
    'may be %s',
    (contact) => {
      expect(settingsFrom(withContact(contact), RULE)).toEqual(withContact(contact))
    },
  )

  test.each([
    'ppid',
    'ppid@desa',
    'ppid@@desa.go.id',
    'a b@desa.go.id',
    'ppid@desa.go.id?bcc=lain@evil.com',
    'ppid@desa.go.id,lain@evil.com',
    'a%0ab@desa.go.id',
    'mailto:ppid@desa.go.id',
    'http://desa.go.id/',
    'https://a:b@desa.go.id/',
    'javascript:alert(1)//@desa.go.id',
    '081234567890',
    '',
    null,
  ])('may not be %j', (contact) => {
    expect(faultsOf(withContact(contact))).toEqual([
      'controller.contact is neither an address for mail nor an https address.',
    ])
  })
})

test('what is no setting is refused, at every depth', () => {
  const typed = JSON.parse(`{
    "colour": "red", "__proto__": {}, "constructor": 1, "toString": null,
    "wording": { "fr": { "question": "Avis?" }, "id": { "hint": "x", "labels": { "kurang": "x" } } },
    "followUp": { "text": "a", "url": "https://desa.go.id/", "target": "_blank" },
    "controller": { "name": "a", "contact": "a@desa.go.id", "phone": "1" }
  }`)
  expect(faultsOf(typed)).toEqual([
    'colour is not known.',
    '__proto__ is not known.',
    'constructor is not known.',
    'toString is not known.',
    'wording.fr is not known.',
    'wording.id.hint is not known.',
    'wording.id.labels.kurang is not known.',
    'followUp.target is not known.',
    'controller.phone is not known.',
  ])
})

test('a link needs its words, and a controller a contact', () => {
  expect(faultsOf({ followUp: { url: 'https://desa.go.id/' }, controller: { name: 'a' } })).toEqual(
    ['followUp.text is missing.', 'controller.contact is missing.'],
  )
  expect(faultsOf({ followUp: 'https://desa.go.id/', wording: [] })).toEqual([
    'followUp is not an object.',
    'wording is not an object.',
  ])
})

test('all faults are named at once', () => {
  expect(faultsOf({ resultsFrom: 0, results: '', language: '', responseRate: 1 })).toHaveLength(4)
})
