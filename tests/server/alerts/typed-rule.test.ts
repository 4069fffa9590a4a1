import { describe, expect, test } from 'vitest'
import { typedMails } from '../../../server/domain/alerts/typed-mails.ts'
import { type TypedRuleLimits, typedRule } from '../../../server/domain/alerts/typed-rule.ts'
import { typedDigest, usualDigest } from '../../../server/domain/digest/typed-digest.ts'

const LIMITS: TypedRuleLimits = { kind: 'index', mail: true, allowed: null, mayAllow: false }
const TYPED = {
  ...{ bound: '76,61', least: ' 30 ', span: '30', webhook: 'https://pesan.go.id/x' },
  ...{ mails: 'Ibu@Desa.go.id, pak@desa.go.id\nibu@desa.go.id', language: 'en', tellsEnd: 'no' },
}

describe('a rule as somebody typed it', () => {
  test('is taken with commas and points alike', () => {
    const rule = {
      ...{ bound: 7661, least: 30, span: 30, webhook: 'https://pesan.go.id/x', intranet: false },
      ...{ mails: ['ibu@desa.go.id', 'pak@desa.go.id'], language: 'en', tellsEnd: false },
    }
    expect(typedRule(TYPED, LIMITS)).toEqual(rule)
    expect(typedRule({ ...TYPED, bound: '76.61' }, LIMITS)).toEqual(rule)
  })

  test('has only the figures of its kind', () => {
    const nothing = { bound: null, least: null }
    expect(typedRule(TYPED, { ...LIMITS, kind: 'burst' })).toMatchObject({ ...nothing, span: null })
    expect(typedRule(TYPED, { ...LIMITS, kind: 'silence' })).toMatchObject({ ...nothing, span: 30 })
    const backup = { ...TYPED, span: '1000' }
    expect(typedRule(backup, { ...LIMITS, kind: 'backup' })).toMatchObject({ span: 1000 })
  })

  test.each([
    [{ bound: '25' }, ['bound']],
    [{ bound: '100,01' }, ['bound']],
    [{ bound: '7e1' }, ['bound']],
    [{ least: '0' }, ['least']],
    [{ least: '1.5' }, ['least']],
    [{ span: '366' }, ['span']],
    [{ webhook: 'pesan.go.id' }, ['webhook']],
    [{ webhook: 'http://pesan.go.id/' }, ['webhook']],
    [{ webhook: 'https://nama:sandi@pesan.go.id/' }, ['webhook']],
    [{ webhook: 'file:///etc/passwd' }, ['webhook']],
    [{ webhook: `https://pesan.go.id/${'x'.repeat(2000)}` }, ['webhook']],
    [{ mails: 'ibu' }, ['mails']],
    [{ webhook: '', mails: ' ' }, ['destination']],
    [{ bound: '', least: '', span: '' }, ['bound', 'least', 'span']],
  ])('is refused with %j', (typed, faults) => {
    expect(typedRule({ ...TYPED, ...typed }, LIMITS)).toEqual({ faults })
  })

  test('has no e-mail where this server sends none', () => {
    expect(typedRule(TYPED, { ...LIMITS, mail: false })).toEqual({ faults: ['noMail'] })
    expect(typedRule({ ...TYPED, mails: '' }, { ...LIMITS, mail: false })).toMatchObject({
      mails: [],
    })
  })

  test('is let to private addresses only by who may, and stays there as it was', () => {
    const local = { ...TYPED, webhook: 'http://10.0.0.7/x', intranet: 'yes' }
    expect(typedRule(local, LIMITS)).toEqual({ faults: ['webhook'] })
    expect(typedRule(local, { ...LIMITS, mayAllow: true })).toMatchObject({ intranet: true })
    const kept = { ...LIMITS, allowed: 'http://10.0.0.7/x' }
    expect(typedRule(local, kept)).toMatchObject({ intranet: true })
    expect(typedRule({ ...local, webhook: 'https://10.0.0.8/x' }, kept)).toMatchObject({
      intranet: false,
    })
  })
})

test.each(['a@b', '@desa.go.id', 'a b@desa', '"a"@desa.go.id', 'a@desa.go.id>', 'é@desa.go.id'])(
  '%s is no e-mail address',
  (mail) => {
    expect(typedMails(mail)).toBeNull()
  },
)

test('of more than twenty addresses none is taken', () => {
  const mails = Array.from({ length: 21 }, (_, i) => `a${i}@desa.go.id`)
  expect(typedMails(mails.slice(1).join(' '))).toHaveLength(20)
  expect(typedMails(mails.join(' '))).toBeNull()
})

describe('a digest as somebody typed it', () => {
  const FORM = {
    ...{ active: 'yes', weekday: '1', hour: '0', timeZone: 'Asia/Makassar', language: 'en' },
    mails: 'kepala@dinkes.go.id',
  }

  test('is Friday at six, and off, until then', () => {
    expect(usualDigest('dinkes', 'Asia/Jakarta')).toEqual({
      ...{ office: 'dinkes', active: false, weekday: 5, hour: 6, timeZone: 'Asia/Jakarta' },
      ...{ mails: [], language: 'id' },
    })
    expect(typedDigest('dinkes', FORM, true)).toEqual({
      ...{ office: 'dinkes', active: true, weekday: 1, hour: 0, timeZone: 'Asia/Makassar' },
      ...{ mails: ['kepala@dinkes.go.id'], language: 'en' },
    })
  })

  test.each([
    [{ weekday: '0' }, ['weekday']],
    [{ weekday: '8', hour: '24' }, ['weekday', 'hour']],
    [{ hour: '6.5' }, ['hour']],
    [{ timeZone: 'Asia/Surabaya' }, ['timeZone']],
    [{ mails: 'x' }, ['mails']],
    [{ mails: '' }, ['noRecipient']],
  ])('is refused with %j', (typed, faults) => {
    expect(typedDigest('dinkes', { ...FORM, ...typed }, true)).toEqual({ faults })
  })

  test('is switched on only where this server sends e-mail', () => {
    expect(typedDigest('dinkes', FORM, false)).toEqual({ faults: ['noMail'] })
    expect(typedDigest('dinkes', { ...FORM, active: '' }, false)).toMatchObject({ active: false })
  })
})
