import { expect } from '@open-wc/testing'
import { wordsPath } from '../../shared/paths.ts'
import { eventually } from './support/eventually.ts'
import { openLane } from './support/lane.ts'
import { openSurvey } from './support/open-survey.ts'
import { words } from './support/words.ts'

it('words that do not come are Indonesian, and asked for again by the next survey', async () => {
  const lane = openLane()
  await lane.steer(wordsPath('jv'), 'html')
  const { survey } = await openSurvey({ lane, lang: 'jv' })
  expect(survey.text('question')).to.equal(words.question)
  survey.radio('puas').click()
  await survey.says(words.thanks)

  await lane.steer(wordsPath('jv'), 'none')
  const { survey: next } = await openSurvey({ lang: 'jv' })
  await eventually(() => next.text('question') !== words.question, 'the words come')
})

for (const [lang, question] of [
  ['jv', 'Kados pundi pamanggih panjenengan?'],
  ['su', 'Kumaha pamanggih Anjeun?'],
] as const) {
  it(`a page that asks for ${lang} is asked in it`, async () => {
    const { survey } = await openSurvey({ lang })
    await eventually(() => survey.text('question') === question, `the question is in ${lang}`)
  })
}
