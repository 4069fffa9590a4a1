import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A page of somebody else's site, or headers to go with it. */
export interface HostPage {
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Serves pages from an origin of their own, as an editor's site would.
 * @param whenOver when it goes: after the test, unless told otherwise
 */
export async function hostSite(
  pages: Readonly<Record<string, HostPage>>,
  whenOver: (close: () => void) => void = onTestFinished,
): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages[(request.url ?? '').split('?')[0] ?? '']
    const type = request.url?.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8'
    response.writeHead(page ? 200 : 404, { 'Content-Type': type, ...page?.headers })
    response.end(page?.body ?? '')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  whenOver(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
