import type { DashboardAct, DashboardAnswer } from './dashboard-route.ts'
import { html } from './html.ts'
import { timeText } from './time-text.ts'

/** Shows a link that is to be handed over, once. */
export function linkPage(
  { words, publicAddress, sentFrom, origin }: DashboardAct,
  path: string,
  email: string,
  expiresAt: number,
): DashboardAnswer {
  // The address that the browser uses, or the one that readers do: both lead here.
  const link = (publicAddress.get() ?? sentFrom ?? origin) + path
  const body = html`<p>${words.linkText(email, `${timeText(expiresAt)} ${words.utc}`)}</p>
    <div class="field"><label for="link">${words.link}</label>
      <input id="link" class="wide" type="text" readonly value="${link}"></div>
    <p><a href="/admin/people">${words.back}</a></p>`
  return { title: words.linkTitle, body }
}
