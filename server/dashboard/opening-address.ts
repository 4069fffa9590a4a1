/** Where the opening balance of an article is looked at and changed. */
export function openingAddress(site: string, key: string): string {
  return `/admin/sites/${site}/openings/article?address=${encodeURIComponent(key)}`
}
