import { CHOICES, isChoice } from '../shared/choice.ts'
import type { Figures, ViewReply } from '../shared/figures.ts'

/** Tells figures from somebody else's JSON, so that nothing undrawable is ever drawn. */
export function isFigures(json: unknown): json is Figures {
  const { article, views, responses, votes, choice, opening } = Object(json)
  return (
    isText(article) &&
    isCount(views) &&
    isCount(responses) &&
    (votes === null || CHOICES.every((each) => isCount(Object(votes)[each]))) &&
    (choice === null || isChoice(choice)) &&
    (opening === null || isText(Object(opening).date))
  )
}

/** Tells the reply to a view: figures, and what the survey needs to go on. */
export function isViewReply(json: unknown): json is ViewReply {
  const { open, settings, token } = Object(json)
  return isFigures(json) && isText(token) && typeof open === 'boolean' && !!settings
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0
}
