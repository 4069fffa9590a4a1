import { CHOICES } from '../../../shared/choice.ts'
import { readRows } from '../../../tests/support/read-rows.ts'
import { runScript } from '../../../tests/support/run-script.ts'
import { ARTICLES, addressOf } from '../articles.ts'

const KEPT = 'filled'

/**
 * Gives every article of a stopped server's database as many votes, by SQL: the triggers that
 * keep the tallies are put aside meanwhile, and the tallies counted at the end.
 * @param votes in all; each article and choice gets the same
 * @returns how many there are
 */
export function fillVotes(file: string, votes: number): number {
  const each = Math.floor(votes / ARTICLES / CHOICES.length)
  if (each === 0) return 0
  const triggers = readRows(
    file,
    "select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'votes'",
  )
  const choice = `case n % 4 ${CHOICES.map((name, i) => `when ${i} then '${name}'`).join(' ')} end`
  runScript(
    file,
    `pragma synchronous = off; pragma cache_size = -200000; pragma temp_store = memory;
    begin;
    ${triggers.map(({ name }) => `drop trigger ${name};`).join('\n')}
    create temp table ${KEPT} as select a.id from articles a join tallies t on t.article = a.id
      where ${KEY_ENDS};
    insert into votes (article, voter, turn, choice, day)
    with recursive number (n) as (select 0 union all select n + 1 from number where n < ${each * 4 - 1})
    select id, randomblob(16), 1, ${choice}, '2026-01-01' from ${KEPT} cross join number;
    insert into tallies (article, day, sangat_puas, puas, cukup_puas, tidak_puas)
    select id, '2026-01-01', ${each}, ${each}, ${each}, ${each} from ${KEPT};
    ${triggers.map(({ sql }) => `${sql};`).join('\n')}
    commit;
    pragma wal_checkpoint(truncate);`,
  )
  return each * CHOICES.length * ARTICLES
}

/** The articles of the bench, such as `/artikel/7`. */
const KEY_ENDS = `a.key glob '*${addressOf(0).replace(/\d+$/, '[0-9]*')}'`
