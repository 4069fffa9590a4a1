/*
 * Shows the survey as the form would have it: the readers' own script, given figures of an example.
 * What it sends is answered here, so that nothing is counted and nothing leaves the page.
 */

const SERVER = '/admin/preview'
const CHOICES = ['sangat-puas', 'puas', 'cukup-puas', 'tidak-puas']
const EXAMPLE = [14, 2, 1, 2]

const form = document.querySelector('form[data-previewed]')
const place = document.getElementById('preview')
const sendAway = window.fetch
let own = null

/** Takes the place of a setting's name with dots, such as `wording.id.question`. */
function put(settings, name, value) {
  const path = name.split('.')
  const last = path.pop()
  const inner = path.reduce((part, key) => {
    part[key] ??= {}
    return part[key]
  }, settings)
  inner[last] = value
}

function settingsOf() {
  const settings = {}
  for (const { name, value, type, checked } of form.elements) {
    const set = type === 'checkbox' ? checked : value.trim() !== ''
    if (!name || !set || name === 'name' || name === 'timeZone') continue
    if (type === 'checkbox') put(settings, name, true)
    else put(settings, name, name === 'resultsFrom' ? Number(value) : value.trim())
  }
  for (const pair of ['followUp', 'controller']) {
    if (Object.keys(settings[pair] ?? {}).length < 2) delete settings[pair]
  }
  return settings
}

function answer(path, message) {
  if (path.endsWith('/votes')) own = message.choice
  if (path.endsWith('/withdrawals')) own = null
  const settings = settingsOf()
  const counts = EXAMPLE.map((n, i) => n + (CHOICES[i] === own ? 1 : 0))
  const responses = counts.reduce((sum, n) => sum + n, 0)
  const { results = 'always', resultsFrom = 5 } = settings
  const shown = results === 'always' || (results === 'after-vote' && own !== null)
  const votes = Object.fromEntries(CHOICES.map((choice, i) => [choice, counts[i]]))
  return {
    ...{ article: message.article, views: 647, responses, choice: own, review: false },
    ...{ votes: shown && responses >= resultsFrom ? votes : null, opening: null },
    ...{ token: 'example', open: true, settings },
  }
}

window.fetch = (address, init) => {
  const { pathname } = new URL(address, location.href)
  if (!pathname.startsWith(`${SERVER}/v1/`)) return sendAway(address, init)
  if (!init?.body) return sendAway(pathname.slice(SERVER.length), init)
  return Promise.resolve(Response.json(answer(pathname, JSON.parse(init.body))))
}

let shown = 0
function show() {
  own = null
  const survey = document.createElement('tanggapan-survey')
  survey.setAttribute('site', place.dataset.site)
  // Another article each time: what the browser remembers of one is not asked again.
  survey.setAttribute('article', `/pratinjau/${place.dataset.page}/${shown++}`)
  survey.setAttribute('server', SERVER)
  survey.setAttribute('lang', form.elements.language.value || 'id')
  place.querySelector('div').replaceChildren(survey)
}

place.hidden = false
let waiting
form.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(show, 300)
})
show()
