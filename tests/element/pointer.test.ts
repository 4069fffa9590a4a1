import { expect } from '@open-wc/testing'
import { VOTES_PATH } from '../../shared/paths.ts'
import { eventually } from './support/eventually.ts'
import { click, doubleClick } from './support/hand.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

it('a click on a choice casts once', async () => {
  const { survey, lane } = await takeSurvey()
  await click(survey.row('cukup-puas'))
  await survey.says(words.thanks)
  expect(survey.own()).to.equal('cukup-puas')
  expect(survey.marked()).to.equal('cukup-puas')
  expect(await lane.votes()).to.equal(1)
  expect(survey.focus()).to.not.equal(undefined)
})

it('a click on the radio itself casts once', async () => {
  const { survey, lane } = await takeSurvey()
  await click(survey.radio('puas'))
  await survey.says(words.thanks)
  expect(survey.own()).to.equal('puas')
  expect(await lane.votes()).to.equal(1)
})

it("a screen reader's activation, a click that no hand made, casts once", async () => {
  const { survey, lane } = await takeSurvey()
  survey.radio('tidak-puas').click()
  await survey.says(words.thanks)
  expect(survey.own()).to.equal('tidak-puas')
  expect(await lane.votes()).to.equal(1)
})

it('a double click is one vote', async () => {
  const { survey, lane } = await takeSurvey()
  await doubleClick(survey.row('sangat-puas'))
  await survey.says(words.thanks)
  expect(survey.own()).to.equal('sangat-puas')
  expect(await lane.votes()).to.equal(1)
  expect(survey.text('note')).to.match(/^1 /)
})

it('another choice clicked while a vote is under way is not a second vote', async () => {
  const { survey, lane } = await takeSurvey()
  await lane.steer(VOTES_PATH, 'held')
  await click(survey.row('puas'))
  await eventually(() => survey.text('hint') === words.sending, 'it is being sent')
  await click(survey.row('tidak-puas'))
  expect(survey.marked()).to.equal('puas')

  await lane.steer(VOTES_PATH, 'none')
  await survey.says(words.thanks)
  expect(survey.own()).to.equal('puas')
  expect(await lane.votes()).to.equal(1)
})

it('a vote is changed and withdrawn by its buttons', async () => {
  const { survey } = await takeSurvey()
  await click(survey.row('puas'))
  await click(await survey.offered(words.change))
  await eventually(() => survey.button(words.change) === undefined, 'the choices are open again')
  await click(survey.row('tidak-puas'))
  await eventually(() => survey.own() === 'tidak-puas', 'the new choice is the own one')
  expect(survey.text('note')).to.match(/^1 /)

  await click(await survey.offered(words.withdraw))
  await survey.says(words.withdrawn)
  expect(survey.own()).to.equal(undefined)
  expect(survey.text('note')).to.equal(words.none)
})
