import { execFileSync } from 'node:child_process'

export type Row = Record<string, unknown>

/** Largest answer, in bytes. */
const MOST = 256 * 1024 * 1024

/** Run by a process of its own, since a file is let go for certain only when its process ends. */
const READER = `
  import { createClient } from '@libsql/client'
  const [url, sql] = process.argv.slice(1)
  const { columns, rows } = await createClient({ url }).execute(sql)
  console.log(JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((c, i) => [c, row[i]])))))
`

/** Asks a database file whose server has ended. */
export function readRows(file: string, sql: string): Row[] {
  const args = ['--input-type=module', '-e', READER, `file:${file}`, sql]
  const options = { encoding: 'utf8', maxBuffer: MOST } as const
  return JSON.parse(execFileSync(process.execPath, args, options)) as Row[]
}

/** The votes at one article, oldest turn first. */
export const VOTES_AT = (key: string) => `
  select choice, turn, standing, length(voter) as voter_bytes from votes
  join articles on articles.id = votes.article where articles.key = '${key}' order by turn`
