import { articleKey } from '../../../shared/article-key.ts'
import type { OriginRule } from '../site/origin-rule.ts'

/**
 * The prefix of a section, `host` or `host/path`, from what an admin types: an address, an absolute
 * path of the site's own host, or a bare host. Null where the host is none of the site's.
 */
export function sectionPrefix(
  typed: string,
  { homeHost, hostFor }: Pick<OriginRule, 'homeHost' | 'hostFor'>,
): string | null {
  const text = typed.trim()
  const address = /^[^/?#]+$/.test(text) ? `${text}/` : text
  const key = articleKey(address, homeHost, hostFor)
  return key === null ? null : (key.split('?')[0] ?? '').replace(/\/$/, '')
}
