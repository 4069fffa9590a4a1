import { expect, test, vi } from 'vitest'
import { ROUTES } from '../../server/dashboard/routes.ts'
import type { Database } from '../../server/store/database.ts'
import type { Role } from '../../shared/role.ts'
import { DashboardBrowser, type DashboardReply } from '../support/dashboard-browser.ts'
import { addAccount, auditOf, PASSWORD } from '../support/opened-accounts.ts'
import { DASHBOARD, openedDashboard } from '../support/opened-dashboard.ts'

// Nine passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 240_000 })

/** Who asks. The own district is that of the office `kabupaten`, the other one Tuban's. */
const ROLES = {
  owner: { role: 'owner' },
  admin: { role: 'admin', office: 'kabupaten' },
  editor: { role: 'editor', site: 'bojonegoro' },
  viewer: { role: 'viewer', site: 'bojonegoro' },
  'other admin': { role: 'admin', office: 'tuban' },
  'other editor': { role: 'editor', site: 'tuban' },
} as const satisfies Record<string, Role>

type Who = keyof typeof ROLES
const EVERYBODY = Object.keys(ROLES) as Who[]

/** What a request is about: the district's own site, person and role, or the other one's. */
const OWN = {
  under: 'kabupaten',
  site: 'bojonegoro',
  person: 'id-of-reader@bojonegoro.go.id',
  office: 'dinkominfo',
  followUp: '1',
  alert: 'alert-bojonegoro',
}
const OTHER = {
  under: 'tuban',
  site: 'tuban',
  person: 'id-of-reader@tuban.go.id',
  office: 'tuban',
  followUp: '2',
  alert: 'alert-tuban',
}

interface Rule {
  /** Who is let in where it is about the own district, and about the other one. */
  readonly own: readonly Who[]
  readonly other: readonly Who[]
}

const same = (...who: Who[]): Rule => ({ own: who, other: who })
const sees: Rule = {
  own: ['owner', 'admin', 'editor', 'viewer'],
  other: ['owner', 'other admin', 'other editor'],
}
const edits: Rule = {
  own: ['owner', 'admin', 'editor'],
  other: ['owner', 'other admin', 'other editor'],
}
const ofOffice: Rule = { own: ['owner', 'admin'], other: ['owner', 'other admin'] }
const appoints: Rule = { own: ['owner', 'admin'], other: ['owner', 'other admin'] }

