import { expect } from '@open-wc/testing'
import { formatCount, formatDay, formatShare } from '../../widget/format.ts'
import { openLane } from './support/lane.ts'
import { openSurvey } from './support/open-survey.ts'

it('numbers are written as Indonesian and English write them', () => {
  expect(formatCount(1234567, 'id')).to.equal('1.234.567')
  expect(formatCount(1234567, 'en')).to.equal('1,234,567')
  expect(formatShare(737, 1, 'id')).to.equal('73,7%')
  expect(formatShare(737, 1, 'en')).to.equal('73.7%')
  expect(formatShare(1000, 0, 'id')).to.equal('100%')
})

it('a day is written as Indonesian offices write it', () => {
  expect(formatDay('2016-07-01')).to.equal('01-07-2016')
})

for (const [lang, shares] of [
  ['id', ['73,7%', '10,5%', '5,3%', '10,5%']],
  ['en-GB', ['73.7%', '10.5%', '5.3%', '10.5%']],
  // Browsers know neither language and would write English.
  ['jv', ['73,7%', '10,5%', '5,3%', '10,5%']],
  ['su', ['73,7%', '10,5%', '5,3%', '10,5%']],
  ['zz', ['73,7%', '10,5%', '5,3%', '10,5%']],
] as const) {
  it(`a survey in ${lang} shows ${shares[0]}`, async () => {
    const { survey } = await openSurvey({ lane: openLane('/demo/'), lang })
    expect(survey.column('share').map((share) => share.split(' ')[0])).to.deep.equal(shares)
  })
}
