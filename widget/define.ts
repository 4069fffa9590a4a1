import { place } from './place.ts'
import { TanggapanSurvey } from './survey.ts'

/* The readers' script: registers the element and places it. The only side effect in widget/. */

declare global {
  interface HTMLElementTagNameMap {
    'tanggapan-survey': TanggapanSurvey
  }
}

// Known only while the script runs for the first time, and only to a classic script. One that
// an optimiser has combined is not the one that names the site.
const running = document.currentScript as HTMLScriptElement | null
const script = running?.dataset['site']
  ? running
  : document.querySelector<HTMLScriptElement>('script[data-site]')
const source = script?.src || running?.src
const server = script?.dataset['server'] ?? (source ? new URL(source).origin : '')

if (!customElements.get('tanggapan-survey')) {
  customElements.define('tanggapan-survey', TanggapanSurvey)
}
const run = () => place({ script, server })
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run)
else run()
