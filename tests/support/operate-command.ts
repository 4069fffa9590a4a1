import { runProcess } from './running-process.ts'

/** What a command came to. */
export interface Operated {
  readonly code: number | null
  /** All that it said, on either output. */
  readonly said: string
}

/** Runs the built `npm run operate` without a terminal. */
export async function operate(
  dataDir: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Operated> {
  const settings = { DATA_DIR: dataDir, ...variables }
  const command = runProcess(['dist/node/operate.js', ...args], settings)
  const code = await new Promise<number | null>((done) => command.child.once('close', done))
  return { code, said: command.said() }
}
