import type { Statement } from './database.ts'
import type { KeptOpening } from './openings.ts'
import type { ArticleId, OpeningBalance } from './store.ts'

const COLUMNS = 'views, sangat_puas, puas, cukup_puas, tidak_puas, source, date, estimate'
const ARTICLE = '(select id from articles where site = ? and key = ?)'

/** Counts, source, date and estimate of a balance, in the order of the table's columns. */
export function balanceArgs({ views, votes, source, date, estimate }: OpeningBalance) {
  const counts = [votes['sangat-puas'], votes.puas, votes['cukup-puas'], votes['tidak-puas']]
  return [views, ...counts, source, date, Number(estimate)]
}

/** Puts one balance, or none, in another one's place; changes nothing where that isn't there. */
export function changesOpening(
  { site, key }: ArticleId,
  thought: KeptOpening | null,
  to: KeptOpening | null,
): Statement {
  const named = [site, key]
  const given = to ? [...balanceArgs(to), to.broughtBy] : []
  if (!thought) {
    const sql = `
      insert into opening_balances (article, ${COLUMNS}, brought_by)
      select ${ARTICLE}, ${given.map(() => '?').join(', ')} where ${to ? 'true' : 'false'}
      on conflict do nothing`
    // Nothing in the place of nothing: there is nothing to do.
    return to ? { sql, args: [...named, ...given] } : { sql: 'update imports set id = id where 0' }
  }
  const there = `article = ${ARTICLE}
    and (${COLUMNS}) = (${balanceArgs(thought)
      .map(() => '?')
      .join(', ')}) and brought_by is ?`
  const args = [...named, ...balanceArgs(thought), thought.broughtBy]
  if (!to) return { sql: `delete from opening_balances where ${there}`, args }
  const set = `(${COLUMNS}, brought_by) = (${given.map(() => '?').join(', ')})`
  return { sql: `update opening_balances set ${set} where ${there}`, args: [...given, ...args] }
}
