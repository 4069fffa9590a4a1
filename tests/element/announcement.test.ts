import { expect } from '@open-wc/testing'
import { VOTES_PATH } from '../../shared/paths.ts'
import { eventually } from './support/eventually.ts'
import { click } from './support/hand.ts'
import { openLane } from './support/lane.ts'
import { openSurvey } from './support/open-survey.ts'
import type { Survey } from './support/survey.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

/** What a screen reader is given to say, in its order. */
function announcements(survey: Survey): string[] {
  const heard: string[] = []
  let last = survey.status()
  new MutationObserver(() => {
    const now = survey.status()
    if (now !== last && now !== '') heard.push(now)
    last = now
  }).observe(survey.root, { subtree: true, childList: true, characterData: true })
  return heard
}

it('there is one live region, and it is silent until the reader did something', async () => {
  const { survey } = await takeSurvey()
  expect(
    survey.root.querySelectorAll('[role="status"], [role="alert"], [aria-live]').length,
  ).to.equal(1)
  expect(survey.status()).to.equal('')
})

it('each outcome is announced once', async () => {
  const { survey } = await takeSurvey()
  const heard = announcements(survey)
  await click(survey.row('puas'))
  await survey.says(words.thanks)
  await click(await survey.offered(words.withdraw))
  await survey.says(words.withdrawn)
  expect(heard).to.deep.equal([words.thanks, words.withdrawn])
})

it('an error is announced each time that it happens', async () => {
  const { survey, lane } = await takeSurvey()
  await lane.steer(VOTES_PATH, 'storage')
  const heard = announcements(survey)
  await click(survey.row('puas'))
  await survey.says(words.error)
  await click(await survey.offered(words.retry))
  await eventually(() => heard.length === 2, 'the error is announced again')
  await lane.steer(VOTES_PATH, 'none')
  survey.button(words.retry)?.click()
  await survey.says(words.thanks)
  expect(heard).to.deep.equal([words.error, words.error, words.thanks])
})

it('a reader who comes back hears no thanks for the vote of before', async () => {
  const lane = openLane()
  const first = await openSurvey({ lane })
  await click(first.survey.row('puas'))
  await first.survey.says(words.thanks)

  const { survey } = await openSurvey({ lane })
  expect(survey.own()).to.equal('puas')
  expect(survey.status()).to.equal('')
})
