import { CHOICES, isChoice } from '../shared/choice.ts'
import type { Figures, ViewReply } from '../shared/figures.ts'

/** Tells figures from somebody else's JSON, so that nothing undrawable is ever drawn. */
export function isFigures(reply: unknown): reply is Figures {
  const { article, views, responses, votes, choice, opening } = fieldsOf(reply)
  return (
    typeof article === 'string' &&
    isCount(views) &&
    isCount(responses) &&
    (votes === null || CHOICES.every((each) => isCount(fieldsOf(votes)[each]))) &&
    (choice === null || isChoice(choice)) &&
    (opening === null || isText(opening, 'source', 'date'))
  )
}

/** Tells the reply to a view: figures, and what the survey needs to go on. */
export function isViewReply(reply: unknown): reply is ViewReply {
  const { open, settings } = fieldsOf(reply)
  return isFigures(reply) && isText(reply, 'token') && typeof open === 'boolean' && !!settings
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value)
}

function isText(value: unknown, ...names: readonly string[]): boolean {
  return names.every((name) => typeof fieldsOf(value)[name] === 'string')
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
