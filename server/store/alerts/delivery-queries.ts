import type { Database, SqlValue } from '../database.ts'
import type { Deliveries, Delivery, DeliveryOf } from './deliveries.ts'
import { newMessages } from './new-messages.ts'

const COLUMNS = `id, rule, office, occasion, means, destination, body, created_at, attempts,
  tried_at, next_attempt, outcome, answer`

const CLAIM = `
  update deliveries set next_attempt = ?2, attempts = attempts + 1
  where id in (
    select id from deliveries where next_attempt <= ?1 order by next_attempt limit ?3
  )
  returning ${COLUMNS}`

/** What is over keeps no text. */
const SETTLE = `
  update deliveries set tried_at = ?3, answer = ?4, next_attempt = ?5, outcome = ?6,
    body = iif(?5 is null, '', body)
  where id = ?1 and next_attempt = ?2`

export function createDeliveries(database: Database): Deliveries {
  return {
    async addDeliveries(of, at, messages) {
      await database.write([newMessages(of, at, messages)])
    },

    async claimDeliveries(now, until, most) {
      const [rows] = await database.write([{ sql: CLAIM, args: [now, until, most] }])
      return (rows ?? []).map(deliveryFrom)
    },

    async settleDelivery(id, until, { at, answer, next, outcome }) {
      await database.write([{ sql: SETTLE, args: [id, until, at, answer, next, outcome] }])
    },

    async readDeliveries(of, most) {
      const sql = `
        select ${COLUMNS} from deliveries where ${'rule' in of ? 'rule' : 'office'} = ?1
        order by created_at desc, id limit ?2`
      return (await database.read({ sql, args: [keyOf(of), most] })).map(deliveryFrom)
    },

    async dropDeliveries(before) {
      const sql = 'delete from deliveries where created_at < ?1 and next_attempt is null'
      await database.write([{ sql, args: [before] }])
    },
  }
}

function keyOf(of: DeliveryOf): string {
  return 'rule' in of ? of.rule : of.office
}

function deliveryFrom(row: readonly SqlValue[]): Delivery {
  const [id, rule, office, occasion, means, destination, body, createdAt, attempts, ...more] = row
  const [triedAt, nextAttempt, outcome, answer] = more
  const number = (value: SqlValue | undefined) => (value === null ? null : Number(value))
  return {
    ...{ id: String(id), occasion: String(occasion), destination: String(destination) },
    of: rule === null ? { office: String(office) } : { rule: String(rule) },
    ...{ means: means as Delivery['means'], body: String(body), createdAt: Number(createdAt) },
    ...{ attempts: Number(attempts), triedAt: number(triedAt), nextAttempt: number(nextAttempt) },
    outcome: outcome as Delivery['outcome'],
    answer: answer === null ? null : String(answer),
  }
}
