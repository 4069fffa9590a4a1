import './support/refuse-storage.ts'
import { expect } from '@open-wc/testing'
import { eventually } from './support/eventually.ts'
import { click } from './support/hand.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

it('where the browser refuses storage, a reader still has one vote, to change and to take back', async () => {
  const { survey, lane } = await takeSurvey()
  await click(survey.row('puas'))
  await survey.says(words.thanks)
  await click(await survey.offered(words.change))
  await eventually(() => survey.button(words.change) === undefined, 'the choices are open again')
  await click(survey.row('tidak-puas'))
  await eventually(() => survey.own() === 'tidak-puas', 'the new choice is the own one')
  expect(survey.text('note')).to.match(/^1 /)
  expect(await lane.votes()).to.equal(2)

  await click(await survey.offered(words.withdraw))
  await survey.says(words.withdrawn)
  expect(survey.text('note')).to.equal(words.none)
})
