import type { NewDelivery } from '../../store/store.ts'
import type { Letter } from '../letter.ts'
import type { AlertNews } from './alert-finding.ts'
import { webhookBody } from './webhook-body.ts'

export interface MessagesGround {
  readonly newId: () => string
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly publicUrl: () => string | undefined
  readonly letterOf: (news: AlertNews, publicUrl: string | undefined) => Letter
}

/** What is sent of an alert: one message for each destination, with an id of its own. */
export function createAlertMessages(ground: MessagesGround) {
  const { newId, clock, publicUrl, letterOf } = ground

  return (news: AlertNews): readonly NewDelivery[] => {
    const { occasion, rule } = news
    const url = publicUrl()
    const at = Math.floor(clock() / 1000)
    const webhook = rule.webhook === null ? [] : [rule.webhook]
    const letter = rule.mails.length > 0 ? JSON.stringify(letterOf(news, url)) : ''
    return [
      ...webhook.map((destination) => {
        const body = webhookBody(news, at, url)
        return { id: newId(), means: 'webhook', destination, occasion, body } as const
      }),
      ...rule.mails.map((destination) => {
        return { id: newId(), means: 'mail', destination, occasion, body: letter } as const
      }),
    ]
  }
}
