import { CHOICES } from '../../../shared/choice.ts'
import { LANGUAGES } from '../../../shared/language.ts'
import type { ResultsShown, SiteSettings, Wording } from '../../../shared/site-settings.ts'
import type { OriginRule } from './origin-rule.ts'
import { plainText } from './plain-text.ts'
import { typedContact, typedLink } from './typed-address.ts'
import { type TypedValue, typedChoice, typedFields, typedValue } from './typed-value.ts'

/** Most characters of a question, a label and the words of a link. */
const LONGEST_WORDS = 80
const LONGEST_NAME = 120
/** Highest number of responses from which a distribution may be shown. */
const HIGHEST_THRESHOLD = 50

const RESULTS: readonly ResultsShown[] = ['always', 'after-vote', 'never']

const words = plainText(LONGEST_WORDS)
const yesOrNo = typedValue(
  (typed) => (typeof typed === 'boolean' ? typed : undefined),
  'is not true or false',
)

/** Everything but the link, which depends on the site. */
const FIELDS = {
  resultsFrom: typedValue(
    (typed) => (isThreshold(typed) ? typed : undefined),
    `is not a whole number from 1 to ${HIGHEST_THRESHOLD}`,
  ),
  results: typedChoice(RESULTS),
  language: typedChoice(LANGUAGES),
  wording: typedFields(
    each(
      LANGUAGES,
      typedFields<Wording>({ question: words, labels: typedFields(each(CHOICES, words)) }),
    ),
  ),
  responseRate: yesOrNo,
  publicPage: yesOrNo,
  controller: typedFields({ name: plainText(LONGEST_NAME), contact: typedContact }, [
    'name',
    'contact',
  ]),
  identity: readIdentity,
}

/**
 * The settings of a site from what somebody typed, or every fault in it, each a sentence that
 * begins with the field's name, such as `wording.id.question`. Only what the site overrides is left.
 * @param rule of the site, whose hosts a link may lead to
 */
export function settingsFrom(
  typed: unknown,
  rule: OriginRule,
): SiteSettings | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const followUp = typedFields({ text: words, url: typedLink(rule) }, ['text', 'url'])
  const settings = typedFields<SiteSettings>({ ...FIELDS, followUp })(typed, '', faults)
  return faults.length > 0 ? { faults } : (settings ?? {})
}

function isThreshold(typed: unknown): typed is number {
  return Number.isInteger(typed) && Number(typed) >= 1 && Number(typed) <= HIGHEST_THRESHOLD
}

/** `canonical` is how it is without the setting. */
function readIdentity(typed: unknown, name: string, faults: string[]): 'address' | undefined {
  const identity = typedChoice(['canonical', 'address'])(typed, name, faults)
  return identity === 'address' ? identity : undefined
}

function each<K extends string, T>(names: readonly K[], reader: TypedValue<T>) {
  return Object.fromEntries(names.map((name) => [name, reader])) as Record<K, TypedValue<T>>
}
