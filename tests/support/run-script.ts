import { execFileSync } from 'node:child_process'

/** Run by a process of its own, since a file is let go for certain only when its process ends. */
const RUNNER = `
  import { createClient } from '@libsql/client'
  import { text } from 'node:stream/consumers'
  const client = createClient({ url: process.argv[1] })
  await client.executeMultiple(await text(process.stdin))
`

/** Runs SQL statements on a database file whose server has ended, or on a new one. */
export function runScript(file: string, script: string): void {
  const args = ['--input-type=module', '-e', RUNNER, `file:${file}`]
  execFileSync(process.execPath, args, { input: script })
}
