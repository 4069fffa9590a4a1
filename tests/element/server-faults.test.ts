import { expect } from '@open-wc/testing'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import type { Fault } from '../support/fault-lane.ts'
import { click } from './support/hand.ts'
import { openLane } from './support/lane.ts'
import { openSurvey } from './support/open-survey.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

for (const fault of ['down', 'cut', 'html', 'storage', 'rate'] satisfies Fault[]) {
  it(`figures that do not come (${fault}) are said to be missing, and asked for again`, async () => {
    const lane = openLane()
    await lane.steer(VIEWS_PATH, fault)
    const { survey } = await openSurvey({ lane, settled: false })
    await survey.says(words.unavailable)
    await lane.steer(VIEWS_PATH, 'none')
    await click(await survey.offered(words.retry))
    await survey.settled()
    expect(survey.focus()).to.equal('sangat-puas')
  })

  it(`a vote that gets lost (${fault}) keeps the choice, and is one vote after all`, async () => {
    const { survey, lane } = await takeSurvey()
    // Not once only: a browser itself sends a request again whose connection broke.
    await lane.steer(VOTES_PATH, fault)
    await click(survey.row('cukup-puas'))
    await survey.says(words.error)
    expect(survey.marked()).to.equal('cukup-puas')
    await lane.steer(VOTES_PATH, 'none')
    survey.button(words.retry)?.click()
    await survey.says(words.thanks)
    expect(survey.own()).to.equal('cukup-puas')
    expect(survey.text('note')).to.match(/^1 /)
  })
}

it('a vote that a server refuses for now is kept, and sent again no sooner than it asks for', async () => {
  const { survey, lane } = await takeSurvey()
  const seconds = 4
  await lane.steer(VOTES_PATH, 'rate', 1, seconds)
  await click(survey.row('cukup-puas'))
  await survey.says(words.error)
  expect(survey.marked()).to.equal('cukup-puas')
  // What else has the survey send what waits.
  window.dispatchEvent(new Event('online'))
  await survey.says(words.thanks)
  expect(survey.own()).to.equal('cukup-puas')
  expect(survey.text('note')).to.match(/^1 /)
  const [refused = 0, ...again] = await lane.times(VOTES_PATH)
  expect(again).to.have.length(1)
  expect((again[0] ?? 0) - refused).to.be.at.least(seconds * 1000)
  expect(await lane.votes()).to.equal(1)
})

it('a server that does not answer at all is an error after a while', async () => {
  const { survey, lane } = await takeSurvey()
  await lane.steer(VOTES_PATH, 'held')
  await click(survey.row('puas'))
  await survey.says(words.error)
  expect(survey.marked()).to.equal('puas')
})

it('a page token that has run out is replaced without the reader noticing', async () => {
  const { survey, lane } = await takeSurvey()
  await lane.steer(VOTES_PATH, 'token', 1)
  await click(survey.row('sangat-puas'))
  await survey.says(words.thanks)
  expect(survey.own()).to.equal('sangat-puas')
  expect(await lane.sent(VOTES_PATH)).to.be.greaterThan(1)
  expect(await lane.sent(VIEWS_PATH)).to.be.greaterThan(1)
  expect(await lane.votes()).to.equal(1)
})

it('an article that was closed meanwhile says so and takes nothing', async () => {
  const { survey, lane } = await takeSurvey()
  await lane.steer(VOTES_PATH, 'closed')
  await click(survey.row('puas'))
  await survey.says(words.closed)
  expect(survey.own()).to.equal(undefined)
  await click(survey.row('tidak-puas'))
  expect(survey.marked()).to.equal(undefined)
  expect(await lane.votes()).to.equal(1)
})
