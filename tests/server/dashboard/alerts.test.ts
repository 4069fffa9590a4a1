import { expect, test, vi } from 'vitest'
import { createWebhookSigner } from '../../../server/domain/alerts/webhook-signature.ts'
import { localDay } from '../../../server/domain/local-day.ts'
import { nodeMac } from '../../../server/entry/node-mac.ts'
import { auditOf, secret } from '../../support/opened-accounts.ts'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// A password is judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const RULE = {
  ...{ kind: 'index', about: 'site bojonegoro', bound: '76,61', least: '30', span: '30' },
  ...{ webhook: 'https://pesan.go.id/kunci-rahasia', mails: 'ibu@desa.go.id', language: 'id' },
  ...{ tellsEnd: 'yes' },
}
const secretIn = (text: string) => /whsec_[A-Za-z0-9+/=]+/.exec(text)?.[0]

test('an editor makes a rule, is shown its secret once, and finds it in the list', async () => {
  const opened = await readingDashboard()
  const editor = await opened.signedIn({ role: 'editor', site: 'bojonegoro' })
  const form = await editor.open('/admin/alerts/new')
  expect(form.text).toContain('value="76,61"')
  expect(form.text).not.toContain('Cadangan terlalu lama')
  expect(form.text).not.toContain('name="intranet"')
  const made = await editor.send('/admin/alerts', RULE)
  expect(made.status).toBe(200)
  const [rule] = await opened.store.readAlertRules()
  expect(rule).toMatchObject({ about: { site: 'bojonegoro' }, bound: 7661, least: 30, span: 30 })
  const signer = createWebhookSigner(nodeMac, secret)
  const key = rule?.key ?? ''
  expect(secretIn(made.text)).toBe(signer.secretOf(key, 0))

  const list = await editor.open('/admin/alerts')
  const sentence = 'Batas atas indeks di bawah 76,61, sedikitnya 30 penilaian dalam 30 hari'
  expect(rowOf(list.text, sentence)).toEqual([
    ...['Situs bojonegoro', 'tenang', '', 'pesan.go.id 1 alamat surel'],
  ])
  // Others may see the list over a shoulder; what opens the receiver is not in it.
  expect(list.text).not.toContain('kunci-rahasia')
  const page = await editor.open(`/admin/alerts/${key}`)
  expect(secretIn(page.text)).toBeUndefined()

  const renewed = await editor.send(`/admin/alerts/${key}/secret`, {})
  expect(secretIn(renewed.text)).toBe(signer.secretOf(key, 1))
  expect(signer.secretOf(key, 1)).not.toBe(signer.secretOf(key, 0))
  const stored = await opened.database.read({ sql: 'select group_concat(note) from audit' })
  expect(String(stored[0]?.[0])).toContain('pesan.go.id')
  expect(String(stored[0]?.[0])).not.toMatch(/whsec|kunci-rahasia/)
})

test('what is wrong is said at its field, and what was typed stays', async () => {
  const opened = await readingDashboard()
  const editor = await opened.signedIn({ role: 'editor', site: 'bojonegoro' })
  const wrong = { ...RULE, bound: '7', webhook: 'http://10.0.0.1/x', mails: 'ibu', intranet: 'yes' }
  const { status, text } = await editor.send('/admin/alerts', wrong)
  expect(status).toBe(400)
  for (const field of ['bound', 'webhook', 'mails']) expect(text).toContain(`href="#${field}"`)
  expect(text).toContain('value="http://10.0.0.1/x"')
  expect(await opened.store.readAlertRules()).toEqual([])
  // An editor of a site has no say about an office or the server, whatever the form says.
  for (const about of ['office dinkominfo', 'server', 'site tuban']) {
    expect((await editor.send('/admin/alerts', { ...RULE, about })).status).toBe(404)
  }
  const owner = await opened.signedIn({ role: 'owner' })
  const backup = { ...RULE, kind: 'backup', about: 'site bojonegoro' }
  expect((await owner.send('/admin/alerts', backup)).status).toBe(400)
})

test('an owner lets a rule to a private address, and an editor can’t move it to another', async () => {
  const opened = await readingDashboard()
  const owner = await opened.signedIn({ role: 'owner' })
  const local = { ...RULE, webhook: 'http://10.0.0.7/x', intranet: 'yes' }
  expect((await owner.send('/admin/alerts', local)).status).toBe(200)
  const key = (await opened.store.readAlertRules())[0]?.key ?? ''
  const editor = await opened.signedIn({ role: 'editor', site: 'bojonegoro' })
  const at = `/admin/alerts/${key}`
  const kept = await editor.send(at, { ...local, least: '40' })
  expect(kept.to).toBe(`${at}?done=alert`)
  expect(await opened.store.readAlertRule(key)).toMatchObject({ intranet: true, least: 40 })
  expect((await editor.send(at, { ...local, webhook: 'http://10.0.0.8/x' })).status).toBe(400)
  expect((await editor.send(at, { ...local, webhook: 'https://10.0.0.8/x' })).to).toBe(
    `${at}?done=alert`,
  )
  expect(await opened.store.readAlertRule(key)).toMatchObject({ intranet: false })
})