/** By method and path. A route that isn't here fails: say who may ask it. */
const RULES: Readonly<Record<string, Rule | 'anyone' | 'half'>> = {
  'GET /setup': 'anyone',
  'POST /setup': 'anyone',
  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'POST /sign-out': 'anyone',
  'GET /second-factor': 'anyone',
  'POST /second-factor': 'anyone',
  'GET /invitations/:secret': 'anyone',
  'POST /invitations/:secret': 'anyone',
  'GET /passwords/:secret': 'anyone',
  'POST /passwords/:secret': 'anyone',
  'GET /two-factor': 'half',
  'POST /two-factor': 'half',
  'POST /two-factor/confirmation': 'half',
  'GET ': same(...EVERYBODY),
  'GET /live': same(...EVERYBODY),
  'GET /account': same(...EVERYBODY),
  'POST /account/password': same(...EVERYBODY),
  'POST /account/backup-codes': same(...EVERYBODY),
  'POST /account/sessions/end': same(...EVERYBODY),
  // Sessions of others are not found, whoever asks: what is asked for here is nobody's.
  'POST /account/sessions/:session/end': same(),
  'GET /sites/:site': sees,
  'GET /sites/:site/live': sees,
  'GET /ranking': same(...EVERYBODY),
  'GET /sites/:site/articles': sees,
  'GET /sites/:site/article': sees,
  'GET /sites/:site/article/live': sees,
  'POST /sites/:site/article/merge': edits,
  'POST /sites/:site/article/unmerge': edits,
  'POST /sites/:site/article/close': edits,
  'POST /sites/:site/article/open': edits,
  'POST /sites/:site/article/office': appoints,
  'GET /sites/:site/audit': sees,
  'GET /new-site': same('owner', 'admin', 'other admin'),
  // An admin is told at the field that a site needs one of their offices.
  'POST /sites': same('owner', 'admin', 'other admin'),
  'GET /sites/:site/embed': sees,
  'GET /sites/:site/operations': sees,
  'POST /sites/:site/operations/retry': edits,
  'GET /tokens': same('owner'),
  'POST /tokens': same('owner'),
  'POST /tokens/end': same('owner'),
  'GET /sites/:site/settings': edits,
  'POST /sites/:site/settings': edits,
  'GET /sites/:site/origins': edits,
  'POST /sites/:site/origins': edits,
  'GET /sites/:site/origins/end': edits,
  'POST /sites/:site/origins/end': edits,
  'GET /sites/:site/openings': sees,
  'GET /sites/:site/openings/article': edits,
  'POST /sites/:site/openings/article': edits,
  'POST /sites/:site/openings/article/end': edits,
  'POST /sites/:site/openings/changes/:change/undo': edits,
  'GET /sites/:site/openings/import': edits,
  'POST /sites/:site/openings/import': edits,
  // Whoever may, is led to send the file again: none waits here.
  'GET /sites/:site/openings/import/:upload': edits,
  'POST /sites/:site/openings/import/:upload': edits,
  'GET /sites/:site/openings/import/:upload/plan.csv': same(),
  // The number that each import is found by is not known here.
  'GET /sites/:site/openings/imports/:import': same(),
  'POST /sites/:site/openings/imports/:import/undo': same(),
  'GET /sites/:site/moderation': sees,
  'POST /sites/:site/moderation/decisions': edits,
  // Works are remembered by the process: here there are none.
  'GET /sites/:site/moderation/decisions/:decision': same(),
  'POST /sites/:site/moderation/decisions/:decision/undo': same(),
  'GET /follow-ups': same(...EVERYBODY),
  'GET /follow-ups/new': same('owner', 'admin', 'editor', 'other admin', 'other editor'),
  'POST /follow-ups': edits,
  'GET /follow-ups/:followUp': sees,
  'POST /follow-ups/:followUp': edits,
  'POST /follow-ups/:followUp/done': edits,
  'GET /offices': same(...EVERYBODY),
  'GET /offices/:office': ofOffice,
  'GET /new-office': same('owner', 'admin', 'other admin'),
  // The office that it goes under is the request's own.
  'POST /offices': ofOffice,
  'GET /offices/:office/arrangement': ofOffice,
  'POST /offices/:office/name': ofOffice,
  // The other district stands at the top, where only owners move and remove.
  'GET /offices/:office/place': { own: ['owner', 'admin'], other: ['owner'] },
  'POST /offices/:office/place': { own: ['owner', 'admin'], other: ['owner'] },
  'GET /offices/:office/end': { own: ['owner', 'admin'], other: ['owner'] },
  'POST /offices/:office/end': { own: ['owner', 'admin'], other: ['owner'] },
  'GET /sites/:site/sections': sees,
  'GET /sites/:site/sections/one': appoints,
  'POST /sites/:site/sections': appoints,
  'GET /sites/:site/sections/end': appoints,
  'POST /sites/:site/sections/end': appoints,
  'GET /sites/:site/office': appoints,
  'POST /sites/:site/office': appoints,
  'GET /alerts': same('owner', 'admin', 'editor', 'other admin', 'other editor'),
  'GET /alerts/new': same('owner', 'admin', 'editor', 'other admin', 'other editor'),
  // Here they are about a site; an office's are its admins', the server's its owners'.
  'POST /alerts': edits,
  'GET /alerts/:alert': edits,
  'POST /alerts/:alert': edits,
  'POST /alerts/:alert/test': edits,
  'POST /alerts/:alert/secret': edits,
  'POST /alerts/:alert/end': edits,
  'GET /offices/:office/digest': ofOffice,
  'POST /offices/:office/digest': ofOffice,
  'GET /offices/:office/digest/preview': ofOffice,
  'GET /reports': same(...EVERYBODY),
  'GET /sites/:site/report': sees,
  'GET /sites/:site/report/:file': sees,
  'GET /offices/:office/report': ofOffice,
  'GET /offices/:office/report/:file': ofOffice,
  'GET /people': same('owner', 'admin', 'other admin'),
  'POST /people/invitations': appoints,
  'POST /people/invitations/end': appoints,
  'POST /people/roles/end': appoints,
  'GET /people/:person': appoints,
  'POST /people/:person/password': appoints,
  'POST /people/:person/two-factor/end': appoints,
  'POST /people/:person/end': same('owner'),
  'GET /audit': same('owner'),
}

