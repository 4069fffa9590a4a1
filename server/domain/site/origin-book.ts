import type { Site, Store } from '../../store/store.ts'
import type { By } from '../report/office-book.ts'
import { isWildcard, typedOrigin } from './new-site.ts'

/** What came of it; `malformed`: it is no origin such as `https://desa.example.go.id`. */
type OriginChange = 'done' | 'malformed' | 'taken' | 'unknown' | 'primary'

/** Adds origins to a site and takes them away, for the dashboard and for commands alike. */
export interface OriginBook {
  /** @param mirror whether its articles are those of the primary origin's host */
  add(origin: string, mirror: boolean): Promise<OriginChange>
  remove(origin: string): Promise<OriginChange>
}

export function createOriginBook(
  store: Store,
  site: Pick<Site, 'key' | 'origins'>,
  by: By,
): OriginBook {
  const audit = (action: string, note: string) => {
    return { ...by, action, site: site.key, article: null, note }
  }
  return {
    async add(origin, mirror) {
      if (!isWildcard(origin) && typedOrigin(origin) !== origin) return 'malformed'
      const role = mirror && !isWildcard(origin) ? 'mirror' : 'additional'
      const line = audit('add-origin', `${origin}, ${role}`)
      return (await store.addOrigin(site.key, origin, role, line)) ? 'done' : 'taken'
    },

    async remove(origin) {
      const known = site.origins.find((own) => own.origin === origin)
      if (known?.role === 'primary') return 'primary'
      const removed = await store.removeOrigin(site.key, origin, audit('remove-origin', origin))
      return removed ? 'done' : 'unknown'
    },
  }
}
