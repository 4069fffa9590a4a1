import type { MailConfig } from '../../config.ts'
import { createAlertMessages } from '../../domain/alerts/alert-messages.ts'
import { deliverDue } from '../../domain/alerts/deliver.ts'
import { watchRules } from '../../domain/alerts/watch-rules.ts'
import { createWebhookSigner } from '../../domain/alerts/webhook-signature.ts'
import { sendDigests } from '../../domain/digest/send-digests.ts'
import { createUnitResults } from '../../domain/report/unit-results.ts'
import { alertLetter } from '../../letters/alert-letter.ts'
import { digestLetter } from '../../letters/digest-letter.ts'
import type { Store } from '../../store/store.ts'
import type { BackupState } from '../backup/backup-state.ts'
import type { LookUp } from '../look-up.ts'
import { nodeMac } from '../node-mac.ts'
import { newMessageId } from './message-id.ts'
import { createWebhookPosts } from './webhook-post.ts'

const DAY = 24 * 60 * 60
/** How long it is kept what became of a message, in seconds. */
const KEPT = 90 * DAY

export interface AlertingGround {
  readonly store: Store
  readonly secret: Uint8Array
  readonly clock: () => number
  readonly publicUrl: () => string | undefined
  readonly readBackup: () => Promise<BackupState>
  readonly mail: MailConfig | undefined
  readonly lookUp: LookUp
  /** Certificates to trust instead of the usual ones, of webhooks. */
  readonly authorities?: string
}

/** What the schedule does about alerts and digests. */
export interface Alerting {
  /** Looks at every rule, and at the digests. */
  watch(stopping: AbortSignal): Promise<void>
  /** Sends what is due. @returns number of attempts */
  deliver(stopping: AbortSignal): Promise<number>
  /** Forgets what became of old messages. */
  forget(): Promise<void>
}

export function createAlerting(ground: AlertingGround): Alerting {
  const { store, secret, clock, publicUrl, mail, readBackup, lookUp, authorities } = ground
  const readUnitResults = createUnitResults(store, clock)
  const common = { store, clock, publicUrl, readUnitResults, newId: newMessageId }
  const messagesOf = createAlertMessages({ ...common, letterOf: alertLetter })
  const signer = createWebhookSigner(nodeMac, secret)
  const postWebhook = createWebhookPosts(lookUp, authorities)
  const loadMailer = once(async () => mail && (await import('./mailer.ts')).createMailer(mail))

  return {
    async watch(stopping) {
      await watchRules({ ...common, messagesOf, readBackup, stopping })
      await sendDigests({ ...common, letterOf: digestLetter, stopping })
    },

    deliver: (stopping) =>
      deliverDue({
        ...{ store, signer, clock, postWebhook, stopping },
        async sendMail(to, letter, id) {
          const send = await loadMailer()
          return send ? send(to, letter, id) : { arrived: false, answer: 'no-smtp' }
        },
      }),

    forget: () => store.dropDeliveries(Math.floor(clock() / 1000) - KEPT),
  }
}

/** Most servers never send a letter: what sends them is read in at the first one. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
