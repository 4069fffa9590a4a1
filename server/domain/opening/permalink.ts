import type { SheetRow } from './sheet.ts'

/** Longest pattern that is taken. */
const LONGEST = 200

const TAGS: Readonly<Record<string, (post: SheetRow) => string | undefined>> = {
  year: ({ post_date }) => post_date?.slice(0, 4),
  monthnum: ({ post_date }) => post_date?.slice(5, 7),
  day: ({ post_date }) => post_date?.slice(8, 10),
  hour: ({ post_date }) => post_date?.slice(11, 13),
  minute: ({ post_date }) => post_date?.slice(14, 16),
  second: ({ post_date }) => post_date?.slice(17, 19),
  postname: ({ post_name }) => post_name,
  post_id: ({ ID }) => ID,
}

/** The word that stands for the address that WordPress keeps with a post. */
const GUID = 'guid'

/**
 * Whether these are permalinks as WordPress' settings have them: `/%year%/%monthnum%/%postname%/`, `/?p=%post_id%`, or
 * `guid`. What a category or an author is called is not in the tables that are read.
 */
export function isPermalink(typed: string): boolean {
  if (typed === GUID) return true
  const tags = [...typed.matchAll(/%([^%]*)%/g)].map(([, tag = '']) => tag)
  const known = tags.every((tag) => Object.hasOwn(TAGS, tag))
  const single = tags.includes('postname') || tags.includes('post_id')
  return /^(\/|https?:\/\/)/.test(typed) && typed.length <= LONGEST && known && single
}

/** Where a post stands; null where the permalinks need something that is not known of it. */
export function addressOfPost(permalink: string, post: SheetRow): string | null {
  if (permalink === GUID) return post['guid'] || null
  let whole = true
  const address = permalink.replace(/%([^%]*)%/g, (_, tag: string) => {
    const value = TAGS[tag]?.(post) ?? ''
    if (value === '') whole = false
    return value
  })
  return whole ? address : null
}
