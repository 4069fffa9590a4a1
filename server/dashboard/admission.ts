import { type Action, may } from '../domain/access/may.ts'
import type { Person } from '../store/store.ts'
import { actedOn, type Typed } from './acted-on.ts'
import type {
  ActedOn,
  DashboardAct,
  DashboardGround,
  DashboardRoute,
  SentAnswer,
} from './dashboard-route.ts'
import { NOWHERE, readPlaces } from './places.ts'
import { targetsOf } from './targets.ts'

/** What is known of a request before it is known who sent it. */
export type Asked = Omit<
  DashboardAct,
  keyof DashboardGround | 'person' | 'signedIn' | 'sites' | 'places' | 'may'
>

interface Admission {
  readonly act: DashboardAct
  /** What is answered instead of the page. */
  readonly refused: SentAnswer | undefined
  readonly cookies: readonly string[]
}

/** Longest path that the audit log keeps, in characters. */
const LONGEST_PATH = 200

/** Finds out who asks, and whether the address is for them. What isn't does not exist for them. */
export async function admit(
  ground: DashboardGround,
  route: DashboardRoute,
  asked: Asked,
): Promise<Admission> {
  const { rules, accounts } = ground
  const { outcome: signedIn, cookies } = route.watching
    ? await accounts.look(asked.visit)
    : await accounts.find(asked.visit)
  const person = signedIn ? await rules.store.readPerson(signedIn.person) : null
  const { sites, places } = person ? await readPlaces(rules.store) : NOWHERE
  const tree = new Map(places.offices.map(({ key, parent }) => [key, parent]))
  const act: DashboardAct = {
    ...ground,
    ...asked,
    ...{ person, signedIn: person ? signedIn : null, sites, places },
    may: (action, target) => may(person?.roles ?? [], action, target, tree),
  }
  const refused = await refusalOf(act, route, asked.at)
  return { act, refused, cookies }
}

async function refusalOf(
  act: DashboardAct,
  { access, method }: DashboardRoute,
  at: string,
): Promise<SentAnswer | undefined> {
  if (access === 'anyone') return undefined
  if (!act.person || !act.signedIn) return { to: '/admin/sign-in' }
  if (access === 'half') return undefined
  if (!act.signedIn.twoFactor) return { to: '/admin/two-factor' }
  if (access === 'member') return undefined
  // What a form's address says besides is not what it does.
  const typed = method === 'POST' ? act.form : act.query
  if (await isAllowed(act, act.person, access, typed)) return undefined
  await noteDenied(act, act.person, `${method} ${at.slice(0, LONGEST_PATH)}`)
  return { missing: true }
}

async function isAllowed(
  act: DashboardAct,
  person: Person,
  { action, on }: Exclude<DashboardRoute['access'], string>,
  typed: Typed,
): Promise<boolean> {
  for (const each of typeof on === 'string' ? [on] : on) {
    if (!(await isAllowedOn(act, person, action, each, typed))) return false
  }
  return true
}

async function isAllowedOn(
  act: DashboardAct,
  person: Person,
  action: Action,
  on: ActedOn,
  typed: Typed,
): Promise<boolean> {
  if (on === 'somewhere') return targetsOf(act, person).some((at) => act.may(action, at))
  if (on === 'person') return reachesPerson(act, act.path['person'] ?? '')
  const target = await actedOn(act, on, typed)
  return target !== undefined && act.may(action, target)
}

/** Whom one may appoint in all that they are, one may also help back in. */
async function reachesPerson(act: DashboardAct, id: string): Promise<boolean> {
  const other = await act.rules.store.readPerson(id)
  if (!other) return false
  if (other.roles.length === 0) return act.may('govern', { kind: 'server' })
  return targetsOf(act, other).every((target) => act.may('appoint', target))
}

/** Writes down who asked for what isn't theirs, as often as one account may be wrong. */
async function noteDenied(act: DashboardAct, person: Person, note: string): Promise<void> {
  const { pair } = act.throttles
  const name = `denied ${person.id}`
  if (pair.waitOf(name) > 0) return
  pair.failed(name)
  const site = act.sites.some(({ key }) => key === act.path['site']) ? act.path['site'] : null
  const line = { at: act.now, actor: person.email, action: 'denied', article: null, note }
  await act.rules.store.addAudit({ ...line, site: site ?? null })
}
