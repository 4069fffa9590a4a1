import type { Browser, CDPSession } from 'playwright-core'

/** A tab that nobody has laid hands on: it may be hidden, and the browser may prerender in it. */
export interface UntendedTab {
  /** What an expression comes to on its page; from here on the browser knows it is watched. */
  evaluate<T>(expression: string): Promise<T>
  /** Brings it to the front. */
  show(): Promise<void>
  close(): Promise<void>
}

interface Reply {
  readonly id: number
  readonly result: { readonly result: { readonly value: unknown } }
}

/**
 * Opens an address behind the tab in front, as a middle click does. Playwright keeps each page
 * of its own before the reader and watches it, so this one is driven past it; hence start the
 * browser without its sign of automation.
 */
export async function openTab(browser: Browser, url: string): Promise<UntendedTab> {
  const cdp = await browser.newBrowserCDPSession()
  const front = await cdp.send('Target.createTarget', { url: 'about:blank' })
  const { targetId } = await cdp.send('Target.createTarget', { url, background: true })
  while (!(await isLeftAlone(cdp, targetId))) {
    // Playwright takes hold of every tab and lets go of those that aren't its own.
  }
  let attached: string | undefined
  let calls = 0
  return {
    async evaluate<T>(expression: string): Promise<T> {
      attached ??= await attach(cdp, targetId)
      calls += 1
      const params = { expression, awaitPromise: true, returnByValue: true }
      const message = JSON.stringify({ id: calls, method: 'Runtime.evaluate', params })
      const reply = nextReply(cdp, attached, calls)
      await cdp.send('Target.sendMessageToTarget', { sessionId: attached, message })
      return (await reply).result.result.value as T
    },
    async show() {
      await cdp.send('Target.activateTarget', { targetId })
    },
    async close() {
      await cdp.send('Target.closeTarget', { targetId })
      await cdp.send('Target.closeTarget', { targetId: front.targetId })
      await cdp.detach()
    },
  }
}

/** Whether a tab shows its page, known by its title, and nobody watches. */
async function isLeftAlone(cdp: CDPSession, targetId: string): Promise<boolean> {
  const { targetInfos } = await cdp.send('Target.getTargets')
  return targetInfos.some(
    ({ targetId: id, attached, title, url }) =>
      id === targetId && !attached && title !== '' && !url.includes(title),
  )
}

async function attach(cdp: CDPSession, targetId: string): Promise<string> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false })
  return sessionId
}

function nextReply(cdp: CDPSession, sessionId: string, id: number): Promise<Reply> {
  return new Promise((resolve) => {
    cdp.on('Target.receivedMessageFromTarget', function hear(event) {
      const reply = JSON.parse(event.message) as Reply
      if (event.sessionId !== sessionId || reply.id !== id) return
      cdp.off('Target.receivedMessageFromTarget', hear)
      resolve(reply)
    })
  })
}
