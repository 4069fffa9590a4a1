import type { DashboardRoute } from '../../../server/dashboard/dashboard-route.ts'
import type { PageAddress, PageReader } from './page-address.ts'

interface Example {
  readonly reader?: PageReader
  /** Parameters of the path that are not the usual ones, by their name. */
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** What pages need besides what their path says, or that one is seen another way, or none. */
const EXAMPLES: Readonly<Record<string, Example | 'elsewhere' | 'no page'>> = {
  // There as long as nobody has an account.
  '/setup': 'elsewhere',
  '/sign-in': { reader: 'stranger' },
  '/second-factor': { reader: 'known' },
  '/invitations/:secret': { reader: 'stranger', path: { secret: ':invitation' } },
  '/passwords/:secret': { reader: 'stranger', path: { secret: ':password' } },
  '/two-factor': { reader: 'half' },
  '/sites/:site/article': { query: { article: ':article' } },
  '/sites/:site/origins/end': { query: { origin: 'https://*.contoh.example' } },
  '/sites/:site/openings/article': { query: { address: ':article' } },
  '/sites/:site/openings/import/:upload': {
    query: { article: 'url', rating: 'nilai', 'as:5': 'sangat-puas', 'as:1': 'tidak-puas' },
  },
  '/sites/:site/openings/import/:upload/plan.csv': 'no page',
  '/sites/:site/sections/one': { query: { address: 'contoh.example/dinas-kesehatan' } },
  '/sites/:site/sections/end': { query: { address: 'contoh.example/dinas-kesehatan' } },
  '/sites/:site/report': { query: { period: ':quarter' } },
  '/offices/:office/report': { query: { period: ':quarter' } },
  '/sites/:site/report/:file': 'no page',
  '/offices/:office/report/:file': 'no page',
}

/** Pages that the dashboard's list hasn't, and ones that look another way when asked otherwise. */
const MORE: readonly PageAddress[] = [
  { name: '/s/:site', path: '/s/contoh', reader: 'stranger' },
  { name: '/openapi', path: '/openapi', reader: 'stranger' },
  { name: '/admin/ranking?by', path: '/admin/ranking?by=attention', reader: 'owner' },
]

/**
 * The address of every page, from the dashboard's own list.
 * @param examples of parameters, by their name
 * @throws where a parameter has no example: give it one
 */
export function pageAddresses(
  routes: readonly DashboardRoute[],
  examples: Readonly<Record<string, string>>,
): readonly PageAddress[] {
  // Figures that move are a page's, and none themselves.
  const pages = routes
    .filter(({ method, watching }) => method === 'GET' && !watching)
    .map(({ path }) => path)
  const gone = Object.keys(EXAMPLES).filter((path) => !pages.includes(path))
  if (gone.length > 0) throw new Error(`examples of pages that are no more: ${gone}`)
  const of = (name: string, route: string) => {
    const value = examples[name]
    if (value === undefined) throw new Error(`GET ${route}: no example of :${name}`)
    return value
  }
  const addressOf = (route: string): PageAddress[] => {
    const example = EXAMPLES[route] ?? {}
    if (typeof example === 'string') return []
    const { reader = 'owner', path: own = {}, query = {} } = example
    const filled = (text: string) => text.replace(/^:(\w+)$/, (_, name: string) => of(name, route))
    const path = route.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(own[name] ? filled(own[name]) : of(name, route)),
    )
    const asked = Object.entries(query).map(([name, value]) => [name, filled(value)])
    const rest = asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''
    return [{ name: `/admin${route}`, path: `/admin${path}${rest}`, reader }]
  }
  return [...pages.flatMap(addressOf), ...MORE]
}
