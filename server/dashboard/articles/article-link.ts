/** The page of an article in a period; its key travels as a parameter, whatever stands in it. */
export function articleAddress(site: string, key: string, period?: string): string {
  const asked = new URLSearchParams([
    ['article', key],
    ...(period ? [['period', period] as [string, string]] : []),
  ])
  return `/admin/sites/${site}/article?${asked}`
}
