import { SAMPLE_HOST, SAMPLE_SITE } from '../../../server/domain/sample/sample-offices.ts'
import { readRows } from '../../../tests/support/read-rows.ts'

const MOST = 3000

/** Keys of articles at the sample's own host, in a stopped server's database; the most viewed first. */
export function votedOn(file: string): readonly string[] {
  const rows = readRows(
    file,
    `select a.key from articles a join totals t on t.article = a.id
      where a.site = '${SAMPLE_SITE}' and a.key glob '${SAMPLE_HOST}/*'
      order by t.views desc limit ${MOST}`,
  )
  return rows.map(({ key }) => String(key))
}
