import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startMailServer } from '../support/mail-server.ts'
import { readRows } from '../support/read-rows.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startReceiver } from '../support/webhook-receiver.ts'

const LETTER = JSON.stringify({ subject: 'Percobaan', text: 'Halo', html: '<p>Halo</p>' })

test('what was on its way when a server was killed arrives from the next one', async () => {
  const [receiver, mailServer] = [await startReceiver(204), await startMailServer()]
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'tanggapan.db')
  const first = await startServer(dataDir)
  await first.end('SIGKILL')
  readRows(
    file,
    `insert into alert_rules (key, site, kind, webhook, intranet, mails, language, created_by, created_at)
     values ('r', 'bojonegoro', 'burst', '${receiver.address}', 1, '["ibu@desa.go.id"]', 'id', 'x', 1)`,
  )
  readRows(
    file,
    `insert into deliveries (id, rule, occasion, means, destination, body, created_at, attempts, next_attempt)
     values ('msg_1', 'r', 'test', 'webhook', '${receiver.address}', '{"type":"alert.test"}', 1, 1, 2),
       ('msg_2', 'r', 'test', 'mail', 'ibu@desa.go.id', '${LETTER}', 1, 1, 2)`,
  )
  const second = await startServer(dataDir, {
    SMTP_URL: mailServer.url.replace('//', '//tanggapan:rahasia@'),
    MAIL_FROM: 'Tanggapan <tanggapan@kab.go.id>',
  })
  onTestFinished(async () => {
    await second.end('SIGKILL')
  })
  const arrived = () => [receiver.received.length, mailServer.mails.length]
  await expect.poll(arrived, { timeout: 60_000 }).toEqual([1, 1])
  expect(await second.end('SIGTERM')).toBe(0)
  const [webhook] = receiver.received
  expect([webhook?.headers['webhook-id'], webhook?.body]).toEqual([
    'msg_1',
    '{"type":"alert.test"}',
  ])
  expect(webhook?.headers['webhook-signature']).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/)
  expect(mailServer.mails[0]?.to).toEqual(['ibu@desa.go.id'])
  expect(readRows(file, 'select id, outcome, attempts, body from deliveries order by id')).toEqual([
    { id: 'msg_1', outcome: 'delivered', attempts: 2, body: '' },
    { id: 'msg_2', outcome: 'delivered', attempts: 2, body: '' },
  ])
  expect(second.said()).not.toMatch(/rahasia|whsec|pesan\?a=1/)
})
