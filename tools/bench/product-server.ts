import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import manifest from '../../package.json'
import { type ChildServer, startServer } from './child-server.ts'
import type { CleanUp } from './clean-up.ts'

/** `npm start` without npm: `node`, its options, the built server. */
const [, ...START] = manifest.scripts.start.split(' ')
const BUILT_SERVER = START.pop() ?? ''

/** A folder of its own where the product's data lie, because `/tmp` may be memory, not disk. */
export async function makeDataFolder(cleanUp: CleanUp): Promise<string> {
  await mkdir('data', { recursive: true })
  const folder = await mkdtemp(resolve('data/bench-'))
  cleanUp.add(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the built server on a data folder, with nothing else configured. */
export function startProduct(folder: string, cleanUp: CleanUp): Promise<ChildServer> {
  const variables = {
    DATABASE_URL: '',
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    PORT: '0',
    PUBLIC_URL: '',
    SECRET: '',
  }
  return startServer(BUILT_SERVER, cleanUp, variables, START)
}
