import type { Page } from 'playwright-core'

/** The survey on a page as a reader meets it: by its words, through its shadow root. */
export class SurveyPage {
  readonly page: Page
  readonly survey

  constructor(page: Page) {
    this.page = page
    this.survey = page.locator('tanggapan-survey')
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await this.settled()
  }

  /** Waits until the figures are there. */
  async settled(): Promise<void> {
    await this.survey.locator('[part=counter]', { hasText: /\d/ }).waitFor()
  }

  /** What stands in a part, without the white space between. */
  async text(selector: string): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, so not what is hidden
    const text = await this.survey.locator(selector).innerText()
    return text.replace(/\s+/g, ' ').trim()
  }

  /** The four shares in their order, such as `73,7%`. */
  async shares(): Promise<string[]> {
    return this.#column('[part=share]', /^\S+%/)
  }

  /** The four counts in their order. */
  async counts(): Promise<string[]> {
    return this.#column('[part=count]', /\d+/)
  }

  radio(label: string) {
    return this.survey.getByRole('radio', { name: new RegExp(`^${label}`) })
  }

  button(name: string) {
    return this.survey.getByRole('button', { name })
  }

  /** Waits until the survey says something to the reader. */
  async says(text: string): Promise<void> {
    await this.survey.getByRole('status').filter({ hasText: text }).waitFor()
  }

  async #column(selector: string, pattern: RegExp): Promise<string[]> {
    const cells = await this.survey.locator(selector).allInnerTexts()
    return cells.map((cell) => pattern.exec(cell.trim())?.[0] ?? '')
  }
}
