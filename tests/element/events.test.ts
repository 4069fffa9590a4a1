import { expect, oneEvent } from '@open-wc/testing'
import { VOTES_PATH } from '../../shared/paths.ts'
import type { TanggapanVoteEvent, TanggapanWithdrawEvent } from '../../widget/events.ts'
import { click } from './support/hand.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

it('a vote is told to the page when it is on disk', async () => {
  const { survey, lane } = await takeSurvey()
  const told = oneEvent<TanggapanVoteEvent>(document, 'tanggapan-vote')
  await click(survey.row('tidak-puas'))
  const event = await told
  expect(event.target).to.equal(survey.element)
  expect(event.bubbles).to.equal(true)
  expect(event.composed).to.equal(true)
  expect(event.choice).to.equal('tidak-puas')
  expect(event.article).to.match(new RegExp(`${lane.article}$`))
})

it('an event crosses the shadow root that the survey stands in', async () => {
  const { survey } = await takeSurvey()
  const host = document.createElement('div')
  survey.element.before(host)
  host.attachShadow({ mode: 'closed' }).append(survey.element)
  const told = oneEvent<TanggapanVoteEvent>(host, 'tanggapan-vote')
  survey.radio('puas').click()
  expect((await told).target).to.equal(host)
})

it('a change and a withdrawal are told, too', async () => {
  const { survey, lane } = await takeSurvey()
  await click(survey.row('puas'))
  await click(await survey.offered(words.change))
  const changed = oneEvent<TanggapanVoteEvent>(document, 'tanggapan-vote')
  await click(survey.row('sangat-puas'))
  expect((await changed).choice).to.equal('sangat-puas')

  const withdrawn = oneEvent<TanggapanWithdrawEvent>(document, 'tanggapan-withdraw')
  await click(await survey.offered(words.withdraw))
  const event = await withdrawn
  expect(event.bubbles).to.equal(true)
  expect(event.composed).to.equal(true)
  expect(event.article).to.match(new RegExp(`${lane.article}$`))
})

it('only what a reader did and the server took is told', async () => {
  const { survey, lane } = await takeSurvey()
  await lane.steer(VOTES_PATH, 'storage')
  const told: string[] = []
  const listen = ({ type }: Event) => told.push(type)
  document.addEventListener('tanggapan-vote', listen)
  survey.element.setAttribute('lang', 'en')
  survey.element.setAttribute('lang', 'id')
  await click(survey.row('puas'))
  await survey.says(words.error)
  expect(told).to.deep.equal([])
  await lane.steer(VOTES_PATH, 'none')
  survey.button(words.retry)?.click()
  await survey.says(words.thanks)
  expect(told).to.deep.equal(['tanggapan-vote'])
  document.removeEventListener('tanggapan-vote', listen)
})
