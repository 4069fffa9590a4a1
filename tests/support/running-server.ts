import { type RunningProcess, runProcess } from './running-process.ts'

export interface RunningServer extends RunningProcess {
  /** Such as `http://localhost:43121`. */
  readonly origin: string
}

/** Starts the built server on a data folder and waits until it answers. */
export async function startServer(
  dataDir: string,
  variables: Readonly<Record<string, string>> = {},
  node = process.execPath,
): Promise<RunningServer> {
  const settings = { DATA_DIR: dataDir, PORT: '0', ...variables }
  const server = runProcess(['dist/node/node.js'], settings, node)
  const [, origin = ''] = await server.says(/demo\s+(http:\/\/\S+)\/demo\//)
  return { ...server, origin }
}
