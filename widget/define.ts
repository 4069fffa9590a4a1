import { place } from './place.ts'
import { TanggapanSurvey } from './survey.ts'

/* The readers' script: registers the element and places it. The only side effect in widget/. */

declare global {
  interface HTMLElementTagNameMap {
    'tanggapan-survey': TanggapanSurvey
  }
}

// Known only while the script runs for the first time, and only to a classic script.
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[data-site]')
const server = script?.dataset['server'] ?? (script?.src ? new URL(script.src).origin : '')

if (!customElements.get('tanggapan-survey')) {
  customElements.define('tanggapan-survey', TanggapanSurvey)
}
const run = () => place({ script, server })
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run)
else run()
