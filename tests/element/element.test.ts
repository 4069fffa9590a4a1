import { expect, fixture } from '@open-wc/testing'
import { CHOICES } from '../../shared/choice.ts'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import type { TanggapanSurvey } from '../../widget/survey.ts'
import { eventually } from './support/eventually.ts'
import { click } from './support/hand.ts'
import { openLane, SERVER } from './support/lane.ts'
import { loadScript } from './support/load-script.ts'
import { Survey } from './support/survey.ts'
import { takeSurvey } from './support/take-survey.ts'
import { labels, words } from './support/words.ts'

it('one line puts the survey where it stands', async () => {
  const { server, article } = openLane()
  const place = await fixture('<div><p>Isi berita.</p></div>')
  const script = document.createElement('script')
  script.dataset['site'] = 'bojonegoro'
  script.dataset['article'] = article
  script.dataset['server'] = server
  script.src = `${server}/v1/widget.js`
  place.append(script)
  await eventually(() => place.querySelector('tanggapan-survey') !== null, 'there is a survey')
  const element = place.lastElementChild
  expect(element?.localName).to.equal('tanggapan-survey')
  await new Survey(element as HTMLElement).settled()
})

it('two copies of the script make no second survey and ask nothing twice', async () => {
  const { survey, lane } = await takeSurvey()
  const before = document.querySelectorAll('tanggapan-survey').length
  await loadScript(SERVER)
  await loadScript(SERVER)
  expect(document.querySelectorAll('tanggapan-survey').length).to.equal(before)
  await click(survey.row('puas'))
  await survey.says(words.thanks)
  expect(await lane.sent(VIEWS_PATH)).to.equal(1)
  expect(await lane.votes()).to.equal(1)
})

it('one that is moved keeps its state, and is not a second view', async () => {
  const { survey, lane } = await takeSurvey()
  await click(survey.row('tidak-puas'))
  await survey.says(words.thanks)
  const elsewhere = await fixture('<div></div>')
  elsewhere.append(survey.element)
  expect(survey.own()).to.equal('tidak-puas')
  await click(await survey.offered(words.withdraw))
  await survey.says(words.withdrawn)
  expect(await lane.sent(VIEWS_PATH)).to.equal(1)
})

it('one that is moved while a vote is under way takes its outcome along', async () => {
  const { survey, lane } = await takeSurvey()
  await lane.steer(VOTES_PATH, 'held')
  await click(survey.row('puas'))
  const elsewhere = await fixture('<div></div>')
  elsewhere.append(survey.element)
  await lane.steer(VOTES_PATH, 'none')
  await survey.says(words.thanks)
  expect(survey.own()).to.equal('puas')
})

it('its properties are there before and after every attribute, and never throw', async () => {
  const { survey } = await takeSurvey()
  const element = survey.element as TanggapanSurvey
  const properties = ['site', 'article', 'server', 'identity'] as const
  for (const value of ['', ' ', 'zz', '%zz', '💥', '"><img>', 'x'.repeat(5000)]) {
    for (const name of [...properties, 'lang']) element.setAttribute(name, value)
    for (const property of properties) expect(element[property]).to.be.a('string')
    expect(element.languageFor()).to.be.a('string')
  }
  for (const name of [...properties, 'lang']) element.removeAttribute(name)
  expect(element.site).to.equal('')
  expect(element.article).to.equal(null)
  expect(element.identity).to.equal('canonical')
  expect(element.languageFor()).to.equal('id')
})

it('one without attributes is on the page and breaks nothing', async () => {
  await loadScript(SERVER)
  const thrown: unknown[] = []
  const note = (event: ErrorEvent | PromiseRejectionEvent) => thrown.push(event)
  addEventListener('error', note)
  addEventListener('unhandledrejection', note)
  const element = await fixture('<tanggapan-survey></tanggapan-survey>')
  await new Survey(element as HTMLElement).says(words.unavailable)
  removeEventListener('error', note)
  removeEventListener('unhandledrejection', note)
  expect(thrown).to.deep.equal([])
})

it('two surveys of two articles on one page are two votes', async () => {
  const first = await takeSurvey()
  const second = await takeSurvey()
  await click(first.survey.row('puas'))
  await first.survey.says(words.thanks)
  expect(second.survey.own()).to.equal(undefined)
  await click(second.survey.row('tidak-puas'))
  await second.survey.says(words.thanks)
  expect(first.survey.own()).to.equal('puas')
  expect(second.survey.own()).to.equal('tidak-puas')
})

it('its radios are one group, named by the question, each by its words', async () => {
  const { survey } = await takeSurvey()
  const group = survey.radio('puas').closest('fieldset')
  expect(group?.querySelector('legend')?.textContent).to.equal(words.question)
  for (const choice of CHOICES) {
    expect(survey.radio(choice).closest('fieldset')).to.equal(group)
    expect(survey.column('label')[CHOICES.indexOf(choice)]).to.equal(labels[choice])
  }
})
