import type { Statement } from '../database.ts'
import type { DeliveryOf, NewDelivery } from './deliveries.ts'

/**
 * Puts messages on their way, all of them or, where the condition does not hold, none.
 * @param condition SQL; ?1 is the rule, ?2 the office, one of them null, ?5 what is given
 */
export function newMessages(
  of: DeliveryOf,
  at: number,
  messages: readonly NewDelivery[],
  condition = 'true',
  given: string | null = null,
): Statement {
  const lines = messages.map(({ id, occasion, means, destination, body }) => {
    return [id, occasion, means, destination, body]
  })
  const sql = `
    insert into deliveries (id, rule, office, occasion, means, destination, body, created_at, next_attempt)
    select value ->> 0, ?1, ?2, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ?3, ?3
    from json_each(?4)
    where (?5 is null or true) and ${condition}`
  const place = 'rule' in of ? [of.rule, null] : [null, of.office]
  return { sql, args: [...place, at, JSON.stringify(lines), given] }
}