const nameOf = ({ method, path }: (typeof ROUTES)[number]) => `${method} ${path}`

async function openedWithPeople() {
  const opened = await openedDashboard()
  const { store, passwordHash, database } = opened
  const browsers = new Map<Who | 'half', DashboardBrowser>()
  for (const who of [...EVERYBODY, 'half'] as const) {
    const email = `${who.replace(' ', '-')}@example.go.id`
    await addAccount(store, passwordHash, email, who === 'half' ? ROLES.owner : ROLES[who])
    const browser = new DashboardBrowser(DASHBOARD, opened.fetch)
    const entered = await browser.send('/admin/sign-in', { email, password: PASSWORD })
    expect(entered.to).toBe('/admin/two-factor')
    browsers.set(who, browser)
  }
  for (const site of ['bojonegoro', 'tuban']) {
    const pages = ['baru', 'lama'].map((path) => ({ key: `${site}.example/${path}`, title: path }))
    await store.verifyArticles(site, pages, true)
    const old = { site, key: `${site}.example/lama` }
    await store.setAlias(old, `${site}.example/baru`, auditOf('merge'))
    await addAccount(store, passwordHash, `reader@${site}.go.id`, { role: 'viewer', site })
    const about = { site, article: null }
    const text = { issue: 'x', action: 'x', owner: 'x', due: '2026-03-01', status: 'open' } as const
    await store.addFollowUp({ ...text, about, opened: '2026-03-01' }, auditOf('add-follow-up'))
    await store.addAlertRule(
      {
        ...{ key: `alert-${site}`, about: { site }, kind: 'burst', language: 'id', tellsEnd: true },
        ...{ bound: null, least: null, span: null, intranet: false, webhook: null },
        mails: [`reader@${site}.go.id`],
      },
      auditOf('add-alert'),
    )
    if (site === 'tuban')
      await store.addToken({ name: 'kominfo', site: null, createdAt: 0 }, 'hash')
    const line = { ...auditOf('add-origin'), site }
    const section = { site, prefix: `${site}.example/bagian`, name: 'Bagian', office: null }
    await store.setSection(section, line)
    await store.addOrigin(site, `https://www.${site}.example`, 'additional', line)
    await store.addPass(
      {
        ...{ purpose: 'invitation', email: `new@${site}.go.id`, role: { role: 'viewer', site } },
        ...{ createdBy: 'operator', createdAt: 0, expiresAt: 9_999_999_999 },
      },
      `pass-${site}`,
      { at: 0, actor: 'operator', action: 'invite', site: null, article: null, note: '' },
    )
  }
  await database.write([
    { sql: `update people set two_factor_enabled = 1 where email <> 'half@example.go.id'` },
  ])
  return { ...opened, browsers, restore: await keeper(database) }
}

/** Keeps the accounts as they are; what comes of it puts them back. */
async function keeper(database: Database): Promise<() => Promise<void>> {
  const tables = [
    'people',
    'credentials',
    'sessions',
    'second_factors',
    'roles',
    'passes',
    'origins',
    'api_tokens',
    'sections',
    'alert_rules',
    'deliveries',
    'aliases',
  ]
  await database.write(
    tables.map((table) => ({ sql: `create table kept_${table} as select * from ${table}` })),
  )
  return async () => {
    await database.write([
      ...tables.map((table) => ({ sql: `delete from ${table}` })),
      ...tables.map((table) => ({ sql: `insert into ${table} select * from kept_${table}` })),
    ])
  }
}

