import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { RunningProxy } from './running-proxy.ts'

export interface ProxyAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface ProxyQuestion {
  readonly path: string
  /** Sent as JSON, if there is one. */
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  /** Address on this machine that it is asked from. */
  readonly from?: string
  readonly plain?: boolean
}

/** Asks a proxy over https, or over http where that is said, and trusts its certificate. */
export function askProxy(
  { port, httpPort }: RunningProxy,
  { path, body, headers = {}, from = '127.0.0.1', plain = false }: ProxyQuestion,
): Promise<ProxyAnswer> {
  const request = plain ? overHttp : overHttps
  const options = {
    host: '127.0.0.1',
    port: plain ? httpPort : port,
    servername: 'localhost',
    rejectUnauthorized: false,
    localAddress: from,
    path,
    method: body ? 'POST' : 'GET',
    headers: { Host: 'localhost', ...headers },
    agent: false,
  } as const
  return new Promise((resolve, reject) => {
    const asked = request(options, (reply) => {
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk: string) => {
        text += chunk
      })
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }),
      )
    })
    asked.on('error', reject)
    asked.end(body && JSON.stringify(body))
  })
}
