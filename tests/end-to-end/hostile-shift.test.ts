import { expect, test } from 'vitest'
import { openReader } from '../support/chromium.ts'
import type { HostilePage } from '../support/hostile/hostile-page.ts'
import { PLACES } from '../support/hostile/places.ts'
import { setStage } from '../support/hostile/set-stage.ts'
import { STYLES } from '../support/hostile/styles.ts'
import { layoutShifts, watchLayoutShift } from '../support/layout-shift.ts'
import { SurveyPage } from '../support/survey-page.ts'

/** Layout shift that a page may have and still counts as good. */
const GOOD = 0.1
const PHONE = { width: 360, height: 640 }

// Without its picture an article is so short that the survey stands in the first screen.
const stage = await setStage({
  alter: ({ body, ...page }) => ({ ...page, body: body.replace(/<svg width="280".*<\/svg>/, '') }),
})

/** Layout shift of a page whose survey stands in the first screen without a place kept free. */
async function shiftOf({ name, reader: options }: HostilePage): Promise<number> {
  const reader = await openReader(stage.browser, { viewport: PHONE, ...options })
  try {
    await watchLayoutShift(reader)
    const page = await reader.newPage()
    await new SurveyPage(page).open(`${stage.site}/${name}`)
    return (await layoutShifts(page)).reduce((sum, { value }) => sum + value, 0)
  } finally {
    await reader.close()
  }
}

/** Shown without the reader's doing; what a reader opens may move. */
const SHOWN = [...PLACES, ...STYLES].filter(({ name }) => !/tab|details|dialog/.test(name))

for (const hostile of SHOWN) {
  test.concurrent(`${hostile.name}: the survey's own insertion in the first screen moves little`, async () => {
    const shift = await shiftOf(hostile)
    console.log(`layout shift by its own insertion, ${hostile.name}: ${shift.toFixed(3)}`)
    expect(shift).toBeLessThanOrEqual(GOOD)
  })
}
