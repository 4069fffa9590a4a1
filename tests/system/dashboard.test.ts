import { expect, onTestFinished, test } from 'vitest'
import { DashboardBrowser, shownTwoFactor } from '../support/dashboard-browser.ts'
import { PASSWORD } from '../support/opened-accounts.ts'
import { operate } from '../support/operate-command.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { totp } from '../support/totp.ts'

const OWNER = 'ibu@bojonegoro.go.id'
const EDITOR = 'editor@bojonegoro.go.id'
const CODE = /setup\s+([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})/

async function start(dataDir = temporaryFolder()) {
  const server = await startServer(dataDir)
  onTestFinished(async () => void (await server.end('SIGKILL')))
  return { server, dataDir }
}

async function setUp(browser: DashboardBrowser, code: string) {
  const account = { code, name: 'Ibu Pemilik', email: OWNER, password: PASSWORD }
  const reply = await browser.send('/admin/setup', account)
  expect(reply).toMatchObject({ status: 303, to: '/admin/two-factor' })
  return secure(browser)
}

/** Sets the second factor up, without which there is nothing to see. */
async function secure(browser: DashboardBrowser) {
  expect((await browser.open('/admin')).to).toBe('/admin/two-factor')
  const shown = shownTwoFactor(
    (await browser.send('/admin/two-factor', { password: PASSWORD })).text,
  )
  expect(shown.codes).toHaveLength(10)
  const confirmed = await browser.send('/admin/two-factor/confirmation', {
    code: totp(shown.secret),
  })
  expect(confirmed).toMatchObject({ status: 303, to: '/admin/account?done=two-factor' })
  expect((await browser.open('/admin')).status).toBe(200)
  return shown
}

test('from the first start to a second person: code, owner, second factor, invitation', async () => {
  const { server, dataDir } = await start()
  const [, code = ''] = await server.says(CODE)
  expect(server.said()).toContain(`dashboard ${server.origin}/admin`)
  const owner = new DashboardBrowser(server.origin)
  expect((await owner.open('/admin')).to).toBe('/admin/sign-in')
  expect((await owner.open('/admin/setup')).text).toContain(`<code>${server.origin}</code>`)

  const wrong = { code: 'AAAA-AAAA-AAAA', name: 'X', email: OWNER, password: PASSWORD }
  expect((await owner.send('/admin/setup', wrong)).status).toBe(400)
  await setUp(owner, code.toLowerCase().replaceAll('-', ' '))
  const again = { code, name: 'Orang lain', email: 'x@example.go.id', password: PASSWORD }
  expect((await new DashboardBrowser(server.origin).send('/admin/setup', again)).to).toBe(
    '/admin/sign-in',
  )
  const overview = (await owner.open('/admin')).text
  expect(overview).toContain('Bojonegoro')

  const invited = await owner.send('/admin/people/invitations', {
    email: EDITOR,
    role: 'editor site bojonegoro',
  })
  const [, link = ''] =
    /value="http[^"]*(\/admin\/invitations\/[0-9a-f]{48})"/.exec(invited.text) ?? []
  const editor = new DashboardBrowser(server.origin)
  expect((await editor.open(link)).text).toContain(EDITOR)
  const joined = await editor.send(link, { name: 'Pak Editor', password: PASSWORD })
  expect(joined.to).toBe('/admin/two-factor')
  await secure(editor)
  expect((await editor.open(link)).status).toBe(404)
  expect((await editor.open('/admin/sites/bojonegoro')).status).toBe(200)
  expect((await editor.open('/admin/people')).status).toBe(404)
  const audit = (await owner.open('/admin/audit')).text
  for (const word of ['setup', 'invite', 'join', 'denied', 'GET /admin/people']) {
    expect(audit).toContain(word)
  }

  const reset = await operate(dataDir, ['reset-password', EDITOR, '--json'])
  const { link: passwordLink } = JSON.parse(reset.said) as { link: string }
  const next = 'a wholly different password'
  const path = new URL(passwordLink).pathname
  expect((await editor.send(path, { password: next })).to).toBe('/admin/sign-in')
  expect((await editor.open('/admin')).to).toBe('/admin/sign-in')
  expect((await editor.send(path, { password: next })).status).toBe(404)
  expect((await editor.send('/admin/sign-in', { email: EDITOR, password: PASSWORD })).status).toBe(
    401,
  )
  const half = await editor.send('/admin/sign-in', { email: EDITOR, password: next })
  expect(half.to).toBe('/admin/second-factor')
  expect((await operate(dataDir, ['reset-two-factor', EDITOR])).code).toBe(0)
  expect((await editor.send('/admin/sign-in', { email: EDITOR, password: next })).to).toBe(
    '/admin/two-factor',
  )
})

test('after a restart one signs in with the same password and authenticator', async () => {
  const { server, dataDir } = await start()
  const [, code = ''] = await server.says(CODE)
  const { secret, codes } = await setUp(new DashboardBrowser(server.origin), code)
  await server.end('SIGTERM')
  const { server: second } = await start(dataDir)
  expect(second.said()).not.toMatch(CODE)
  const browser = new DashboardBrowser(second.origin)
  const half = await browser.send('/admin/sign-in', { email: OWNER, password: PASSWORD })
  expect(half.to).toBe('/admin/second-factor')
  expect((await browser.send('/admin/second-factor', { code: totp(secret) })).to).toBe('/admin')
  expect((await browser.open('/admin')).status).toBe(200)
  const other = new DashboardBrowser(second.origin)
  await other.send('/admin/sign-in', { email: OWNER, password: PASSWORD })
  expect((await other.send('/admin/second-factor', { code: codes[0] ?? '' })).to).toBe('/admin')
  expect((await browser.send('/admin/account/sessions/end', {})).to).toBe('/admin/sign-in')
  expect((await other.open('/admin')).to).toBe('/admin/sign-in')
})

test('setup-code renews the code while there is no owner, and no longer', async () => {
  const { server, dataDir } = await start()
  const [, first = ''] = await server.says(CODE)
  const { said } = await operate(dataDir, ['setup-code', '--json'])
  const { code } = JSON.parse(said) as { code: string }
  const browser = new DashboardBrowser(server.origin)
  const account = { name: 'Ibu Pemilik', email: OWNER, password: PASSWORD }
  expect((await browser.send('/admin/setup', { ...account, code: first })).status).toBe(400)
  await setUp(browser, code)
  const late = await operate(dataDir, ['setup-code'])
  expect(late.code).toBe(1)
  expect(late.said).toContain('has an owner already')
})
