import { expect, test, vi } from 'vitest'
import { openedDashboard } from '../../support/opened-dashboard.ts'
import { signedIn } from '../../support/signed-in.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const AT = '/admin/sites/bojonegoro/settings'
const FORM = {
  ...{ name: 'Kabupaten <i>Bojonegoro</i>', timeZone: 'Asia/Makassar', resultsFrom: '12' },
  ...{ results: 'after-vote', language: 'jv', identity: 'address', responseRate: 'yes' },
  ...{ 'followUp.text': 'Sampaikan ke LAPOR!', 'followUp.url': 'https://www.lapor.go.id/' },
  ...{ 'controller.name': 'Dinas Kominfo', 'controller.contact': 'ppid@bojonegoro.go.id' },
  ...{ 'wording.id.question': 'Apakah ini jelas?', 'wording.id.labels.puas': 'Jelas' },
  ...{ 'wording.en.question': ' ' },
}

async function opened() {
  const dashboard = await openedDashboard()
  const editor = await signedIn(dashboard, { role: 'editor', site: 'bojonegoro' })
  return { ...dashboard, editor }
}

test('every setting is kept as the form has it, shown again, and taken back when it is empty', async () => {
  const { editor, store, rules, database } = await opened()
  const before = await rules.sites.find('bojonegoro')
  expect(before?.site.settings).toEqual({})
  expect((await editor.send(AT, FORM)).to).toBe(`${AT}?done=settings`)
  const settings = {
    ...{ resultsFrom: 12, results: 'after-vote', language: 'jv', identity: 'address' },
    ...{ responseRate: true },
    followUp: { text: 'Sampaikan ke LAPOR!', url: 'https://www.lapor.go.id/' },
    controller: { name: 'Dinas Kominfo', contact: 'ppid@bojonegoro.go.id' },
    wording: { id: { question: 'Apakah ini jelas?', labels: { puas: 'Jelas' } } },
  }
  // Readers have them at once.
  expect((await rules.sites.find('bojonegoro'))?.site).toMatchObject({
    ...{ name: FORM.name, timeZone: 'Asia/Makassar' },
  })
  expect((await store.readSites())[0]?.settings).toEqual(settings)
  const { text } = await editor.open(AT)
  for (const [name, value] of [
    ['followUp.text', 'Sampaikan ke LAPOR!'],
    ['controller.contact', 'ppid@bojonegoro.go.id'],
    ['wording.id.labels.puas', 'Jelas'],
    ['resultsFrom', '12'],
  ] as const) {
    expect(text).toMatch(new RegExp(`name="${name}"[^>]* value="${value}"`))
  }
  expect(text).toMatch(/name="responseRate" value="yes" checked/)
  expect(text).toMatch(/value="after-vote" selected/)
  expect(text).not.toContain('<i>Bojonegoro')

  const { name, timeZone } = FORM
  await editor.send(AT, { name, timeZone })
  expect((await store.readSites())[0]?.settings).toEqual({})
  const audit = await database.read({ sql: `select actor from audit where action = 'settings'` })
  expect(audit).toEqual(Array(2).fill(['editor-bojonegoro@example.go.id']))
})

test('what will not do is said at its field, what was typed stays, and nothing changes', async () => {
  const { editor, store } = await opened()
  const reply = await editor.send(AT, {
    ...{ ...FORM, name: ' ', timeZone: 'Mars/Utopia', resultsFrom: '51', results: 'sometimes' },
    ...{ 'followUp.url': 'https://evil.example/', 'controller.contact': '' },
    'wording.id.question': 'x'.repeat(81),
  })
  expect(reply.status).toBe(400)
  for (const name of [
    ...['name', 'timeZone', 'resultsFrom', 'results', 'followUp.url', 'controller.contact'],
    'wording.id.question',
  ]) {
    expect(reply.text).toContain(`<li><a href="#${name}">`)
  }
  expect(reply.text).toContain('value="https://evil.example/"')
  expect((await store.readSites())[0]).toMatchObject({ settings: {}, timeZone: 'Asia/Jakarta' })
})

test('the preview asks for scripts of this server only', async () => {
  const { editor } = await opened()
  const { text } = await editor.open(AT)
  const scripts = [...text.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, address]) => address)
  expect(scripts).toEqual(['/admin/preview.js', '/v1/widget.js'])
  expect((await editor.open('/admin/preview.js')).text).toContain('window.fetch')
})
