import { type DigestFault, typedDigest, usualDigest } from '../../domain/digest/typed-digest.ts'
import type { Digest, Office } from '../../store/store.ts'
import { auditLine } from '../audit-line.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { deliveryLog } from '../delivery-log.ts'
import { digestTime, hourText } from '../digest-time.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { type Html, html } from '../html.ts'
import { languageField } from '../language-field.ts'
import { doneNotice } from '../page.ts'
import { textArea } from '../text-area.ts'
import type { Words } from '../words/words.ts'
import { zoneOf } from '../zone-of.ts'

const THEIRS = { action: 'edit', on: 'office' } as const

/** When an office's weekly letter goes out and to whom. */
export const digestPage: DashboardRoute = {
  method: 'GET',
  path: '/offices/:office/digest',
  access: THEIRS,
  async answer(act) {
    const office = officeOf(act)
    return office ? settings(act, office, []) : { missing: true }
  },
}

export const changeDigest: DashboardRoute = {
  method: 'POST',
  path: '/offices/:office/digest',
  access: THEIRS,
  async answer(act) {
    const { words, rules, form, sendsMail, person } = act
    const office = officeOf(act)
    if (!office) return { missing: true }
    const digest = typedDigest(office.key, form, sendsMail)
    if ('faults' in digest) return settings(act, office, faultsOf(words, digest.faults), 400)
    const { active, weekday, hour, timeZone, mails } = digest
    const when = active ? `${weekday} ${hour} ${timeZone}` : 'off'
    const note = [office.key, when, ...mails].join(', ')
    const audit = auditLine(act, person?.email ?? '', 'set-digest', note)
    await rules.store.setDigest(digest, audit)
    return { to: `/admin/offices/${office.key}/digest?done=digest` }
  },
}

function officeOf({ places, path }: DashboardAct): Office | undefined {
  return places.offices.find(({ key }) => key === path['office'])
}

/** What is set of an office's digest, or what is usual. */
export async function digestOf(act: DashboardAct, { key }: Office): Promise<Digest> {
  const set = (await act.rules.store.readDigests()).find(({ office }) => office === key)
  return set ?? usualDigest(key, zoneOf(act, { office: key }))
}

function faultsOf(words: Words, faults: readonly DigestFault[]): readonly Fault[] {
  const said: Readonly<Record<DigestFault, readonly [field: string, text: string]>> = {
    weekday: ['weekday', words.faultWeekday],
    hour: ['hour', words.faultHour],
    timeZone: ['timeZone', words.faultZone],
    mails: ['mails', words.faultMails],
    noMail: ['active', words.alertNoSmtp],
    noRecipient: ['mails', words.faultRecipient],
  }
  return faults.map((name) => ({ field: said[name][0], text: said[name][1] }))
}

async function settings(
  act: DashboardAct,
  office: Office,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, query } = act
  const digest = await digestOf(act, office)
  const at = `/admin/offices/${office.key}/digest`
  const body = html`${doneNotice(words, query['done'])} ${faultSummary(words.faults, faults)}
    <p class="lead">${digest.active ? digestTime(words, digest) : words.digestOff}</p>
    <p>${words.digestsText}</p>
    <p><a href="${at}/preview">${words.digestPreview}</a></p>
    <form class="card" method="post" action="${at}">
      ${fields(act, digest, faults)} ${button(words.alertSave)}
    </form>
    ${await deliveryLog(act, { office: office.key })}
    <p><a href="/admin/alerts">${words.back}</a></p>`
  return { title: words.digestTitle(office.name), body, status }
}

function fields(act: DashboardAct, digest: Digest, faults: readonly Fault[]): Html {
  const { words, form } = act
  const { active, weekday, hour, timeZone, mails, language } = digest
  const values: Readonly<Record<string, string>> = {
    ...{ active: active ? 'yes' : 'no', weekday: String(weekday), hour: String(hour) },
    ...{ timeZone, mails: mails.join('\n'), language, ...form },
  }
  const given = (name: string) => ({ name, value: values[name], fault: faultOf(faults, name) })
  const hours = Array.from({ length: 24 }, (_, at) => [String(at), hourText(at)] as const)
  const days = words.digestWeekdays.map((day, at) => [String(at + 1), day] as const)
  const yes = [
    ['no', words.digestActiveNo],
    ['yes', words.digestActiveYes],
  ] as const
  return html`
    ${choiceField({
      ...{ ...given('active'), label: words.digestActive, options: yes },
      hint: act.sendsMail ? words.digestActiveHint : words.alertNoSmtp,
    })}
    ${choiceField({ ...given('weekday'), label: words.digestWeekday, options: days })}
    ${choiceField({ ...given('hour'), label: words.digestHour, options: hours })}
    ${field({
      ...{ ...given('timeZone'), label: words.digestZone, hint: words.digestZoneHint },
      autocomplete: 'off',
    })}
    ${textArea({
      ...{ ...given('mails'), label: words.digestMails, hint: words.digestMailsHint },
      ...{ most: 6000, required: false },
    })}
    ${languageField(words, given('language'))}`
}
