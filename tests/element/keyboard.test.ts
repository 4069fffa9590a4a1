import { expect } from '@open-wc/testing'
import { VOTES_PATH, WITHDRAWALS_PATH } from '../../shared/paths.ts'
import { eventually } from './support/eventually.ts'
import { press } from './support/hand.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

describe('the keyboard alone', () => {
  it('comes to the survey by Tab', async () => {
    const { survey } = await takeSurvey()
    const before = Object.assign(document.createElement('button'), { textContent: 'Sebelumnya' })
    survey.element.before(before)
    before.focus()
    await press('Tab')
    expect(survey.focus()).to.equal('sangat-puas')
  })

  it('votes by Enter on the choice that the arrows selected', async () => {
    const { survey, lane } = await takeSurvey()
    survey.radio('sangat-puas').focus()
    await press('ArrowDown', 'ArrowDown', 'ArrowDown')
    expect(survey.marked()).to.equal('tidak-puas')
    expect(await lane.votes()).to.equal(0)

    await press('Enter')
    await survey.says(words.thanks)
    expect(survey.own()).to.equal('tidak-puas')
    expect(await lane.votes()).to.equal(1)
  })

  it('votes by the button that a selection brings up', async () => {
    const { survey, lane } = await takeSurvey()
    survey.radio('sangat-puas').focus()
    await press('ArrowDown', 'Tab')
    expect(survey.focus()).to.equal(words.send)
    expect(await lane.votes()).to.equal(0)

    await press('Enter')
    await survey.says(words.thanks)
    expect(survey.own()).to.equal('puas')
  })

  it('votes by Space on a radio, once', async () => {
    const { survey, lane } = await takeSurvey()
    survey.radio('sangat-puas').focus()
    await press(' ')
    await survey.says(words.thanks)
    expect(survey.own()).to.equal('sangat-puas')
    expect(await lane.votes()).to.equal(1)
  })

  it('changes a vote and withdraws it', async () => {
    const { survey, lane } = await takeSurvey()
    survey.radio('sangat-puas').focus()
    await press('ArrowDown', 'Enter')
    await survey.says(words.thanks)

    expect(survey.focus()).to.equal(words.change)
    await press('Enter')
    await eventually(() => survey.focus() === 'puas', 'the choice of before has the focus')
    await press('ArrowDown')
    expect(survey.own()).to.equal('puas')
    await press('Enter')
    await eventually(() => survey.own() === 'cukup-puas', 'the new choice is the own one')
    expect(await lane.votes()).to.equal(2)

    expect(survey.focus()).to.equal(words.change)
    await press('Tab')
    expect(survey.focus()).to.equal(words.withdraw)
    await press('Enter')
    await survey.says(words.withdrawn)
    expect(survey.own()).to.equal(undefined)
    expect(survey.focus()).to.equal('sangat-puas')
  })
})

describe('the focus is not lost', () => {
  it('while a vote is under way', async () => {
    const { survey, lane } = await takeSurvey()
    await lane.steer(VOTES_PATH, 'held')
    survey.radio('sangat-puas').focus()
    await press('ArrowDown', 'Enter')
    await eventually(() => survey.text('hint') === words.sending, 'it is being sent')
    expect(survey.focus()).to.equal('puas')
    await press('Enter', ' ')

    await lane.steer(VOTES_PATH, 'none')
    await survey.says(words.thanks)
    expect(survey.focus()).to.equal(words.change)
    expect(await lane.votes()).to.equal(1)
  })

  it('when a vote fails', async () => {
    const { survey, lane } = await takeSurvey()
    await lane.steer(VOTES_PATH, 'storage')
    survey.radio('sangat-puas').focus()
    await press('ArrowDown', 'Enter')
    await survey.says(words.error)
    expect(survey.marked()).to.equal('puas')
    expect(survey.focus()).to.equal('puas')

    await press('Tab')
    expect(survey.focus()).to.equal(words.retry)
    await lane.steer(VOTES_PATH, 'none')
    await press('Enter')
    await survey.says(words.thanks)
    expect(survey.focus()).to.equal(words.change)
  })

  it('when a withdrawal fails', async () => {
    const { survey, lane } = await takeSurvey()
    await lane.steer(WITHDRAWALS_PATH, 'storage', 1)
    survey.radio('puas').focus()
    await press(' ')
    await survey.says(words.thanks)
    await press('Tab', 'Enter')
    await survey.says(words.error)
    expect(survey.own()).to.equal('puas')
    expect(survey.focus()).to.not.equal(undefined)
  })
})
