import { type IpNetwork, parseIpNetwork } from './ip-network.ts'

/** Who is trusted unless something else is set: the machine itself. */
export const LOOPBACK_NETWORKS: readonly IpNetwork[] = networksOf(['127.0.0.0/8', '::1'])

/** Reads networks and single addresses with commas between them, or says what is neither. */
export function parseTrustedProxies(
  text: string,
): { readonly networks: readonly IpNetwork[] } | { readonly wrong: readonly string[] } {
  const parts = text.split(',').map((part) => part.trim())
  const wrong = parts.filter((part) => parseIpNetwork(part) === null)
  return wrong.length > 0 ? { wrong } : { networks: networksOf(parts) }
}

function networksOf(parts: readonly string[]): readonly IpNetwork[] {
  return parts.map(parseIpNetwork).filter((network) => network !== null)
}
