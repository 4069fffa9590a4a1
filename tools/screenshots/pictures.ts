import type { Picture } from './picture.ts'

const FEW = { views: 40, votes: [2, 1, 0, 0] } as const

/** Every picture; one more state is one more entry. */
export const PICTURES: readonly Picture[] = [
  {
    name: 'demo',
    demo: '/demo/',
    reader: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
    async act({ page }) {
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    },
  },
  { name: 'default' },
  {
    name: 'voted',
    async act(survey) {
      await survey.survey.getByText('Cukup Puas').click()
      await survey.says('Terima kasih')
    },
  },
  {
    name: 'changing',
    async act(survey) {
      await survey.survey.getByText('Cukup Puas').click()
      await survey.button('Ubah tanggapan').click()
    },
  },
  { name: 'few-votes', counted: FEW },
  { name: 'no-votes', counted: { views: 0, votes: [0, 0, 0, 0] } },
  {
    name: 'keyboard',
    async act(survey) {
      await survey.radio('Sangat Puas').focus()
      await survey.page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'server-gone',
    async act(survey) {
      await survey.page.route('**/v1/votes', (route) => route.abort())
      await survey.survey.getByText('Sangat Puas').click()
      await survey.says('Terjadi kesalahan')
    },
  },
  {
    name: 'waiting',
    async act(survey) {
      await survey.page.context().setOffline(true)
      await survey.survey.getByText('Puas', { exact: true }).click()
      await survey.says('disimpan')
    },
  },
  {
    name: 'explanation',
    async act(survey) {
      await survey.survey.getByText('Bagaimana ini dihitung?').click()
      await survey.survey.locator('details p').first().waitFor()
    },
  },
  { name: 'compact', width: 360, attributes: 'compact' },
  { name: 'dark', reader: { colorScheme: 'dark' } },
  { name: 'forced-colors', reader: { forcedColors: 'active' } },
  {
    name: 'print',
    async act(survey) {
      await survey.survey.getByText('Cukup Puas').click()
      await survey.says('Terima kasih')
      await survey.page.emulateMedia({ media: 'print' })
    },
  },
  { name: 'narrow', width: 320 },
  { name: 'right-to-left', dir: 'rtl' },
  { name: 'english', lang: 'en' },
  {
    name: 'javanese',
    attributes: 'lang="jv"',
    act: (survey) => survey.survey.getByText('Marem sanget').waitFor(),
  },
]
