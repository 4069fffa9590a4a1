import type { AlertFault } from '../domain/alerts/typed-rule.ts'
import type { AlertRule, AlertSettings } from '../store/store.ts'
import { choiceField } from './choice-field.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Fault, faultOf, field } from './form.ts'
import { type Html, html, NOTHING } from './html.ts'
import { languageField } from './language-field.ts'
import { indexText } from './number-text.ts'
import { textArea } from './text-area.ts'
import type { Words } from './words/words.ts'

type Values = Readonly<Record<string, string>>

/** What is usual of a rule that nobody set yet: the lower end of Good, thirty votes in thirty days. */
export function usualAlert(words: Words, kind: AlertRule['kind']): Values {
  if (kind === 'index') return { bound: indexText(words, 7661), least: '30', span: '30' }
  if (kind === 'burst') return {}
  return { span: kind === 'silence' ? '7' : '36' }
}

/** A rule as its form shows it. */
export function alertValues(words: Words, rule: AlertSettings): Values {
  const { bound, least, span, webhook, intranet, mails, language, tellsEnd } = rule
  return {
    ...(bound !== null && { bound: indexText(words, bound) }),
    ...(least !== null && { least: String(least) }),
    ...(span !== null && { span: String(span) }),
    ...{ webhook: webhook ?? '', intranet: intranet ? 'yes' : 'no', mails: mails.join('\n') },
    ...{ language, tellsEnd: tellsEnd ? 'yes' : 'no' },
  }
}

/** What is wrong with a rule, each with its field. */
export function faultsOfAlert(words: Words, faults: readonly AlertFault[]): readonly Fault[] {
  const said: Readonly<Record<AlertFault, readonly [field: string, text: string]>> = {
    bound: ['bound', words.faultBound],
    least: ['least', words.faultLeast],
    span: ['span', words.faultSpan],
    webhook: ['webhook', words.faultWebhook],
    mails: ['mails', words.faultMails],
    noMail: ['mails', words.alertNoSmtp],
    destination: ['webhook', words.faultDestination],
  }
  return faults.map((name) => ({ field: said[name][0], text: said[name][1] }))
}

/** The fields that a rule of a kind has, filled with what there is. */
export function alertFields(
  act: DashboardAct,
  kind: AlertRule['kind'],
  values: Values,
  faults: readonly Fault[],
): Html {
  const { words } = act
  const given = (name: string) => ({ name, value: values[name], fault: faultOf(faults, name) })
  const options = [
    ['yes', words.alertTellsEndYes],
    ['no', words.alertTellsEndNo],
  ] as const
  return html`
    ${figureFields(words, kind, values, faults)}
    ${field({
      ...{ ...given('webhook'), label: words.alertWebhook, hint: words.alertWebhookHint },
      ...{ autocomplete: 'off', required: false },
    })}
    ${
      act.may('govern', { kind: 'server' })
        ? choiceField({
            ...{ ...given('intranet'), label: words.alertIntranet, hint: words.alertIntranetHint },
            options: [
              ['no', words.alertIntranetNo],
              ['yes', words.alertIntranetYes],
            ],
          })
        : NOTHING
    }
    ${textArea({
      ...{ ...given('mails'), label: words.alertMails, most: 6000, required: false },
      hint: act.sendsMail ? words.alertMailsHint : words.alertNoSmtp,
    })}
    ${languageField(words, given('language'))}
    ${choiceField({ ...given('tellsEnd'), label: words.alertTellsEnd, options })}`
}

function figureFields(
  words: Words,
  kind: AlertRule['kind'],
  values: Values,
  faults: readonly Fault[],
): Html | readonly Html[] {
  if (kind === 'burst') return NOTHING
  const number = (name: string, label: string, hint?: string) =>
    field({
      ...{ name, label, value: values[name], fault: faultOf(faults, name) },
      ...{ autocomplete: 'off', inputmode: name === 'bound' ? 'text' : 'numeric' },
      ...(hint !== undefined && { hint }),
    })
  if (kind === 'backup') return number('span', words.alertHours)
  if (kind === 'silence') return number('span', words.alertSilenceDays)
  return html`${number('bound', words.alertBound, words.alertBoundHint)}
    ${number('least', words.alertLeast, words.alertLeastHint)}
    ${number('span', words.alertDays)}`
}
