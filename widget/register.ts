import './index.ts'
import { TanggapanCount } from './count.ts'
import { TanggapanSurvey } from './survey.ts'

/* The package's `/define`: registers the elements for whoever places them by hand. */

declare global {
  interface HTMLElementTagNameMap {
    'tanggapan-count': TanggapanCount
    'tanggapan-survey': TanggapanSurvey
  }
}

if (!customElements.get('tanggapan-survey')) {
  customElements.define('tanggapan-survey', TanggapanSurvey)
}
if (!customElements.get('tanggapan-count')) {
  customElements.define('tanggapan-count', TanggapanCount)
}
