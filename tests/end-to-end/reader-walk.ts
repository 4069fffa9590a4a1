import type { Browser } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { openReader } from '../support/chromium.ts'
import { demoPages } from '../support/demo-pages.ts'
import { hostSite } from '../support/host-site.ts'
import type { Row } from '../support/read-rows.ts'
import { SurveyPage } from '../support/survey-page.ts'

/** A server that can lose its power and be there again under the same address. */
export interface WalkedServer {
  readonly origin: string
  /** Ends the server without warning, reads the votes at the origin article, starts it again. */
  readonly votesAfterPowerCut: () => Promise<Row[]>
}

const THANKS = 'Terima kasih atas tanggapan Anda.'

/**
 * One reader's whole way on a page of another origin: reads, votes, changes, reloads,
 * withdraws. After each thanks the server dies, and what it thanked for is on disk.
 */
export async function walkAsReader(browser: Browser, server: WalkedServer): Promise<void> {
  const site = await hostSite(demoPages(server.origin))
  expect(site).not.toBe(server.origin)
  const reader = await openReader(browser)
  onTestFinished(() => reader.close())
  const survey = new SurveyPage(await reader.newPage())

  await survey.open(`${site}/demo/`)
  expect(await survey.text('[part=counter]')).toBe('647 kali dilihat')
  expect(await survey.shares()).toEqual(['73,7%', '10,5%', '5,3%', '10,5%'])
  expect(await survey.counts()).toEqual(['14', '2', '1', '2'])
  expect(await survey.text('[part=note]')).toContain('19 penilaian')
  expect(await survey.text('[part=note]')).toContain('01-07-2016')

  await survey.survey.getByText('Tidak Puas').click()
  await survey.says(THANKS)
  expect(await survey.shares()).toEqual(['70%', '10%', '5%', '15%'])
  expect(await survey.counts()).toEqual(['14', '2', '1', '3'])
  const vote = { standing: 'counted', voter_bytes: 16 }
  expect(await server.votesAfterPowerCut()).toEqual([{ ...vote, choice: 'tidak-puas', turn: 1 }])

  await survey.button('Ubah tanggapan').click()
  await survey.survey.getByText('Puas', { exact: true }).click()
  await survey.says(THANKS)
  expect(await survey.counts()).toEqual(['14', '3', '1', '2'])
  expect(await server.votesAfterPowerCut()).toEqual([{ ...vote, choice: 'puas', turn: 2 }])

  await survey.page.reload()
  await survey.settled()
  expect(await survey.radio('Puas').isChecked()).toBe(true)
  expect(await survey.counts()).toEqual(['14', '3', '1', '2'])

  await survey.button('Tarik tanggapan').click()
  await survey.says('Tanggapan Anda sudah ditarik.')
  expect(await survey.counts()).toEqual(['14', '2', '1', '2'])
  expect(await survey.shares()).toEqual(['73,7%', '10,5%', '5,3%', '10,5%'])
  expect(await server.votesAfterPowerCut()).toEqual([{ ...vote, choice: null, turn: 3 }])
}
