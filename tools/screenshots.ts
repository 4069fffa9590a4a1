import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../tests/support/chromium.ts'
import { startServer } from '../tests/support/running-server.ts'
import { createPhotographer } from './screenshots/photographer.ts'
import { PICTURES } from './screenshots/pictures.ts'

/*
 * `npm run screenshots [-- NAME …]`: pictures of the survey in its states, or of those named,
 * from the built server with a database of its own.
 */

const FOLDER = 'demo/pictures'

const asked = process.argv.slice(2)
const pictures = PICTURES.filter(({ name }) => asked.length === 0 || asked.includes(name))
const data = mkdtempSync(join(tmpdir(), 'tanggapan-pictures-'))
const server = await startServer(data, { LOG_LEVEL: 'error' })
const browser = await launchChromium()
try {
  mkdirSync(FOLDER, { recursive: true })
  const photograph = createPhotographer(browser, server.origin)
  for (const picture of pictures) {
    const png = await photograph(picture)
    const file = join(FOLDER, `${picture.name}.png`)
    writeFileSync(file, png)
    console.log(`${file} (${(png.length / 1000).toFixed(1)} kB)`)
  }
} finally {
  await browser.close()
  await server.end('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}
