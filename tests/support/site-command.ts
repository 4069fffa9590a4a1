import { runProcess } from './running-process.ts'

/** Runs the built `npm run site`; resolves with its exit code and what it said. */
export async function siteCommand(dataDir: string, ...args: readonly string[]) {
  const command = runProcess(['dist/node/cli.js', ...args], { DATA_DIR: dataDir })
  const code = await new Promise((resolve) => command.child.once('close', resolve))
  return { code, said: command.said() }
}