test('a test goes to every destination, once a minute, and the log says what came of it', async () => {
  const opened = await readingDashboard()
  const editor = await opened.signedIn({ role: 'editor', site: 'bojonegoro' })
  await editor.send('/admin/alerts', RULE)
  const key = (await opened.store.readAlertRules())[0]?.key ?? ''
  const at = `/admin/alerts/${key}`
  expect((await editor.send(`${at}/test`, {})).to).toBe(`${at}?done=alert-test`)
  expect((await editor.send(`${at}/test`, {})).to).toBe(`${at}?done=alert-wait`)
  const now = Math.floor(Date.now() / 1000)
  const until = now + 3600
  const claimed = await opened.store.claimDeliveries(now + 5, until, 10)
  expect(claimed.map(({ means, destination }) => [means, destination]).sort()).toEqual([
    ['mail', 'ibu@desa.go.id'],
    ['webhook', 'https://pesan.go.id/kunci-rahasia'],
  ])
  for (const { id, means } of claimed) {
    const done = means === 'mail'
    await opened.store.settleDelivery(id, until, {
      ...{ at: now, answer: done ? '250' : '503', next: done ? null : now + 300 },
      outcome: done ? 'delivered' : 'waiting',
    })
  }
  const { text } = await editor.open(at)
  const log = textOf(text).split('Pengiriman terakhir')[1]
  expect(log).toMatch(/percobaan ibu@desa\.go\.id sampai jawaban 250/)
  expect(log).toMatch(/percobaan pesan\.go\.id menunggu jawaban 503; dicoba lagi \d{4}-/)
  const [webhook] = claimed.filter(({ means }) => means === 'webhook')
  expect(JSON.parse(webhook?.body ?? '')).toMatchObject({
    type: 'alert.test',
    data: { rule: key, about: { site: 'bojonegoro', name: 'Situs bojonegoro' } },
  })

  expect((await editor.send(`${at}/end`, {})).to).toBe('/admin/alerts?done=alert-removed')
  expect((await editor.open(at)).status).toBe(404)
})

test('an admin sets the digest of an office below theirs, and sees what is in it', async () => {
  const opened = await readingDashboard()
  const admin = await opened.signedIn({ role: 'admin', office: 'kabupaten' })
  const list = await admin.open('/admin/alerts')
  expect(rowOf(list.text, 'Dinas Kominfo')).toEqual(['mati', 'Atur'])
  expect(list.text).not.toContain('/admin/offices/tuban/digest')
  const at = '/admin/offices/dinkominfo/digest'
  const page = await admin.open(at)
  expect(page.text).toMatch(/<option value="5" selected>Jumat/)
  expect(page.text).toMatch(/<option value="6" selected>06\.00/)
  expect(page.text).toContain('value="Asia/Jakarta"')
  const form = {
    ...{ active: 'yes', weekday: '4', hour: '7', timeZone: 'Asia/Makassar', language: 'en' },
    mails: 'kepala@kominfo.go.id',
  }
  expect((await admin.send(at, { ...form, mails: '' })).status).toBe(400)
  expect((await admin.send(at, form)).to).toBe(`${at}?done=digest`)
  expect(await opened.store.readDigests()).toEqual([
    {
      ...{ office: 'dinkominfo', active: true, weekday: 4, hour: 7, timeZone: 'Asia/Makassar' },
      ...{ mails: ['kepala@kominfo.go.id'], language: 'en' },
    },
  ])
  expect(rowOf((await admin.open('/admin/alerts')).text, 'Dinas Kominfo')[0]).toBe(
    'setiap Kamis, 07.00 (Asia/Makassar)',
  )

  const yesterday = localDay('Asia/Jakarta', Date.now() - 86_400_000)
  await opened.gather('a', yesterday, [30, 10, 5, 5])
  await opened.refresh()
  const followUp = {
    issue: 'Antre <b>lama</b>',
    action: 'x',
    owner: 'Kepala',
    status: 'open',
  } as const
  const about = { site: 'bojonegoro', article: null }
  await opened.store.addFollowUp(
    { ...followUp, about, due: '2026-01-02', opened: '2026-01-01' },
    auditOf('add-follow-up'),
  )
  const preview = await admin.open(`${at}/preview`)
  expect(textOf(preview.text)).toContain(
    '80.0 % of 50 votes this week are satisfied or very satisfied.',
  )
  expect(preview.text).toContain('Antre &lt;b&gt;lama&lt;/b&gt;')
  expect(preview.text).toContain('bgcolor="#00695c"')
  expect(preview.text).not.toMatch(/\sstyle=|<style/)
})
