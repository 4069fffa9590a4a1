import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { createWebhookSigner } from '../../../server/domain/alerts/webhook-signature.ts'
import { createAlerting } from '../../../server/entry/alerts/alerting.ts'
import { createLookUp } from '../../../server/entry/look-up.ts'
import { nodeMac } from '../../../server/entry/node-mac.ts'
import type { NewDelivery } from '../../../server/store/store.ts'
import { AUDIT, alertGround } from '../../support/alert-ground.ts'
import { startMailServer } from '../../support/mail-server.ts'
import { secret } from '../../support/opened-accounts.ts'
import { startReceiver } from '../../support/webhook-receiver.ts'

const BEGUN = '2026-03-10T03:00:00Z'
const SECONDS = Date.parse(BEGUN) / 1000
const BODY = '{"type":"alert.test","data":{"n":"é"}}'
const LETTER = { subject: 'Peringatan: indeks – Desa', text: 'Teks – é\n', html: '<p>Teks é</p>' }

async function delivering(webhook: string | null, mail?: { url: string; from: string }) {
  const ground = await alertGround(BEGUN)
  const about = { site: 'desa' } as const
  const mails = webhook === null ? ['ibu@desa.go.id'] : []
  await ground.addRule({ key: 'r', about, kind: 'burst', intranet: true, webhook, mails })
  const alerting = createAlerting({
    ...{ store: ground.store, clock: ground.clock, secret, mail, lookUp: createLookUp() },
    ...{ publicUrl: () => undefined, readBackup: async () => ({}) },
  })
  return {
    ...ground,
    deliver: (stopping = new AbortController().signal) => alerting.deliver(stopping),
    add: (...messages: readonly NewDelivery[]) =>
      ground.store.addDeliveries({ rule: 'r' }, ground.clock() / 1000, messages),
    log: () => ground.store.readDeliveries({ rule: 'r' }, 50),
  }
}

const post = (destination: string, id = 'msg_1'): NewDelivery => ({
  ...{ id, means: 'webhook', destination, occasion: 'test', body: BODY },
})
const letter = (destination: string, id = 'msg_2', text: object = LETTER): NewDelivery => ({
  ...{ id, means: 'mail', destination, occasion: 'test', body: JSON.stringify(text) },
})

