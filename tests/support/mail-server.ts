import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** A letter as it came in. */
export interface ReceivedMail {
  readonly to: readonly string[]
  /** Headers and body, as they came over the wire. */
  readonly source: string
}

/**
 * A mail server on this machine that keeps what it is sent.
 * @param refused addresses that it has no mailbox for
 */
export async function startMailServer(refused: readonly string[] = []) {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'tanggapan' && password === 'rahasia') done(null, { user: username })
      else done(new Error('wrong password'))
    },
    onRcptTo({ address }, _session, done) {
      const fault = Object.assign(new Error('no such mailbox'), { responseCode: 550 })
      if (refused.includes(address)) done(fault)
      else done()
    },
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, source: Buffer.concat(pieces).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { mails, port, url: `smtp://127.0.0.1:${port}` }
}
