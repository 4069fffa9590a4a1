/**
 * The host by which an article is known: `URL.host` without leading `www.` and without the
 * default port of either scheme, because http and https are one.
 */
export function bareHost(host: string): string {
  return host.replace(/^(www\.)+(?=[^:])/, '').replace(/:(80|443)$/, '')
}
