import { expect } from '@open-wc/testing'
import { CHOICES } from '../../shared/choice.ts'
import { SEALED_AFTER_DAYS } from '../../shared/sealing.ts'
import { click } from './support/hand.ts'
import { openLane } from './support/lane.ts'
import { openSurvey } from './support/open-survey.ts'
import type { Survey } from './support/survey.ts'
import { words } from './support/words.ts'

const DAY = 24 * 60 * 60 * 1000
const now = Date.now

afterEach(() => {
  Date.now = now
})

/** A survey whose reader voted so many days ago. */
async function votedBefore(days: number): Promise<Survey> {
  const lane = openLane()
  Date.now = () => now() - days * DAY
  const { survey: then, place } = await openSurvey({ lane })
  then.radio('cukup-puas').click()
  await then.says(words.thanks)
  place.remove()
  Date.now = now
  return (await openSurvey({ lane })).survey
}

it('a vote that is sealed is shown as final, and cannot be changed or withdrawn', async () => {
  const survey = await votedBefore(SEALED_AFTER_DAYS + 1)
  expect(survey.text('hint')).to.equal(words.final)
  expect(survey.own()).to.equal('cukup-puas')
  expect(survey.button(words.change)).to.equal(undefined)
  expect(survey.button(words.withdraw)).to.equal(undefined)
  expect(CHOICES.filter((choice) => survey.radio(choice).matches(':enabled'))).to.deep.equal([])
  await click(survey.row('puas'))
  expect(survey.marked()).to.equal('cukup-puas')
  await expect(survey.element).to.be.accessible()
})

it('a vote of some days before can still be changed', async () => {
  const survey = await votedBefore(SEALED_AFTER_DAYS - 1)
  expect(survey.own()).to.equal('cukup-puas')
  expect(survey.button(words.change)).to.not.equal(undefined)
})
