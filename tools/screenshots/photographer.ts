import type { Browser, BrowserContext } from 'playwright-core'
import sharp from 'sharp'
import { openReader } from '../../tests/support/chromium.ts'
import { SurveyPage } from '../../tests/support/survey-page.ts'
import { setFont } from './font.ts'
import type { Picture } from './picture.ts'
import { record } from './record.ts'
import { sitePage } from './site-page.ts'

const MANY = { views: 1203, votes: [128, 74, 21, 9] } as const
const WIDTH = 640

/** Takes pictures of the surveys of one server. */
export function createPhotographer(browser: Browser, origin: string) {
  return async (picture: Picture): Promise<Buffer> => {
    const reader = await openReader(browser, {
      viewport: { width: picture.width ?? WIDTH, height: 800 },
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
      bypassCSP: true,
      ...picture.reader,
    })
    try {
      const survey = new SurveyPage(await reader.newPage())
      await survey.open(origin + (picture.demo ?? (await setUp(reader, origin, picture))))
      await setFont(survey.page)
      await picture.act?.(survey)
      await survey.page.mouse.move(0, 0)
      const framed = picture.demo ? survey.page : survey.page.locator('main')
      return await small(await framed.screenshot({ caret: 'hide' }))
    } finally {
      await reader.close()
    }
  }
}

/** An article for each picture, so that none shows what another has counted. */
async function setUp(reader: BrowserContext, origin: string, picture: Picture): Promise<string> {
  const article = `/gambar/${picture.name}`
  await record(origin, article, picture.counted ?? MANY)
  const body = sitePage(picture, article)
  await reader.route(origin + article, (route) => route.fulfill({ contentType: 'text/html', body }))
  return article
}

/** The few colours of the survey fit into a palette. */
function small(png: Buffer): Promise<Buffer> {
  return sharp(png).png({ palette: true, colours: 256, effort: 10, dither: 0 }).toBuffer()
}
