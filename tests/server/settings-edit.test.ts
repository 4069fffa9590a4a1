import { expect, test } from 'vitest'
import { settingsEdit } from '../../server/entry/settings-edit.ts'

test('each option sets its place and leaves the others', () => {
  const edit = settingsEdit({
    question: ['id=Apa = ini?', 'jv=Pripun?'],
    label: ['id:puas=Jelas', 'id:tidak-puas=Tidak: jelas'],
    results: ['after-vote'],
    'results-from': ['10'],
    language: ['su'],
    'follow-up': ['LAPOR!=https://lapor.go.id/?a=b'],
    'response-rate': ['on'],
    'public-page': ['on'],
    controller: ['Dinas=ppid@desa.go.id'],
    identity: ['address'],
  })
  expect(edit.faults).toEqual([])
  const before = {
    wording: {
      id: { question: 'Lama?', labels: { 'cukup-puas': 'Cukup' } },
      en: { question: 'Old?' },
    },
    resultsFrom: 3,
  }
  expect(edit.apply(before)).toEqual({
    wording: {
      id: {
        question: 'Apa = ini?',
        labels: { 'cukup-puas': 'Cukup', puas: 'Jelas', 'tidak-puas': 'Tidak: jelas' },
      },
      en: { question: 'Old?' },
      jv: { question: 'Pripun?' },
    },
    results: 'after-vote',
    resultsFrom: 10,
    language: 'su',
    followUp: { text: 'LAPOR!', url: 'https://lapor.go.id/?a=b' },
    responseRate: true,
    publicPage: true,
    controller: { name: 'Dinas', contact: 'ppid@desa.go.id' },
    identity: 'address',
  })
})

test('what is unset is taken back, and the rest stays', () => {
  const unset = ['results', 'response-rate', 'question:id', 'label:id:puas']
  const edit = settingsEdit({ unset, results: undefined, 'response-rate': ['off'] })
  const labels = { puas: 'Jelas', 'cukup-puas': 'Cukup' }
  const before = {
    results: 'never',
    responseRate: true,
    wording: { id: { question: '?', labels } },
  }
  expect(edit.faults).toEqual([])
  expect(edit.apply(before)).toEqual({
    responseRate: false,
    wording: { id: { labels: { 'cukup-puas': 'Cukup' } } },
  })
  expect(settingsEdit({ unset }).apply({ language: 'en' })).toEqual({
    language: 'en',
    wording: { id: { labels: {} } },
  })
})

test('every option without its form and every name of no setting is a fault', () => {
  const edit = settingsEdit({
    question: ['Apa?', 'fr=Avis?', '=Apa?'],
    label: ['puas=Jelas', 'id:kurang=Kurang', 'id:puas', 'id:puas:x=Jelas'],
    'results-from': ['banyak', '-1', '1.5', ''],
    'response-rate': ['true'],
    'follow-up': ['https://lapor.go.id/'],
    controller: ['Dinas'],
    unset: ['colour', 'question', 'question:fr', 'label:id', 'results:id', 'constructor', ''],
  })
  expect(edit.faults).toEqual([
    ...['colour', 'question', 'question:fr', 'label:id', 'results:id', 'constructor', ''].map(
      (name) => `--unset ${name}: there is no such setting.`,
    ),
    '--question Apa? is not LANGUAGE=TEXT.',
    '--question fr=Avis? is not LANGUAGE=TEXT.',
    '--question =Apa? is not LANGUAGE=TEXT.',
    '--label puas=Jelas is not LANGUAGE:CHOICE=TEXT.',
    '--label id:kurang=Kurang is not LANGUAGE:CHOICE=TEXT.',
    '--label id:puas is not LANGUAGE:CHOICE=TEXT.',
    '--label id:puas:x=Jelas is not LANGUAGE:CHOICE=TEXT.',
    '--results-from banyak is not NUMBER.',
    '--results-from -1 is not NUMBER.',
    '--results-from 1.5 is not NUMBER.',
    '--results-from  is not NUMBER.',
    '--response-rate true is not on|off.',
    '--follow-up https://lapor.go.id/ is not TEXT=ADDRESS.',
    '--controller Dinas is not NAME=CONTACT.',
  ])
  expect(edit.apply({ language: 'en' })).toEqual({ language: 'en' })
})

test('nothing typed is nothing to set', () => {
  expect(settingsEdit({}).empty).toBe(true)
  expect(settingsEdit({ unset: [], results: undefined }).empty).toBe(true)
  expect(settingsEdit({ results: ['never'] }).empty).toBe(false)
  expect(settingsEdit({ unset: ['colour'] }).empty).toBe(false)
})
