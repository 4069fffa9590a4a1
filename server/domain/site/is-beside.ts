import { bareHost } from '../../../shared/bare-host.ts'
import type { Site } from '../../store/store.ts'

/** Whether an origin's host is one of a site's, above it or below it: most likely the site's own. */
export function isBeside(origin: string, site: Pick<Site, 'origins'>): boolean {
  const host = hostOf(origin)
  return site.origins.some((own) => {
    const home = hostOf(own.origin).replace(/^\*\./, '')
    return host === home || host.endsWith(`.${home}`) || home.endsWith(`.${host}`)
  })
}

function hostOf(origin: string): string {
  return bareHost(origin.replace(/^https?:\/\//, '').replace(/:\d+$/, ''))
}
