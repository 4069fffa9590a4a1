/**
 * Loads the script as an editor's line does, and again each time that it is asked to.
 * @throws where it registers no element, so that no test waits for one
 */
export async function loadScript(server: string): Promise<void> {
  const script = Object.assign(document.createElement('script'), { src: `${server}/v1/widget.js` })
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve)
    script.addEventListener('error', () => reject(new Error(`${script.src} did not load`)))
    document.head.append(script)
  })
  if (!customElements.get('tanggapan-survey')) throw new Error('the script broke')
}
