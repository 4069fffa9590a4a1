import { Resolver } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'

/**
 * All addresses of a host.
 * @throws UnresolvedError where there are none, or the signal ends it
 */
export type LookUp = (host: string, signal: AbortSignal) => Promise<readonly string[]>

export class UnresolvedError extends Error {
  override name = 'UnresolvedError'
}

/** How long one question to one server waits, in milliseconds, and how often it is asked. */
const PATIENCE = { timeout: 1500, tries: 2 }

/**
 * Looks hosts up in this machine's own table, else by DNS. The system's own way holds a thread
 * that can't be called back: a DNS that stays silent would keep the server from ending.
 * @param table file of this machine's hosts
 * @param servers of DNS; this machine's where absent
 */
export function createLookUp(table = '/etc/hosts', servers?: readonly string[]): LookUp {
  return async (host, signal) => {
    if (isIP(host)) return [host]
    const own = namedIn(await readFile(table, 'utf8').catch(() => ''), host)
    if (own.length > 0) return own

    const resolver = new Resolver(PATIENCE)
    if (servers) resolver.setServers(servers)
    const cancel = () => resolver.cancel()
    signal.addEventListener('abort', cancel)
    try {
      const asked = [resolver.resolve4(host), resolver.resolve6(host)]
      if (signal.aborted) cancel()
      const answers = await Promise.allSettled(asked)
      const found = answers.flatMap((answer) => ('value' in answer ? answer.value : []))
      if (found.length === 0) throw new UnresolvedError(host)
      return found
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }
}

/** Lines of an address and its names, with comments. */
function namedIn(table: string, host: string): string[] {
  return table.split('\n').flatMap((line) => {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    return address !== undefined && names.includes(host) ? [address] : []
  })
}
