import { place, scriptOfPage, serverOf } from './place.ts'
import { TanggapanSurvey } from './survey.ts'

/* The readers' script: registers the element and places it. The only side effect in widget/. */

declare global {
  interface HTMLElementTagNameMap {
    'tanggapan-survey': TanggapanSurvey
  }
}

// Known only while the script runs for the first time, and only to a classic script.
const running = document.currentScript as HTMLScriptElement | null
const script = scriptOfPage(running)

TanggapanSurvey.server = serverOf(script ?? running)
if (!customElements.get('tanggapan-survey')) {
  customElements.define('tanggapan-survey', TanggapanSurvey)
}
const run = () => place(script)
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run)
else run()