function ask(
  browser: DashboardBrowser,
  { method, path }: (typeof ROUTES)[number],
  { site, person, office, followUp, under, alert }: typeof OWN,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<DashboardReply> {
  const address = `/admin${path}`
    .replace(':site', site)
    .replace(':person', person)
    .replace(':followUp', followUp)
    .replace(':alert', alert)
    .replace(':office', office)
    .replace(':session', 'of-somebody-else')
    .replace(':secret', 'no-such-secret')
  const origin = `https://www.${site}.example`
  const section = `${site}.example/bagian`
  const article = { article: `${site}.example/baru`, alias: `${site}.example/lama` }
  if (method === 'GET') {
    const about = /sites\/\w+\/article(\/live)?$/.test(address) ? `&article=${article.article}` : ''
    return browser.open(`${address}?origin=${origin}&under=${under}&address=${section}${about}`)
  }
  const named = { role: `viewer site ${site}`, about: `site ${site}`, pass: `pass-${site}` }
  const about = /sites\/\w+\/article\//.test(address) ? article : {}
  const form = {
    ...named,
    ...about,
    email: 'x@y.go.id',
    person,
    origin,
    name: 'kominfo',
    under,
    address: section,
  }
  return browser.send(address, form, headers)
}

/** Whether a reply is what the route says, rather than that there is nothing here for this one. */
function isLetIn({ status, to }: DashboardReply): boolean {
  return status !== 404 && to !== '/admin/sign-in' && to !== '/admin/two-factor'
}

test('every route has a rule here, and every rule a route', () => {
  expect(ROUTES.map(nameOf).sort()).toEqual(Object.keys(RULES).sort())
})

test('every route lets in whom its rule names, and is not there for anybody else', async () => {
  const { browsers, restore, database, fetch } = await openedWithPeople()
  const stranger = new DashboardBrowser(DASHBOARD, fetch)
  const seen: string[] = []
  const expected: string[] = []
  for (const route of ROUTES) {
    const rule = RULES[nameOf(route)]
    if (rule === undefined || typeof rule === 'string') continue
    expect((await ask(stranger, route, OWN)).to, `${nameOf(route)}, a stranger`).toBe(
      '/admin/sign-in',
    )
    const half = browsers.get('half') as DashboardBrowser
    expect((await ask(half, route, OWN)).to, `${nameOf(route)}, half in`).toBe('/admin/two-factor')
    for (const [about, target] of [
      ['own', OWN],
      ['other', OTHER],
    ] as const) {
      for (const who of EVERYBODY) {
        const jar = browsers.get(who) as DashboardBrowser
        const copy = new DashboardBrowser(DASHBOARD, fetch)
        copy.jar.keep(jar.jar.cookie.split('; '))
        const reply = await ask(copy, route, target)
        // Signing out everywhere leads to the sign-in page, as it should.
        const left = route.path === '/account/sessions/end' && reply.to === '/admin/sign-in'
        const name = `${nameOf(route)}, ${about}, ${who}`
        if (isLetIn(reply) || left) seen.push(name)
        else expect(reply.status, name).toBe(404)
        if (rule[about].includes(who)) expected.push(name)
        await restore()
      }
    }
  }
  expect(seen).toEqual(expected)
  const denied = await database.read({
    sql: `select actor, count(*) from audit where action = 'denied' group by actor order by actor`,
  })
  expect(denied.map(([actor]) => actor)).toEqual(
    EVERYBODY.filter((who) => who !== 'owner')
      .map((who) => `${who.replace(' ', '-')}@example.go.id`)
      .sort(),
  )
})

test('no form is taken that a page of another origin could have sent', async () => {
  const { browsers, restore } = await openedWithPeople()
  const owner = browsers.get('owner') as DashboardBrowser
  const foreign: Readonly<Record<string, string | undefined>>[] = [
    { Origin: undefined },
    { Origin: 'null' },
    { Origin: 'https://evil.example' },
    { Origin: 'http://tanggapan.example' },
    { Origin: 'https://tanggapan.example.evil.example' },
    { 'Sec-Fetch-Site': undefined },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'multipart/form-data' },
  ]
  const forms = ROUTES.filter(({ method }) => method === 'POST')
  expect(forms.length).toBeGreaterThan(10)
  for (const route of forms) {
    for (const headers of foreign) {
      const setsUp = route.path === '/setup' && headers['Origin'] !== undefined
      const name = `${nameOf(route)} with ${JSON.stringify(headers)}`
      // Before there is an owner nobody knows the address; see the route.
      if (setsUp) continue
      expect((await ask(owner, route, OWN, headers)).status, name).toBe(403)
    }
  }
  await restore()
  expect((await owner.open('/admin')).status).toBe(200)
})

test('every page carries the headers that keep other pages out of it', async () => {
  const { browsers } = await openedWithPeople()
  const owner = browsers.get('owner') as DashboardBrowser
  for (const path of ['/admin', '/admin/people', '/admin/nothing', '/admin/dashboard.css']) {
    const { headers, text } = await owner.open(path)
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff')
    if (path.endsWith('.css')) continue
    const policy = headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('Cache-Control')).toBe('no-store')
    const ours = text.replaceAll(/<script src="\/admin\/\w+\.js" defer><\/script>/g, '')
    expect(ours).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i)
  }
})
