import { isHomePage } from '../shared/article-key.ts'
import { articleOfPage } from './article-of-page.ts'

/** What the script tag says; a placeholder's own attributes go before. */
export interface Embed {
  /** Where the script stands; null where it was injected and can't be found. */
  readonly script: HTMLScriptElement | null
  readonly server: string
}

const PLACEHOLDERS = '.tanggapan, [data-tanggapan]'
const SURVEY = 'tanggapan-survey'

/**
 * Puts surveys on the page: into every placeholder, else at `data-target`, else where the
 * script stands, but no second one of the same article. On a home page nothing, unless a
 * placeholder or `data-article` asks.
 */
export function place({ script, server }: Embed): void {
  const placeholders = [...document.querySelectorAll<HTMLElement>(PLACEHOLDERS)]
  for (const placeholder of placeholders) {
    if (placeholder.querySelector(SURVEY)) continue
    placeholder.append(makeSurvey(server, placeholder.dataset, script?.dataset))
  }
  if (placeholders.length > 0 || !script?.dataset['site']) return

  const asked = script.dataset['article'] ?? null
  const standing = [...document.querySelectorAll(SURVEY)]
  if (standing.some((survey) => survey.getAttribute('article') === asked)) return
  if (!asked && isHomePage(articleOfPage(null).key)) return
  const survey = makeSurvey(server, script.dataset)
  const target = targetOf(script)
  if (target) target.append(survey)
  else if (script.parentElement !== document.head) script.after(survey)
  else
    (document.querySelector('article') ?? document.querySelector('main') ?? document.body).append(
      survey,
    )
}

function makeSurvey(server: string, own: DOMStringMap, general?: DOMStringMap): HTMLElement {
  const survey = document.createElement(SURVEY)
  const set = (name: string, value: string | undefined) => {
    if (value) survey.setAttribute(name, value)
  }
  set('server', server)
  set('site', own['site'] ?? general?.['site'])
  set('article', own['article'])
  set('lang', own['lang'] ?? general?.['lang'])
  return survey
}

function targetOf(script: HTMLScriptElement): Element | null {
  const selector = script.dataset['target']
  if (!selector) return null
  try {
    return document.querySelector(selector)
  } catch {
    // Not a selector: the survey stands where the script does.
    return null
  }
}