test('a webhook is tried until it arrives, under one id, and each attempt is signed', async () => {
  const receiver = await startReceiver(500, 503, 204)
  const { add, deliver, log, pass } = await delivering(receiver.address)
  await add(post(receiver.address))
  expect(await deliver()).toBe(1)
  expect(await log()).toMatchObject([{ attempts: 1, answer: '500', nextAttempt: SECONDS + 5 }])
  pass(4)
  expect(await deliver()).toBe(0)
  pass(1)
  expect(await deliver()).toBe(1)
  expect(await log()).toMatchObject([{ answer: '503', nextAttempt: SECONDS + 5 + 300 }])
  pass(300)
  expect(await deliver()).toBe(1)
  expect(await log()).toMatchObject([
    { attempts: 3, answer: '204', nextAttempt: null, outcome: 'delivered', body: '' },
  ])
  pass(7 * 24 * 3600)
  expect(await deliver()).toBe(0)

  const given = createWebhookSigner(nodeMac, secret).secretOf('r', 0)
  const key = Buffer.from(given.replace(/^whsec_/, ''), 'base64')
  expect(key).toHaveLength(32)
  expect(receiver.received).toHaveLength(3)
  for (const [i, { method, path, headers, body }] of receiver.received.entries()) {
    expect([method, path, body]).toEqual(['POST', '/pesan?a=1', BODY])
    expect(headers['content-type']).toBe('application/json')
    expect(headers['webhook-id']).toBe('msg_1')
    const at = headers['webhook-timestamp']
    expect(at).toBe(String(SECONDS + ([0, 5, 305][i] ?? 0)))
    const hmac = createHmac('sha256', key).update(`msg_1.${at}.${body}`).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${hmac}`)
  }
})

test('the standard’s own library takes the signature, and only for what was signed', () => {
  const signer = createWebhookSigner(nodeMac, secret)
  const at = Math.floor(Date.now() / 1000)
  const sign = (secretTurn: number, renewedAt: number | null) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at),
    'webhook-signature': signer.signatureOf(
      { key: 'r', secretTurn, renewedAt },
      { id: 'msg_1', at, body: BODY },
    ),
  })
  const [first, second] = [0, 1].map((turn) => new Webhook(signer.secretOf('r', turn)))
  expect(first?.verify(BODY, sign(0, null))).toEqual(JSON.parse(BODY))
  expect(() => first?.verify(`${BODY} `, sign(0, null))).toThrow()
  expect(() => new Webhook(signer.secretOf('s', 0)).verify(BODY, sign(0, null))).toThrow()
  // For a day after it was renewed either secret will do.
  expect(second?.verify(BODY, sign(1, at - 86_399))).toEqual(JSON.parse(BODY))
  expect(first?.verify(BODY, sign(1, at - 86_399))).toEqual(JSON.parse(BODY))
  expect(() => first?.verify(BODY, sign(1, at - 86_400))).toThrow()
})

test('one that nobody takes is given up after a day and a half, and one that is gone at once', async () => {
  const receiver = await startReceiver(500)
  const { add, deliver, log, pass } = await delivering(receiver.address)
  await add(post(receiver.address))
  const gaps = [5, 300, 1800, 7200, 28_800, 86_400]
  for (const gap of gaps) {
    expect(await deliver()).toBe(1)
    pass(gap - 1)
    expect(await deliver()).toBe(0)
    pass(1)
  }
  expect(await deliver()).toBe(1)
  expect(await log()).toMatchObject([{ attempts: 7, outcome: 'given-up', nextAttempt: null }])
  expect(receiver.received).toHaveLength(7)

  const gone = await startReceiver(410)
  const other = await delivering(gone.address)
  await other.add(post(gone.address))
  await other.deliver()
  expect(await other.log()).toMatchObject([{ attempts: 1, answer: '410', outcome: 'given-up' }])
})

test('a server that stops waits for no receiver, and leaves the message to the next', async () => {
  const silent = await startReceiver(0)
  const { add, deliver, log } = await delivering(silent.address)
  await add(post(silent.address))
  const stop = new AbortController()
  const sending = deliver(stop.signal)
  await expect.poll(() => silent.received.length).toBe(1)
  stop.abort()
  expect(await sending).toBe(1)
  expect(await log()).toMatchObject([
    { attempts: 1, answer: null, outcome: 'waiting', nextAttempt: SECONDS + 120 },
  ])
})

test('no redirect is followed', async () => {
  const receiver = await startReceiver(302)
  const { add, deliver, log } = await delivering(receiver.address)
  await add(post(receiver.address))
  await deliver()
  expect(await log()).toMatchObject([{ answer: '302', outcome: 'waiting' }])
  expect(receiver.received.map(({ path }) => path)).toEqual(['/pesan?a=1'])
})

test('a private address, plain http and what is no longer the rule’s are not asked', async () => {
  const receiver = await startReceiver(200)
  const { add, deliver, log, store } = await delivering(receiver.address)
  const rule = await store.readAlertRule('r')
  if (!rule) throw new Error('no rule')
  const secure = receiver.address.replace('http:', 'https:')
  await store.changeAlertRule('r', { ...rule, intranet: false, webhook: secure }, AUDIT)
  await add(post(secure, 'private'), post(receiver.address, 'other'))
  await deliver()
  await store.changeAlertRule('r', { ...rule, intranet: false }, AUDIT)
  await add(post(receiver.address, 'plain'))
  await deliver()
  const seen = (await log()).map(({ id, answer, outcome }) => [id, answer, outcome])
  expect(seen.sort()).toEqual([
    ['other', 'withdrawn', 'given-up'],
    ['plain', 'plain-http', 'waiting'],
    ['private', 'private-address', 'waiting'],
  ])
  expect(receiver.received).toEqual([])
})

test('a letter goes out as text and as a page, with one name over every attempt', async () => {
  const server = await startMailServer()
  const from = 'Tanggapan <tanggapan@kab.go.id>'
  const url = server.url.replace('//', '//tanggapan:rahasia@')
  const { add, deliver, log } = await delivering(null, { url, from })
  await add(letter('ibu@desa.go.id'))
  await deliver()
  expect(await log()).toMatchObject([{ answer: '250', outcome: 'delivered', body: '' }])
  const [mail] = server.mails
  expect(mail?.to).toEqual(['ibu@desa.go.id'])
  const source = (mail?.source ?? '').replaceAll('\r\n', '\n')
  expect(source).toMatch(/^From: Tanggapan <tanggapan@kab.go.id>$/m)
  expect(source).toMatch(/^To: ibu@desa.go.id$/m)
  expect(source).toMatch(/^Message-ID: <msg_2@kab.go.id>$/m)
  expect(source).toMatch(/^Auto-Submitted: auto-generated$/m)
  expect(source).toContain('Content-Type: text/plain; charset=utf-8')
  expect(source).toContain('Content-Type: text/html; charset=utf-8')
  expect(source).toContain('Teks =E2=80=93 =C3=A9')
})

test('what people typed makes no header of its own', async () => {
  const server = await startMailServer()
  const { add, deliver } = await delivering(null, { url: server.url, from: 'a@kab.go.id' })
  const subject = 'Desa\r\nBcc: mata@jahat.example\r\n\r\nisi'
  await add(letter('ibu@desa.go.id', 'msg_2', { ...LETTER, subject }))
  await deliver()
  const source = (server.mails[0]?.source ?? '').replaceAll('\r\n', '\n')
  const headers = (source.split('\n\n')[0] ?? '').split('\n').map((line) => line.split(':')[0])
  expect(headers).not.toContain('Bcc')
  expect(server.mails.map(({ to }) => to)).toEqual([['ibu@desa.go.id']])
})

test('a mailbox that there is not is given up, a server that fails is asked again', async () => {
  const server = await startMailServer(['tiada@desa.go.id'])
  const wrong = server.url.replace('//', '//tanggapan:salah@')
  const { add, deliver, log } = await delivering(null, { url: server.url, from: 'a@kab.go.id' })
  await add(letter('tiada@desa.go.id'))
  await deliver()
  expect(await log()).toMatchObject([{ answer: '550', outcome: 'given-up' }])

  const refused = await delivering(null, { url: wrong, from: 'a@kab.go.id' })
  await refused.add(letter('ibu@desa.go.id'))
  await refused.deliver()
  const [entry] = await refused.log()
  expect(entry).toMatchObject({ answer: '535', outcome: 'waiting' })
  expect(JSON.stringify(entry)).not.toContain('salah')

  const none = await delivering(null)
  await none.add(letter('ibu@desa.go.id'))
  await none.deliver()
  expect(await none.log()).toMatchObject([{ answer: 'no-smtp', outcome: 'waiting' }])
})
