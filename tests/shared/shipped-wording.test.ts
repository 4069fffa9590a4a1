import { expect, test } from 'vitest'
import { LANGUAGES } from '../../shared/language.ts'
import { SHIPPED_WORDING } from '../../shared/shipped-wording.ts'
import { en } from '../../widget/words/en.ts'
import { id } from '../../widget/words/id.ts'
import { jv } from '../../widget/words/jv.ts'
import { su } from '../../widget/words/su.ts'

const SURVEY = { id, en, jv, su }

test.each(LANGUAGES)('what the survey asks in %s is what changes are told against', (language) => {
  const { question, labels } = SURVEY[language]
  expect(SHIPPED_WORDING[language]).toEqual({ question, labels })
})
