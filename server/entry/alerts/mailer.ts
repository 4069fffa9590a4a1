import { createTransport } from 'nodemailer'
import type { MailConfig } from '../../config.ts'
import type { Sent } from '../../domain/alerts/deliver.ts'
import type { Letter } from '../../domain/letter.ts'

/** How long a mail server may take for a step, in milliseconds: a server that stops waits as long. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 }
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** What a failed attempt is called: an SMTP status, or what went wrong before there was one. */
interface MailFault {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
}

/**
 * Sends letters by SMTP, each in a connection of its own. A password goes only over TLS, but for a
 * mail server on this machine. What is answered names no server, account or password.
 */
export function createMailer({ url, from }: MailConfig) {
  const { username, hostname } = new URL(url)
  const transport = createTransport({
    ...{ url, ...PATIENCE, requireTLS: username !== '' && !LOOPBACK.test(hostname) },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const domain = from.replace(/>$/, '').split('@').at(-1)

  return async (to: string, { subject, text, html }: Letter, id: string): Promise<Sent> => {
    try {
      await transport.sendMail({
        ...{ from, to: { name: '', address: to }, subject, text, html },
        // The same over every attempt, so that one which came twice is known.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { arrived: true, answer: '250' }
    } catch (reason) {
      const { code, responseCode, command } = reason as MailFault
      // The mailbox is none of that server's: it won't be later.
      const final = command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500
      return { arrived: false, answer: String(responseCode ?? code ?? 'failed'), final }
    }
  }
}
