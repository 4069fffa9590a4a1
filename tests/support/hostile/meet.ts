import { expect } from 'vitest'
import type { SurveyPage } from '../survey-page.ts'
import type { HostilePage, Outcome } from './hostile-page.ts'

type Meeting = (survey: SurveyPage, hostile: HostilePage) => Promise<void>

/** How a reader finds the survey, by its outcome; each fails where it is otherwise. */
export const MEET: Readonly<Record<Outcome, Meeting>> = {
  async votes(survey) {
    await survey.settled()
    const before = await survey.survey.boundingBox()
    await survey.survey.getByText('Cukup Puas').click()
    await survey.says('Terima kasih')
    await survey.survey.locator('[part=note]', { hasText: '1 tanggapan' }).waitFor()
    const after = await survey.survey.boundingBox()
    expect(after?.height).toBe(before?.height)
  },

  async reads(survey) {
    await survey.settled()
    await survey.survey.getByText('Cukup Puas').click()
    await survey.says('Terjadi kesalahan')
  },

  async apologises(survey) {
    await survey.says('Tanggapan sedang tidak dapat ditampilkan.')
    expect(await survey.button('Coba lagi').isVisible()).toBe(true)
    expect(await survey.radio('Puas').isDisabled()).toBe(true)
  },

  async waits(survey) {
    await survey.survey.getByText('Cukup Puas').waitFor()
    await survey.page.waitForLoadState('networkidle')
    expect(await survey.radio('Puas').isDisabled()).toBe(true)
    expect(await survey.text('[part=counter]')).toBe('')
  },

  async absent({ page, survey }, { fault }) {
    // A server that never answers keeps the network busy for ever.
    await page.waitForLoadState(fault ? 'load' : 'networkidle')
    expect(await survey.locator('section').count()).toBe(0)
  },
}
