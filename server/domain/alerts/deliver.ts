import type { Attempted, Delivery, Store } from '../../store/store.ts'
import type { Letter } from '../letter.ts'
import type { WebhookSigner } from './webhook-signature.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
/** Seconds between one attempt and the next; after the last one a message is given up. */
const GAPS = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, 24 * HOUR]
/** How long an attempt keeps a message from others, in seconds: longer than any attempt takes. */
const LEASE = 2 * MINUTE
/** Messages under way at a time. */
const AT_ONCE = 10

/** What came of sending something: whether it arrived, in a word or a status how, whether to go on. */
export interface Sent {
  readonly arrived: boolean
  readonly answer: string
  /** True where trying again is of no use. */
  readonly final?: boolean
}

export interface WebhookPost {
  readonly address: string
  /** Whether it may be on a private address and plain http. */
  readonly intranet: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface DeliveryGround {
  readonly store: Store
  readonly signer: WebhookSigner
  readonly clock: () => number
  /** Never throws. */
  readonly postWebhook: (post: WebhookPost, stopping: AbortSignal) => Promise<Sent>
  /** Never throws. @param id the same over every attempt */
  readonly sendMail: (to: string, letter: Letter, id: string) => Promise<Sent>
  /** Aborted when the server stops: what is under way is then left for the next one to try. */
  readonly stopping: AbortSignal
}

/** Sends what is due and keeps what came of it. @returns number of attempts */
export async function deliverDue(ground: DeliveryGround): Promise<number> {
  const { store, clock } = ground
  const begun = Math.floor(clock() / 1000)
  const until = begun + LEASE
  const due = await store.claimDeliveries(begun, until, AT_ONCE)
  await Promise.all(
    due.map(async (delivery) => {
      const sent = await send(ground, delivery, begun)
      if (ground.stopping.aborted && !sent.arrived) return
      const at = Math.floor(clock() / 1000)
      await store.settleDelivery(delivery.id, until, attempted(delivery, sent, at))
    }),
  )
  return due.length
}

async function send(ground: DeliveryGround, delivery: Delivery, at: number): Promise<Sent> {
  const { id, means, destination, body, of } = delivery
  if (means === 'mail') return ground.sendMail(destination, JSON.parse(body) as Letter, id)
  const rule = 'rule' in of ? await ground.store.readAlertRule(of.rule) : null
  // What was on its way to another address than the rule's of today is no longer wanted there.
  if (!rule || rule.webhook !== destination) {
    return { arrived: false, answer: 'withdrawn', final: true }
  }
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': ground.signer.signatureOf(rule, { id, at, body }),
  }
  const post = { address: destination, intranet: rule.intranet, headers, body }
  return ground.postWebhook(post, ground.stopping)
}

function attempted({ attempts }: Delivery, sent: Sent, at: number): Attempted {
  const { arrived, answer, final = false } = sent
  const gap = final ? undefined : GAPS[attempts - 1]
  if (arrived) return { at, answer, next: null, outcome: 'delivered' }
  if (gap === undefined) return { at, answer, next: null, outcome: 'given-up' }
  return { at, answer, next: at + gap, outcome: 'waiting' }
}
