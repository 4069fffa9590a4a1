import { TanggapanCount } from './count.ts'
import { countEmbed } from './count-embed.ts'

/* The script for listings: registers the element. */

declare global {
  interface HTMLElementTagNameMap {
    'tanggapan-count': TanggapanCount
  }
}

// Known only while the script runs for the first time, and only to a classic script.
const running = document.currentScript as HTMLScriptElement | null
const embed = () => Object.assign(TanggapanCount, countEmbed(running))

embed()
// The script that names the site may stand further down.
document.addEventListener('DOMContentLoaded', embed, { once: true })
if (!customElements.get('tanggapan-count')) {
  customElements.define('tanggapan-count', TanggapanCount)
}
