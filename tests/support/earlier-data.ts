import { join } from 'node:path'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { runScript } from './run-script.ts'
import { temporaryFolder } from './temporary-folder.ts'

const [FIRST = '', NEXT = ''] = Object.keys(MIGRATIONS).sort()

/** Name of the copy that is kept before the second migration. */
export const COPY_BEFORE = `tanggapan.db.before-${NEXT.replace('.sql', '')}`

/** Reads from a database of the first release. */
export const EARLIER_VOTES = 'select hex(voter) as voter, turn, choice, standing, day from votes'

/** A data folder as the first release left it: its tables, the demo's site, one article, one vote. */
export function earlierData(script = ''): { readonly dataDir: string; readonly file: string } {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'tanggapan.db')
  runScript(
    file,
    `pragma journal_mode = wal;
    ${MIGRATIONS[FIRST]?.replaceAll('--> statement-breakpoint', '')};
    create table migrations (name text primary key, applied_at text not null) strict, without rowid;
    insert into migrations values ('${FIRST}', '2026-11-24T00:00:00.000Z');
    insert into sites (key, name, time_zone, loopback) values ('bojonegoro', 'Contoh', 'Asia/Jakarta', 1);
    insert into origins values ('bojonegoro', 'http://localhost', 'primary');
    insert into articles (id, site, key) values (1, 'bojonegoro', 'localhost/lama');
    insert into votes (article, voter, turn, choice, day)
      values (1, x'${'AB'.repeat(16)}', 1, 'puas', '2026-01-01');
    ${script}`,
  )
  return { dataDir, file }
}
