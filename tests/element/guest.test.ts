import { expect } from '@open-wc/testing'
import { VOTES_PATH } from '../../shared/paths.ts'
import { click } from './support/hand.ts'
import { takeSurvey } from './support/take-survey.ts'
import { words } from './support/words.ts'

/* The survey is a guest on somebody else's page. */

const LOUD = ['debug', 'error', 'info', 'log', 'warn'] as const

/** Everything that reaches the page's console or its error handlers while something is done. */
async function noiseOf(act: () => Promise<void>): Promise<string[]> {
  const noise: string[] = []
  const heard = (event: Event) => noise.push(event.type)
  const originals = LOUD.map((name) => [name, console[name]] as const)
  for (const name of LOUD) console[name] = (...said: unknown[]) => noise.push(said.join(' '))
  addEventListener('error', heard)
  addEventListener('unhandledrejection', heard)
  await act()
  removeEventListener('error', heard)
  removeEventListener('unhandledrejection', heard)
  for (const [name, original] of originals) console[name] = original
  return noise
}

it('it makes no noise, whatever the server does', async () => {
  const { survey, lane } = await takeSurvey()
  const noise = await noiseOf(async () => {
    for (const fault of ['html', 'storage', 'cut'] as const) {
      await lane.steer(VOTES_PATH, fault)
      survey.radio('puas').click()
      await survey.says(words.error)
    }
    await lane.steer(VOTES_PATH, 'none')
    survey.radio('puas').click()
    await survey.says(words.thanks)
    await click(await survey.offered(words.withdraw))
    await survey.says(words.withdrawn)
  })
  expect(noise).to.deep.equal([])
})

for (const letters of ['100%', '200%']) {
  it(`in a column of 288 px with letters of ${letters} nothing is cut off`, async () => {
    const { survey, place } = await takeSurvey()
    document.documentElement.style.fontSize = letters
    place.setAttribute('style', 'width: 288px')
    await click(survey.row('cukup-puas'))
    await survey.says(words.thanks)
    const { right } = survey.element.getBoundingClientRect()
    const cut = [...survey.root.querySelectorAll<HTMLElement>('[part]')].filter(
      (part) => part.getBoundingClientRect().right > right + 1,
    )
    document.documentElement.style.fontSize = ''
    expect(right).to.be.greaterThan(0)
    expect(cut.map((part) => part.getAttribute('part'))).to.deep.equal([])
  })
}
