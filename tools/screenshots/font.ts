import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const FACES = {
  400: import.meta.resolve('@fontsource/public-sans/files/public-sans-latin-400-normal.woff2'),
  600: import.meta.resolve('@fontsource/public-sans/files/public-sans-latin-600-normal.woff2'),
}

/** Gives a page a font that is the same on every machine, whatever the system's is. */
export async function setFont(page: Page): Promise<void> {
  const faces = Object.entries(FACES).map(([weight, file]) => {
    const source = `url(data:font/woff2;base64,${readFileSync(fileURLToPath(file), 'base64')})`
    return `@font-face { font-family: Site; src: ${source}; font-weight: ${weight} }`
  })
  await page.addStyleTag({ content: `${faces.join('')} body { font-family: Site, sans-serif }` })
  for (const weight of Object.keys(FACES)) {
    await page.evaluate(`document.fonts.load('${weight} 1rem Site')`)
  }
}
