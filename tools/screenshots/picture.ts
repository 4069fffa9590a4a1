import type { BrowserContextOptions } from 'playwright-core'
import type { SurveyPage } from '../../tests/support/survey-page.ts'
import type { Counts } from './record.ts'

/** A picture of the survey in one state. */
export interface Picture {
  /** Of the file, without its ending. */
  readonly name: string
  /** What was counted before this reader came; many where it is not said. */
  readonly counted?: Counts
  /** A page of the demo, shown whole, instead of one with nothing on it but the survey. */
  readonly demo?: string
  /** Of the page, in CSS pixels; 640 where it is not said. */
  readonly width?: number
  readonly lang?: string
  readonly dir?: 'rtl'
  /** More attributes of the element. */
  readonly attributes?: string
  /** How the reader's browser is set. */
  readonly reader?: BrowserContextOptions
  /** What the reader does before the picture is taken. */
  readonly act?: (survey: SurveyPage) => Promise<void>
}
