import { expect } from '@open-wc/testing'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { id as words } from '../../widget/words/id.ts'
import { castOthers } from './support/cast-others.ts'
import { CLOSED_ARTICLE } from './support/closed-article.ts'
import { click, press } from './support/hand.ts'
import { openLane } from './support/lane.ts'
import { type Ground, type Opening, openSurvey } from './support/open-survey.ts'
import type { Survey } from './support/survey.ts'

type Reach = (opening: Opening) => Promise<Survey>

async function vote(opening: Opening): Promise<Survey> {
  const { survey } = await openSurvey(opening)
  await click(survey.row('puas'))
  await survey.says(words.thanks)
  return survey
}

/** Every state that a reader can come to, and how. */
const STATES: Readonly<Record<string, Reach>> = {
  'without an answer yet': async (opening) => (await openSurvey(opening)).survey,
  'with the figures shown': async (opening) => {
    const lane = openLane()
    await castOthers(lane, ['puas', 'puas', 'sangat-puas', 'tidak-puas', 'cukup-puas'])
    const { survey } = await openSurvey({ ...opening, lane })
    expect(survey.column('share')).to.include('40% 2')
    return survey
  },
  'with the figures of fewer than five hidden': async (opening) => {
    const lane = openLane()
    await castOthers(lane, ['puas', 'tidak-puas'])
    const { survey } = await openSurvey({ ...opening, lane })
    expect(survey.column('share')).to.deep.equal(['', '', '', ''])
    return survey
  },
  'with a choice selected': async (opening) => {
    const { survey } = await openSurvey(opening)
    survey.radio('sangat-puas').focus()
    await press('ArrowDown')
    expect(survey.button(words.send)).to.not.equal(undefined)
    return survey
  },
  'while a vote is sent': async (opening) => {
    const lane = openLane()
    await lane.steer(VOTES_PATH, 'held')
    const { survey } = await openSurvey({ ...opening, lane })
    await click(survey.row('puas'))
    return survey
  },
  voted: vote,
  'while a vote is changed': async (opening) => {
    const survey = await vote(opening)
    await click(await survey.offered(words.change))
    return survey
  },
  withdrawn: async (opening) => {
    const survey = await vote(opening)
    await click(await survey.offered(words.withdraw))
    await survey.says(words.withdrawn)
    return survey
  },
  'after an error': async (opening) => {
    const lane = openLane()
    await lane.steer(VOTES_PATH, 'storage')
    const { survey } = await openSurvey({ ...opening, lane })
    await click(survey.row('puas'))
    await survey.says(words.error)
    return survey
  },
  unavailable: async (opening) => {
    const lane = openLane()
    await lane.steer(VIEWS_PATH, 'html')
    const { survey } = await openSurvey({ ...opening, lane, settled: false })
    await survey.says(words.unavailable)
    return survey
  },
  closed: async (opening) => {
    const { survey } = await openSurvey({ ...opening, article: CLOSED_ARTICLE })
    expect(survey.text('hint')).to.equal(words.closed)
    return survey
  },
}

for (const ground of ['light', 'dark'] satisfies Ground[]) {
  describe(`axe finds nothing on a ${ground} page`, () => {
    for (const [state, reach] of Object.entries(STATES)) {
      it(state, async () => {
        const survey = await reach({ ground })
        await expect(survey.element).to.be.accessible()
      })
    }
  })
}

it('axe sees into the survey: a page that paints its words pale is found', async () => {
  const { survey } = await openSurvey()
  const pale = document.createElement('style')
  pale.textContent = 'tanggapan-survey::part(question) { color: #eeeeee }'
  survey.element.before(pale)
  await expect(survey.element).to.not.be.accessible()
})
