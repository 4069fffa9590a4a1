import { localDay } from '../../../server/domain/local-day.ts'
import { periodOf, previousPeriod } from '../../../server/domain/report/period.ts'
import { DashboardBrowser } from '../dashboard-browser.ts'
import { maintain } from '../maintained.ts'
import { PASSWORD } from '../opened-accounts.ts'
import { operate } from '../operate-command.ts'
import { type RunningServer, startServer } from '../running-server.ts'
import { OWNER, setUpOwner } from '../set-up-owner.ts'
import { siteCommand } from '../site-command.ts'
import { addImports } from './add-imports.ts'
import type { PageReader } from './page-address.ts'

const SITE = '/admin/sites/contoh'

/** A server on which every page has something to show. */
export interface FurnishedServer {
  readonly server: RunningServer
  /** What each reader's browser sends as cookies. */
  readonly cookies: Readonly<Record<PageReader, string>>
  /** An example of each parameter of a path, of an `article`, a key, and of a `quarter`. */
  readonly examples: Readonly<Record<string, string>>
}

/**
 * Starts a server with a sample, an owner and, besides what the sample has, one of everything that
 * somebody makes at the dashboard.
 */
export async function furnishedServer(dataDir: string): Promise<FurnishedServer> {
  // Makes the database.
  await siteCommand(dataDir, 'list')
  done(await operate(dataDir, ['sample', '--articles', '150', '--votes', '5000']))
  done(await siteCommand(dataDir, 'set', 'contoh', '--public-page', 'on'))
  await maintain(dataDir, Date.now() - 3_600_000)
  const server = await startServer(dataDir)
  const owner = await setUpOwner(server)
  const known = new DashboardBrowser(server.origin)
  await known.send('/admin/sign-in', { email: OWNER, password: PASSWORD })
  const { half, ...people } = await addPeople(owner)
  const cookies = { owner: owner.jar.cookie, half, known: known.jar.cookie, stranger: '' }
  return { server, cookies, examples: { ...people, ...(await addThings(owner)) } }
}

/** An editor who has no second factor yet, links for them and for somebody else. */
async function addPeople(owner: DashboardBrowser) {
  const invite = async (email: string) => {
    const role = 'editor site contoh'
    const { text } = await owner.send('/admin/people/invitations', { email, role })
    return found(text, /\/admin\/invitations\/([0-9a-zA-Z_-]+)/)
  }
  const editor = new DashboardBrowser(owner.origin)
  const joining = `/admin/invitations/${await invite('editor@contoh.example')}`
  await editor.send(joining, { name: 'Pak Editor', password: PASSWORD })
  const list = await owner.open('/admin/people')
  const person = found(list.text, /people\/([^"/]+)" aria-label="Kelola Pak Editor"/)
  const reset = await owner.send(`/admin/people/${person}/password`, {})
  return {
    half: editor.jar.cookie,
    person,
    invitation: await invite('baru@contoh.example'),
    password: found(reset.text, /\/admin\/passwords\/([0-9a-zA-Z_-]+)/),
  }
}

/** What is made by forms; keys and numbers of it. */
async function addThings(owner: DashboardBrowser) {
  const articles = await owner.open(`${SITE}/articles?sort=votes`)
  const links = articles.text.matchAll(/\/article\?article=([^"&]+)/g)
  const keys = new Set([...links].map(([, key = '']) => decodeURIComponent(key)))
  const [article = '', second] = keys
  await owner.send(`${SITE}/article/merge`, { article, alias: `https://${second}` })
  const due = localDay('Asia/Jakarta', Date.now())
  const quarter = previousPeriod(periodOf('quarter', due)).code
  const about = 'site contoh'
  await owner.send('/admin/follow-ups', {
    ...{ about, article: '', issue: 'Antrean panjang', action: 'Loket ditambah' },
    ...{ owner: 'Bagian Umum', due, status: 'open' },
  })
  const listed = await owner.open('/admin/follow-ups')
  const rule = { about, kind: 'silence', span: '7', language: 'id', tellsEnd: 'yes' }
  const webhook = 'https://pesan.contoh.example/kunci'
  await owner.send('/admin/alerts', { ...rule, webhook, intranet: 'no', mails: '' })
  const alerts = await owner.open('/admin/alerts')
  const opening = { views: '646', 'sangat-puas': '14', puas: '2', source: 'Sistem lama' }
  const made = await owner.send(`${SITE}/openings/article`, {
    ...{ ...opening, address: article, stamp: '', 'cukup-puas': '1', 'tidak-puas': '2' },
    ...{ date: '2016-07-01', estimate: 'yes' },
  })
  if (made.status !== 303) throw new Error(`no opening balance: ${made.text}`)
  return {
    ...{ site: 'contoh', office: 'contoh-kabupaten', article, quarter },
    followUp: found(listed.text, /href="\/admin\/follow-ups\/(\d+)"/),
    alert: found(alerts.text, /href="\/admin\/alerts\/(?!new)([^"/]+)"/),
    ...(await addImports(owner, SITE)),
    decision: await decide(owner),
  }
}

/** Takes the first votes that wait out of the count; the others stay to be looked at. */
async function decide(owner: DashboardBrowser): Promise<string> {
  const list = await owner.open(`${SITE}/moderation`)
  const group = found(list.text, /name="(group-\d+)"/)
  const value = found(list.text, /name="group-\d+"[^>]*value="([^"]*)"/)
  const note = 'Serbuan dari satu jaringan sewaan.'
  const form = { [group]: value, note, action: 'exclude', standing: 'pending' }
  const { to } = await owner.send(`${SITE}/moderation/decisions`, form)
  return found(to ?? '', /decisions\/([^/]+)$/)
}

function found(text: string, pattern: RegExp): string {
  const [, value] = pattern.exec(text) ?? []
  if (value === undefined) throw new Error(`no ${pattern} in ${text}`)
  return value
}

function done({ code, said }: { readonly code: unknown; readonly said: string }): void {
  if (code !== 0) throw new Error(said)
}
