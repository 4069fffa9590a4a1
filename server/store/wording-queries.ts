import { CHOICES, type Choice } from '../../shared/choice.ts'
import { LANGUAGES, type Language } from '../../shared/language.ts'
import { type FullWording, SHIPPED_WORDING } from '../../shared/shipped-wording.ts'
import type { SiteSettings } from '../../shared/site-settings.ts'
import type { Database, Statement } from './database.ts'
import type { Moment, Wordings } from './wordings.ts'

const FIELDS = ['question', ...CHOICES.map((choice) => `labels."${choice}"`)]

/** What stands in a field now: what the site set, else what the survey ships. */
const standing = FIELDS.map(
  (field, i) => `coalesce(
    s.settings ->> ('$.wording.' || (w.value ->> 0) || '.${field}'), w.value ->> ${1 + i})`,
)
const coming = FIELDS.map((_, i) => `w.value ->> ${1 + FIELDS.length + i}`)

/** ?4: [[language, …shipped texts, …texts from now on], …] */
const ADD_WORDINGS = `
  insert into wordings (site, language, at, day, former, wording)
  select site, language, ?2, ?3, former, wording from (
    select s.key as site, w.value ->> 0 as language, w.key as place,
      json_array(${standing.join(', ')}) as former, json_array(${coming.join(', ')}) as wording
    from sites s join json_each(?4) w where s.key = ?1)
  where former <> wording order by place`

/**
 * Keeps what other settings change in what a site asks, in each language. To stand before the
 * statement that sets them, in its batch: it reads those that still hold.
 */
export function keepingWordings(
  site: string,
  settings: SiteSettings,
  { at, day }: Moment,
): Statement {
  const rows = LANGUAGES.map((language) => {
    const shipped = SHIPPED_WORDING[language]
    const { question, labels } = settings.wording?.[language] ?? {}
    const full = {
      question: question ?? shipped.question,
      labels: { ...shipped.labels, ...labels },
    }
    return [language, ...textsOf(shipped), ...textsOf(full)]
  })
  return { sql: ADD_WORDINGS, args: [site, at, day, JSON.stringify(rows)] }
}

export function createWordings(database: Database): Wordings {
  return {
    async readWordings(site) {
      const sql = `
        select language, at, day, former, wording from wordings where site = ?1 order by id`
      const rows = await database.read({ sql, args: [site] })
      return rows.map(([language, at, day, former, wording]) => ({
        ...{ site, language: language as Language, at: Number(at), day: String(day) },
        ...{ former: wordingFrom(former), wording: wordingFrom(wording) },
      }))
    },
  }
}

function textsOf({ question, labels }: FullWording): readonly string[] {
  return [question, ...CHOICES.map((choice) => labels[choice])]
}

function wordingFrom(kept: unknown): FullWording {
  const [question = '', ...labels] = JSON.parse(String(kept)) as readonly string[]
  const pairs = CHOICES.map((choice, i) => [choice, labels[i] ?? ''] as const)
  return { question, labels: Object.fromEntries(pairs) as Record<Choice, string> }
}
