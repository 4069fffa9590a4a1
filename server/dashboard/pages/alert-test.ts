import { createAlertMessages } from '../../domain/alerts/alert-messages.ts'
import { hexadecimal } from '../../domain/hexadecimal.ts'
import { alertLetter } from '../../letters/alert-letter.ts'
import { alertAboutName } from '../alert-about.ts'
import { alertAudit } from '../alert-audit.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'

/** Seconds between two tests of a rule: nobody's mailbox is filled from here. */
const APART = 60
const ID_BYTES = 16

/** Sends a test to every destination of a rule. */
export const testAlert: DashboardRoute = {
  method: 'POST',
  path: '/alerts/:alert/test',
  access: { action: 'edit', on: 'alert' },
  async answer(act) {
    const { rules, path, now } = act
    const { store } = rules
    const rule = await store.readAlertRule(path['alert'] ?? '')
    if (!rule) return { missing: true }
    const of = { rule: rule.key }
    const latest = await store.readDeliveries(of, 50)
    const soon = latest.some(({ occasion, createdAt }) => {
      return occasion === 'test' && Math.abs(now - createdAt) < APART
    })
    if (soon) return { to: `/admin/alerts/${rule.key}?done=alert-wait` }
    const name = rule.about === 'server' ? '' : alertAboutName(act, rule.about)
    const news = { rule, name, occasion: 'test', finding: null } as const
    await store.addDeliveries(of, now, messagesOf(act)(news))
    await store.addAudit(alertAudit(act, 'test-alert', rule, rule))
    return { to: `/admin/alerts/${rule.key}?done=alert-test` }
  },
}

function messagesOf({ rules, publicAddress }: DashboardAct) {
  return createAlertMessages({
    newId: () => `msg_${hexadecimal(rules.random(ID_BYTES))}`,
    ...{ clock: rules.clock, publicUrl: publicAddress.get, letterOf: alertLetter },
  })
}
