import { expect } from '@open-wc/testing'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import type { TanggapanVoteEvent } from '../../widget/events.ts'
import { goOffline, goOnline } from './support/connection.ts'
import { eventually } from './support/eventually.ts'
import { press } from './support/hand.ts'
import type { OpenedSurvey } from './support/open-survey.ts'
import { openSurvey } from './support/open-survey.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

/** A survey whose vote waits for a connection. */
async function voteOffline(): Promise<OpenedSurvey> {
  const opened = await takeSurvey()
  await opened.lane.steer(VOTES_PATH, 'down')
  goOffline()
  opened.survey.radio('puas').focus()
  await press(' ')
  await opened.survey.says(words.offline)
  return opened
}

/** The connection is back; what waits for it must not wait for the next test. */
async function deliver({ survey, lane }: OpenedSurvey): Promise<void> {
  await lane.steer(VOTES_PATH, 'none')
  goOnline()
  await survey.says(words.thanks)
}

afterEach(goOnline)

it('a vote without a connection waits, and is sent when there is one', async () => {
  const opened = await voteOffline()
  const { survey, lane } = opened
  expect(survey.marked()).to.equal('puas')
  expect(survey.own()).to.equal(undefined)
  expect(survey.focus()).to.not.equal(undefined)

  const told: TanggapanVoteEvent[] = []
  const listen = (event: Event) => told.push(event as TanggapanVoteEvent)
  document.addEventListener('tanggapan-vote', listen)
  await deliver(opened)
  document.removeEventListener('tanggapan-vote', listen)
  expect(survey.own()).to.equal('puas')
  expect(survey.text('note')).to.match(/^1 /)
  expect(await lane.votes()).to.equal(1)
  expect(told.map(({ choice }) => choice)).to.deep.equal(['puas'])
})

it('axe finds nothing while a vote waits', async () => {
  const opened = await voteOffline()
  await expect(opened.survey.element).to.be.accessible()
  await deliver(opened)
})

it('another choice takes the place of the one that waits', async () => {
  const opened = await voteOffline()
  const { survey } = opened
  survey.radio('tidak-puas').click()
  await survey.says(words.offline)
  await deliver(opened)
  expect(survey.own()).to.equal('tidak-puas')
  expect(survey.text('note')).to.match(/^1 /)
})

it('what waits is sent by the next page, once', async () => {
  const { survey: left, lane, place } = await voteOffline()
  place.remove()
  await lane.steer(VOTES_PATH, 'none')
  const { survey } = await openSurvey({ lane })
  await eventually(() => survey.own() === 'puas', 'the vote has come to the server')
  expect(survey.text('note')).to.match(/^1 /)
  expect(await lane.votes()).to.equal(1)
  expect(left.element.isConnected).to.equal(false)
})

it('figures that could not come are asked for when there is a connection', async () => {
  const { survey: known, lane } = await takeSurvey()
  known.element.remove()
  await lane.steer(VIEWS_PATH, 'down')
  goOffline()
  const { survey } = await openSurvey({ lane, settled: false })
  await survey.says(words.unavailable)
  await lane.steer(VIEWS_PATH, 'none')
  goOnline()
  await survey.settled()
})
