import { PENDING_REASONS, REASONS, type Reason } from '../../shared/standing.ts'
import type { ChosenGroup } from '../domain/moderation/decision-desk.ts'
import { readPeriod } from '../domain/report/period.ts'
import type { ListedSite } from '../domain/site/site-directory.ts'
import type { GroupFilter, Position } from '../store/store.ts'
import { choiceField } from './choice-field.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { field } from './form.ts'
import { html } from './html.ts'
import type { Words } from './words/words.ts'

type Asked = Readonly<Record<string, string>>

const KEPT = ['standing', 'reason', 'article', 'from', 'to'] as const
/** An address that is none of the site's: nothing is found for it. */
const NO_ARTICLE = '-'

/** Which votes an address or a form asks for. */
export function filterFrom(act: DashboardAct, listed: ListedSite, asked: Asked) {
  const day = (text = '') => (readPeriod(text)?.kind === 'day' ? text : undefined)
  const address = (asked['article'] ?? '').trim()
  return {
    site: listed.site.key,
    standing: asked['standing'] === 'excluded' ? 'excluded' : 'pending',
    reason: reasonFrom(asked['reason']),
    article: address === '' ? undefined : (act.rules.keyOf(listed, address) ?? NO_ARTICLE),
    from: day(asked['from']),
    to: day(asked['to']),
  } as const satisfies GroupFilter
}

export function filterFields(words: Words, asked: Asked) {
  const excluded = asked['standing'] === 'excluded'
  const reasons = excluded ? REASONS : PENDING_REASONS
  const day = { type: 'date', autocomplete: 'off', required: false } as const
  return html`
    ${choiceField({
      ...{ name: 'standing', label: words.moderationStanding, value: asked['standing'] },
      options: [
        ['pending', words.standingPending],
        ['excluded', words.standingExcluded],
      ],
    })}
    ${choiceField({
      ...{ name: 'reason', label: words.moderationReason, value: asked['reason'] },
      options: [
        ['', words.moderationAnyReason],
        ...reasons.map((reason) => [reason, words.reasons[reason]] as const),
      ],
    })}
    ${field({
      ...{ name: 'article', label: words.moderationArticle, value: asked['article'] },
      ...{ autocomplete: 'off', required: false },
    })}
    ${field({ name: 'from', label: words.moderationFrom, value: asked['from'], ...day })}
    ${field({ name: 'to', label: words.moderationTo, value: asked['to'], ...day })}`
}

/** The filter as an address has it, from a position on. */
export function queryOf(asked: Asked, next: Position | null): string {
  const kept = KEPT.flatMap((name) => (asked[name] ? [[name, `${asked[name]}`]] : []))
  return `${new URLSearchParams([...kept, ...(next ? [['after', next.join('~')]] : [])])}`
}

/** Where a page begins: day, article, standing and reason of the entry before it. */
export function positionFrom(text = ''): Position | null {
  const fits = /^(\d{4}-\d\d-\d\d)~(\d{1,15})~(pending|excluded)~([a-z-]+)$/.exec(text)
  const [, day = '', article, standing = '', reason = ''] = fits ?? []
  return fits ? [day, Number(article), standing, reason] : null
}

/** A group as a form sends it. */
export function groupField({ article, reason, from, to }: ChosenGroup): string {
  return [reason, from, to, article].join(' ')
}

/** The groups that were chosen in a form. */
export function groupsFrom(form: Asked): readonly ChosenGroup[] {
  return Object.entries(form).flatMap(([name, value]) => {
    const [typed, from = '', to = '', article = '', ...more] = value.split(' ')
    const reason = reasonFrom(typed)
    return /^group-\d+$/.test(name) && reason && article && more.length === 0
      ? [{ article, reason, from, to }]
      : []
  })
}

function reasonFrom(text: string | undefined): Reason | undefined {
  return REASONS.find((known) => known === text)
}
