import { type ChoiceField, choiceField } from './choice-field.ts'
import type { Html } from './html.ts'
import type { Words } from './words/words.ts'

/** The language that a letter is written in. */
export function languageField(
  words: Words,
  given: Pick<ChoiceField, 'name' | 'value' | 'fault'>,
): Html {
  const options = [
    ['id', 'Bahasa Indonesia'],
    ['en', 'English'],
  ] as const
  return choiceField({ ...given, label: words.alertLanguage, options })
}
