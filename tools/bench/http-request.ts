import { USUAL_AGENT } from '../../tests/support/reader-headers.ts'
import { BLANK_ADDRESS } from './addresses.ts'

/** The bytes of a request as a reader's browser would send it, without the headers nobody reads. */
export function getRequest(port: number, path: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`, 'latin1')
}

/**
 * A write: `text/plain` keeps it a simple request in a browser. As behind a proxy on the server's
 * machine, it names the reader's address.
 */
export function postRequest(
  port: number,
  path: string,
  body: object,
  origin = `http://localhost:${port}`,
): Buffer {
  const text = JSON.stringify(body)
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: ${origin}`,
    `User-Agent: ${USUAL_AGENT}`,
    `X-Forwarded-For: ${BLANK_ADDRESS}`,
    'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(text)}`,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`)
}
