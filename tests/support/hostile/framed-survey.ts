import type { Locator, Page } from 'playwright-core'
import { SurveyPage } from '../survey-page.ts'

/** The survey on a page that shows it in a frame. */
export class FramedSurvey extends SurveyPage {
  override readonly survey: Locator

  constructor(page: Page, frame: string) {
    super(page)
    this.survey = page.frameLocator(frame).locator('tanggapan-survey')
  }
}
