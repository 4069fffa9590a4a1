import { WIDGET_PATH } from '../../../shared/paths.ts'

/**
 * Loads a script as an editor's line does, and again each time that it is asked to.
 * @throws where it registers no element, so that no test waits for one
 */
export async function loadScript(
  server: string,
  path = WIDGET_PATH,
  element = 'tanggapan-survey',
): Promise<void> {
  const script = Object.assign(document.createElement('script'), { src: server + path })
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve)
    script.addEventListener('error', () => reject(new Error(`${script.src} did not load`)))
    document.head.append(script)
  })
  if (!customElements.get(element)) throw new Error('the script broke')
}
