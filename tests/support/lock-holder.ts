import { onTestFinished } from 'vitest'
import { type RunningProcess, runProcess } from './running-process.ts'

const HOLDER = `
  import { createClient } from '@libsql/client'
  const [url] = process.argv.slice(1)
  const client = createClient({ url })
  await client.transaction('write')
  console.log('held')
  setInterval(() => {}, 1000)
`

/** Another process that holds a database file's lock until it is ended. */
export async function holdLock(file: string): Promise<RunningProcess> {
  const holder = runProcess(['--input-type=module', '-e', HOLDER, `file:${file}`], {})
  onTestFinished(async () => {
    await holder.end('SIGKILL')
  })
  await holder.says(/held/)
  return holder
}
