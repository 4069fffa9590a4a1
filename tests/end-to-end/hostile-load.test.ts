import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { launchChromium, openReader } from '../support/chromium.ts'
import { hostSite } from '../support/host-site.ts'
import { faultyServer } from '../support/hostile/faulty-server.ts'
import { hostilePages } from '../support/hostile/hostile-site.ts'

test('load waits for an async script that never comes, and with it a page behind a curtain', async () => {
  const server = await faultyServer('silent-script', '')
  onTestFinished(() => server.close())
  const site = await hostSite(hostilePages([], () => server.origin))
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await (await openReader(browser)).newPage()
  const asked = page.waitForRequest(`${server.origin}/v1/widget.js`)
  await page.goto(`${site}/lifecycle/curtain`, { waitUntil: 'domcontentloaded' })
  await asked
  expect(await page.evaluate(() => document.readyState)).toBe('interactive')
  expect(await page.locator('.tirai').count()).toBe(1)

  const loaded = page.waitForLoadState('load')
  server.close()
  await loaded
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByText('Kontak dinas').waitFor()
})

test('the embed for such hosts stands in the README as it was tried', () => {
  const page = readFileSync('demo/hostile/loaders/after-load.html', 'utf8').replace(/^ +/gm, '')
  const readme = readFileSync('README.md', 'utf8').replace(/^ +/gm, '')
  const [embed = 'no script that waits for load'] =
    /const script = document[\s\S]+?document\.head\.append\(script\)/.exec(readme) ?? []
  expect(page).toContain(embed)
})
