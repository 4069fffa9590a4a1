import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { launchChromium, openReader } from '../support/chromium.ts'
import { folderForAll } from '../support/folder-for-all.ts'
import { hostSite } from '../support/host-site.ts'
import { startServer } from '../support/running-server.ts'
import { SurveyPage } from '../support/survey-page.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TSC = resolve('node_modules/typescript/bin/tsc')
/** Somebody's project with the package installed as it is packed. */
const consumer = folderForAll()

beforeAll(() => {
  const command = ['--import', 'tsx', 'tools/package.ts', consumer]
  const archive = execFileSync(process.execPath, command, { encoding: 'utf8' }).trim()
  writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }')
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', archive]
  execFileSync('npm', install, { cwd: consumer, stdio: 'pipe' })
})

/** Bundles a script as a site would. */
async function bundle(script: string): Promise<string> {
  const folder = mkdtempSync(join(consumer, 'site-'))
  writeFileSync(join(folder, 'main.js'), script)
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      rolldownOptions: {
        input: join(folder, 'main.js'),
        output: { entryFileNames: 'out.js', codeSplitting: false },
      },
    },
  })
  return readFileSync(join(folder, 'dist/out.js'), 'utf8')
}

const MAIN = '<script type="module" src="/main.js"></script>'

/** A site that has a bundled script and these pages. */
function serve(bundled: string, pages: Readonly<Record<string, string>>): Promise<string> {
  const bodies = Object.entries(pages).map(([path, content]) => {
    return [path, { body: `<!doctype html><html lang="id"><body>${content}</body></html>` }]
  })
  const headers = { 'Content-Type': 'text/javascript' }
  return hostSite({ ...Object.fromEntries(bodies), '/main.js': { body: bundled, headers } })
}

async function openPage(): Promise<Page> {
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  return (await openReader(browser)).newPage()
}

test('the package takes Lit and storage with it, and nothing of the server', () => {
  const { packages } = JSON.parse(readFileSync(join(consumer, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dependencies?: Record<string, string> }>
  }
  const own = packages['node_modules/tanggapan-widget']
  expect(Object.keys(own?.dependencies ?? {}).sort()).toEqual(['idb-keyval', 'lit'])
})

test('importing the classes registers nothing, importing /define registers', async () => {
  const script = await bundle(
    `import * as classes from 'tanggapan-widget'
     window.names = Object.keys(classes)
     const registered = () => ['tanggapan-count', 'tanggapan-survey'].map((name) =>
       customElements.get(name))
     window.before = registered()
     await import('tanggapan-widget/define')
     const [count, survey] = registered()
     window.same = count === classes.TanggapanCount && survey === classes.TanggapanSurvey`,
  )
  const page = await openPage()
  await page.goto(`${await serve(script, { '/berita': MAIN })}/berita`)
  await page.waitForFunction('window.same !== undefined')
  expect(await page.evaluate('[names.sort(), before, same]')).toEqual([
    ['TanggapanCount', 'TanggapanSurvey', 'TanggapanVoteEvent', 'TanggapanWithdrawEvent'],
    [undefined, undefined],
    true,
  ])
})

test('a bundle that wants one event class carries no element', async () => {
  const script = await bundle(
    `import { TanggapanVoteEvent } from 'tanggapan-widget'
     addEventListener('click', ({ target }) => console.log(target instanceof TanggapanVoteEvent))`,
  )
  expect(script).toContain('tanggapan-vote')
  expect(script).not.toContain('attachShadow')
  expect(script.length).toBeLessThan(1000)
})

test("a bundled survey says what the script's says and votes as it does", async () => {
  const server = await startServer(temporaryFolder())
  onTestFinished(async () => {
    await server.end('SIGTERM')
  })
  const { origin } = server
  const script = await bundle(
    `import { TanggapanVoteEvent } from 'tanggapan-widget'
     import 'tanggapan-widget/define'
     addEventListener('tanggapan-vote', (event) => {
       window.voted = [event instanceof TanggapanVoteEvent, event.choice]
     })`,
  )
  const survey = `<tanggapan-survey site="bojonegoro" article="/a" server="${origin}"></tanggapan-survey>`
  const site = await serve(script, {
    '/bundled': survey + MAIN,
    '/script': `${survey}<script src="${origin}/v1/widget.js"></script>`,
  })
  const page = new SurveyPage(await openPage())
  await page.open(`${site}/bundled`)
  const said = await page.text('section')
  // The second view within half an hour is none, so both say the same number. The script has
  // its Lit built in; the bundle has the published one.
  await page.open(`${site}/script`)
  expect(said).toContain('Cukup Puas')
  expect(await page.text('section')).toBe(said)

  await page.open(`${site}/bundled`)
  await page.survey.getByText('Cukup Puas').click()
  await page.says('Terima kasih')
  expect(await page.page.evaluate('voted')).toEqual([true, 'cukup-puas'])
})

describe('the types hold', () => {
  const [, example] = /```ts\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? []
  const more = `
const survey = document.querySelector('tanggapan-survey')
export const site: string | undefined = survey?.site
survey?.addEventListener('tanggapan-vote', (event: TanggapanVoteEvent) => {
  // @ts-expect-error there is no fifth choice
  if (event.choice === 'biasa') throw event
})
// @ts-expect-error the site is an attribute
if (survey) survey.site = 'bojonegoro'
`
  test.each([
    ['bundler', 'esnext'],
    ['nodenext', 'nodenext'],
  ])('in strict TypeScript that resolves as %s', (moduleResolution, module) => {
    expect(example).toContain("from 'tanggapan-widget'")
    writeFileSync(join(consumer, 'main.ts'), example + more)
    const options = ['--noEmit', '--strict', '--target', 'es2022']
    const resolving = ['--module', module, '--moduleResolution', moduleResolution]
    const args = [TSC, 'main.ts', ...options, ...resolving]
    const { stdout } = spawnSync(process.execPath, args, { cwd: consumer, encoding: 'utf8' })
    expect(stdout).toBe('')
  })
})
