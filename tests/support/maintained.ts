import { runProcess } from './running-process.ts'

const PROGRAM = 'tests/support/maintain.ts'

/**
 * Has the hourly maintenance done on the folder of a stopped server, as of an instant.
 * @param now milliseconds since 1970
 * @throws Error with what it said
 */
export async function maintain(dataDir: string, now: number): Promise<void> {
  const child = runProcess(['--import', 'tsx', PROGRAM, dataDir, String(now)], {})
  const code = await new Promise((resolve) => child.child.once('close', resolve))
  if (code !== 0) throw new Error(`maintenance ended with ${code}:\n${child.said()}`)
}
