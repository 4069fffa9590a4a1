import { test } from 'vitest'
import { meetOutcome } from '../support/hostile/meet-outcome.ts'
import { HOSTILE_PAGES } from '../support/hostile/pages.ts'
import { setStage } from '../support/hostile/set-stage.ts'

const stage = await setStage({ pages: HOSTILE_PAGES })

for (const page of HOSTILE_PAGES) {
  test.concurrent(`${page.name}: where a host ${page.host}, the survey ${page.outcome}`, () =>
    meetOutcome(stage, page))
}
