import type { ClientAddress } from './client-address.ts'
import type { IpNetwork } from './ip-network.ts'

/** Something about a proxy that keeps readers from being told apart, and what to do about it. */
export interface ProxyNotice {
  /** `untrusted`: forwards without being trusted. `silent`: is trusted, sends no `X-Forwarded-For`. */
  readonly kind: 'untrusted' | 'silent'
  /** Where the proxy is; of proxies alone, never of a reader at a public address. */
  readonly network: string
  /** When it was first seen, in milliseconds since 1970. */
  readonly since: number
  /** What to do, the exact line to set included. */
  readonly remedy: string
}

export interface ProxyNotices {
  /** Takes notice of what is amiss with the way a request came, if anything is. */
  note(seen: ClientAddress): void
  /** What was noticed since the start, the oldest first. */
  list(): readonly ProxyNotice[]
}

/** Most notices kept; nobody has as many proxies. */
const MOST = 20

/**
 * The proxies that are amiss, in memory, each network told once.
 * @param trusted the networks trusted by now, which the line to set has to keep
 * @param tell told each notice in a sentence, for the log
 */
export function createProxyNotices(
  trusted: readonly IpNetwork[],
  clock: () => number,
  tell: (sentence: string) => void,
): ProxyNotices {
  const notices = new Map<string, ProxyNotice>()

  function lineWith(network: string): string {
    const found = [...notices.values()].filter(({ kind }) => kind === 'untrusted')
    const networks = [...trusted.map(({ text }) => text), ...found.map((each) => each.network)]
    return `TRUSTED_PROXIES=${[...networks, network].join(',')}`
  }

  function add(kind: ProxyNotice['kind'], { text: network }: IpNetwork): void {
    const name = `${kind} ${network}`
    if (notices.has(name) || notices.size >= MOST) return
    const remedy =
      kind === 'untrusted'
        ? `Requests from ${network} name other addresses. If a proxy of yours is there, set ${lineWith(network)} and start again; until then its readers can't be told apart.`
        : `The trusted proxy in ${network} sends no X-Forwarded-For, so its readers can't be told apart. Let it set the header to the address it sees.`
    notices.set(name, { kind, network, since: clock(), remedy })
    tell(remedy)
  }

  return {
    note({ untrusted, silent }) {
      if (untrusted) add('untrusted', untrusted)
      if (silent) add('silent', silent)
    },
    list: () => [...notices.values()],
  }
}
