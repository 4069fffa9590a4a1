import { createWebhookSigner } from '../domain/alerts/webhook-signature.ts'
import type { DashboardAct, DashboardAnswer } from './dashboard-route.ts'
import { html } from './html.ts'

/** Shows the secret of a rule's webhook, this once. */
export function alertSecret(
  { words, rules }: DashboardAct,
  { key, secretTurn }: { readonly key: string; readonly secretTurn: number },
): DashboardAnswer {
  const secret = createWebhookSigner(rules.mac, rules.secret).secretOf(key, secretTurn)
  const body = html`<p>${words.alertSecretOnce}</p>
    <div class="field"><label for="secret">${words.alertSecret}</label>
      <input id="secret" class="wide" type="text" readonly value="${secret}"></div>
    <p class="buttons"><button type="button" class="quiet" data-copies="secret" data-said="${words.copied}" hidden>${words.copy}</button> <span role="status"></span></p>
    <p><a href="/admin/alerts/${key}">${words.alertOpen}</a></p>
    <script src="/admin/copy.js" defer></script>`
  return { title: words.alertSecretTitle, body }
}
