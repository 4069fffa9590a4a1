import './index.ts'
import { TanggapanSurvey } from './survey.ts'

/* The package's `/define`: registers the element for whoever places it by hand. */

declare global {
  interface HTMLElementTagNameMap {
    'tanggapan-survey': TanggapanSurvey
  }
}

if (!customElements.get('tanggapan-survey')) {
  customElements.define('tanggapan-survey', TanggapanSurvey)
}
