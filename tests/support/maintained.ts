import { type RunningProcess, runProcess } from './running-process.ts'

/**
 * Begins the hourly maintenance on the folder of a stopped server, as of an instant.
 * @param now milliseconds since 1970
 * @returns its process, which has said `begun`
 */
export async function beginMaintenance(dataDir: string, now: number): Promise<RunningProcess> {
  const program = ['--import', 'tsx', 'tests/support/maintain.ts']
  const running = runProcess([...program, dataDir, String(now)], {})
  await running.says(/^begun$/m)
  return running
}

/**
 * Has it done to its end.
 * @throws Error with what it said
 */
export async function maintain(dataDir: string, now: number): Promise<void> {
  const running = await beginMaintenance(dataDir, now)
  const code = await running.ended
  if (code !== 0) throw new Error(`maintenance ended with ${code}:\n${running.said()}`)
}
