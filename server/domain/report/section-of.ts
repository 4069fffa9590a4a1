/** The longest of the prefixes that an article's key begins with, part by part; empty for none. */
export function sectionOf(key: string, prefixes: ReadonlySet<string>): string {
  for (let part = withoutQuery(key); part !== ''; part = part.slice(0, part.lastIndexOf('/'))) {
    if (prefixes.has(part)) return part
    if (!part.includes('/')) return ''
  }
  return ''
}

/**
 * The section that an address itself speaks of: its host with the first part of its path. Not the
 * last part, which is the article, nor a year or another number.
 */
export function foundSection(key: string): { prefix: string; name: string } | null {
  const [host = '', first = '', ...rest] = withoutQuery(key).split('/')
  if (first === '' || /^\d+$/.test(first) || !rest.some((part) => part !== '')) return null
  return { prefix: `${host}/${first}`, name: nameOf(first) }
}

function withoutQuery(key: string): string {
  const query = key.indexOf('?')
  return query < 0 ? key : key.slice(0, query)
}

/** Escapes as the letters that they stand for, where they stand for any. */
function nameOf(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // No text in UTF-8: left as the address has it.
    return part
  }
}
