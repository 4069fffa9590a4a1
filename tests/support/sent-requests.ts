import type { BrowserContext, Page } from 'playwright-core'
import { WIDGET_PATH } from '../../shared/paths.ts'

/** A request of the survey as it left the page, whatever became of it. */
export interface SentRequest {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Collects what pages send to a server, in its order, as it is sent. */
export function sentRequests(pages: Page | BrowserContext, server: string): SentRequest[] {
  const sent: SentRequest[] = []
  // Of both, which know the event alike.
  const source = pages as Page
  source.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(server) || url.endsWith(WIDGET_PATH)) return
    const body = JSON.parse(request.postData() ?? '{}') as SentRequest['body']
    sent.push({ path: url.slice(server.length), body })
  })
  return sent
}
