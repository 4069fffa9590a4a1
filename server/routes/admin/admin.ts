import { type Context, Hono } from 'hono'
import { isProblem } from '../../../shared/problem.ts'
import { type AdminGuard, admitAdmin } from '../../guards/admin.ts'
import { readBody } from '../../guards/body.ts'
import { StorageError } from '../../store/store.ts'
import { notFound } from '../not-found.ts'
import { rawPath } from '../raw-path.ts'
import { adminProblem, adminReply } from './admin-response.ts'
import { ROUTES, SITE_PATH } from './routes.ts'

/** Largest body, in bytes. */
const LARGEST_BODY = 64 * 1024

export interface AdminDeps extends AdminGuard {
  /** Told of every exception. */
  readonly onFault: (fault: unknown) => void
}

/** The admin API of a site. Whatever is asked, the way, the token and the site are judged first. */
export function adminRoutes(deps: AdminDeps): Hono {
  const { rules, onFault } = deps
  const routes = new Hono({ getPath: rawPath })

  for (const route of ROUTES) {
    routes.on(route.method, `${SITE_PATH}/${route.path}`, async (c) => {
      const admitted = await admitAdmin(c, c.req.param('site') ?? '', deps)
      if (isProblem(admitted)) return adminProblem(admitted)
      const given = route.method === 'GET' ? parametersOf(c) : await bodyOf(c)
      if (isProblem(given)) return adminProblem(given)
      const answer = await route.answer({ rules, onFault, ...admitted }, given.fields)
      if (answer instanceof Response) return answer
      return isProblem(answer) ? adminProblem(answer) : adminReply(answer)
    })
  }

  routes.notFound(notFound(routes, (_, problem) => adminProblem(problem)))
  routes.onError((fault) => {
    onFault(fault)
    return adminProblem({ problem: fault instanceof StorageError ? 'storage' : 'fault' })
  })
  return routes
}

/** The query's parameters; one that is there twice has both values, which no field takes. */
function parametersOf(c: Context): { readonly fields: unknown } {
  return {
    fields: Object.fromEntries(
      Object.entries(c.req.queries()).map(([name, values]) => {
        return [name, values.length === 1 ? values[0] : values]
      }),
    ),
  }
}

async function bodyOf(c: Context) {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
    return { problem: 'content-type', detail: 'Send application/json.' } as const
  }
  const body = await readBody(c, LARGEST_BODY)
  return isProblem(body) ? body : { fields: body.json }
}
