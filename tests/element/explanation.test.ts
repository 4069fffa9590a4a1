import { expect } from '@open-wc/testing'
import { explanationPath } from '../../shared/paths.ts'
import { eventually } from './support/eventually.ts'
import { press } from './support/hand.ts'
import type { Survey } from './support/survey.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

function fold(survey: Survey): HTMLDetailsElement {
  return survey.part('explanation') as HTMLDetailsElement
}

async function unfold(survey: Survey): Promise<void> {
  fold(survey).querySelector('summary')?.focus()
  expect(survey.focus()).to.equal(words.explain)
  await press('Enter')
  await eventually(() => fold(survey).querySelectorAll('p').length > 1, 'the text comes')
}

it('how the figures are made is folded away, and asked for only by who unfolds it', async () => {
  const { survey, lane } = await takeSurvey()
  const path = explanationPath('id')
  expect(fold(survey).open).to.equal(false)
  expect(await lane.sent(path)).to.equal(0)
  await unfold(survey)
  expect(fold(survey).open).to.equal(true)
  expect(await lane.sent(path)).to.equal(1)
  await expect(survey.element).to.be.accessible()
})

it('it stays unfolded through a vote', async () => {
  const { survey } = await takeSurvey()
  await unfold(survey)
  survey.radio('puas').click()
  await survey.says(words.thanks)
  expect(fold(survey).open).to.equal(true)
})

it('a text that does not come is asked for again when it is unfolded again', async () => {
  const { survey, lane } = await takeSurvey()
  await lane.steer(explanationPath('id'), 'html')
  fold(survey).querySelector('summary')?.focus()
  await press('Enter', 'Enter')
  expect(fold(survey).open).to.equal(false)
  await lane.steer(explanationPath('id'), 'none')
  await unfold(survey)
})
