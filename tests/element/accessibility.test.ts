import { expect } from '@open-wc/testing'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { castOthers } from './support/cast-others.ts'
import { CLOSED_ARTICLE } from './support/closed-article.ts'
import { eventually } from './support/eventually.ts'
import { press } from './support/hand.ts'
import { openLane } from './support/lane.ts'
import { type Ground, openSurvey } from './support/open-survey.ts'
import type { Survey } from './support/survey.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

async function vote(ground: Ground): Promise<Survey> {
  const { survey } = await takeSurvey(ground)
  survey.radio('puas').click()
  await survey.says(words.thanks)
  return survey
}

/** Every state that a reader can come to, and how. */
const STATES: Readonly<Record<string, (ground: Ground) => Promise<Survey>>> = {
  'without an answer yet': async (ground) => (await takeSurvey(ground)).survey,
  'with the figures shown': async (ground) => {
    const lane = openLane()
    await castOthers(lane, ['puas', 'puas', 'sangat-puas', 'tidak-puas', 'cukup-puas'])
    const { survey } = await openSurvey({ ground, lane })
    expect(survey.column('share')).to.include('40% 2')
    return survey
  },
  'with the figures of fewer than five hidden': async (ground) => {
    const lane = openLane()
    await castOthers(lane, ['puas', 'tidak-puas'])
    const { survey } = await openSurvey({ ground, lane })
    expect(survey.column('share')).to.deep.equal(['', '', '', ''])
    return survey
  },
  'with a choice selected': async (ground) => {
    const { survey } = await takeSurvey(ground)
    survey.radio('sangat-puas').focus()
    await press('ArrowDown')
    expect(survey.button(words.send)).to.not.equal(undefined)
    return survey
  },
  'while a vote is sent': async (ground) => {
    const { survey, lane } = await takeSurvey(ground)
    await lane.steer(VOTES_PATH, 'held')
    survey.radio('puas').click()
    await eventually(() => survey.text('hint') === words.sending, 'it is being sent')
    return survey
  },
  voted: vote,
  'while a vote is changed': async (ground) => {
    const survey = await vote(ground)
    survey.button(words.change)?.click()
    await eventually(() => survey.button(words.change) === undefined, 'it can be changed')
    return survey
  },
  withdrawn: async (ground) => {
    const survey = await vote(ground)
    survey.button(words.withdraw)?.click()
    await survey.says(words.withdrawn)
    return survey
  },
  'after an error': async (ground) => {
    const { survey, lane } = await takeSurvey(ground)
    await lane.steer(VOTES_PATH, 'storage')
    survey.radio('puas').click()
    await survey.says(words.error)
    return survey
  },
  unavailable: async (ground) => {
    const lane = openLane()
    await lane.steer(VIEWS_PATH, 'html')
    const { survey } = await openSurvey({ ground, lane, settled: false })
    await survey.says(words.unavailable)
    return survey
  },
  closed: async (ground) => {
    const { survey } = await openSurvey({ ground, lane: openLane(CLOSED_ARTICLE) })
    expect(survey.text('hint')).to.equal(words.closed)
    return survey
  },
}

for (const ground of ['light', 'dark'] satisfies Ground[]) {
  describe(`axe finds nothing on a ${ground} page`, () => {
    for (const [state, reach] of Object.entries(STATES)) {
      it(state, async () => {
        const survey = await reach(ground)
        await expect(survey.element).to.be.accessible()
      })
    }
  })
}

it('axe sees into the survey: a page that paints its words pale is found', async () => {
  const { survey } = await takeSurvey()
  const pale = document.createElement('style')
  pale.textContent = 'tanggapan-survey::part(question) { color: #eeeeee }'
  survey.element.before(pale)
  await expect(survey.element).to.not.be.accessible()
})
