import type { Language } from '../shared/language.ts'
import { fill, formatCount } from './format.ts'
import { en } from './words/en.ts'
import { id } from './words/id.ts'
import { jv } from './words/jv.ts'
import { su } from './words/su.ts'

/** Named one by one, so that the build leaves out all other words. */
const TEXTS = {
  id: { views: id.views, responses: id.responses },
  en: { views: en.views, responses: en.responses },
  jv: { views: jv.views ?? id.views, responses: jv.responses ?? id.responses },
  su: { views: su.views ?? id.views, responses: su.responses ?? id.responses },
}

/** A count in words, such as "646 kali dilihat"; without a kind the number alone. */
export function countText(
  count: number,
  language: Language,
  kind: 'views' | 'responses' | null,
): string {
  const n = formatCount(count, language)
  return kind ? fill(TEXTS[language][kind], { n }) : n
}
