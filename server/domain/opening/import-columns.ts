import { CHOICES, type Choice, isChoice } from '../../../shared/choice.ts'

/**
 * Which column of a table holds what. Either a column for each choice, or `rating` with a `scale` that says which
 * choice each of its values is, and `count` where a row stands for several votes.
 */
export interface ImportColumns {
  readonly article: string
  readonly views: string | undefined
  readonly choices: Readonly<Partial<Record<Choice, string>>>
  readonly rating: string | undefined
  readonly count: string | undefined
  readonly scale: ReadonlyMap<string, Choice>
}

const ROLES = ['article', 'views', 'rating', 'count', ...CHOICES]

/**
 * Reads `article=url,views=hits,puas=good` and `5=sangat-puas,4=puas,…`. What isn't named is looked for under its
 * own name.
 * @param heads names of the table's columns
 * @throws TypeError that says what to type
 */
export function importColumns(
  heads: readonly string[],
  typed: string | undefined,
  scale: string | undefined,
): ImportColumns {
  const named = pairs(typed, 'columns')
  for (const [role, head] of named) {
    if (!ROLES.includes(role))
      throw new TypeError(`--columns knows ${ROLES.join(', ')}, not ${role}.`)
    if (!heads.includes(head))
      throw new TypeError(`There is no column ${head}: ${heads.join(', ')}.`)
  }
  const columnOf = (role: string) => named.get(role) ?? (heads.includes(role) ? role : undefined)
  const article = columnOf('article')
  if (article === undefined) {
    throw new TypeError(
      `Say which column has the address: --columns article=NAME (${heads.join(', ')}).`,
    )
  }
  const choices = Object.fromEntries(
    CHOICES.flatMap((choice) => {
      const head = columnOf(choice)
      return head === undefined ? [] : [[choice, head]]
    }),
  )
  const rating = columnOf('rating')
  const values = scaleFrom(scale)
  if ((rating === undefined) !== (values.size === 0)) {
    throw new TypeError('A rating column and --scale VALUE=CHOICE,… belong together.')
  }
  const views = columnOf('views')
  if (views === undefined && rating === undefined && Object.keys(choices).length === 0) {
    throw new TypeError('There is nothing to take over: name views, the four choices, or a rating.')
  }
  return { article, views, choices, rating, count: columnOf('count'), scale: values }
}

function scaleFrom(typed: string | undefined): ReadonlyMap<string, Choice> {
  const scale = new Map<string, Choice>()
  for (const [value, choice] of pairs(typed, 'scale')) {
    if (!isChoice(choice)) throw new TypeError(`A choice is ${CHOICES.join(', ')}, not ${choice}.`)
    scale.set(value, choice)
  }
  return scale
}

/** `a=b,c=d`; what is left of the first equals sign names what is right of it. */
function pairs(typed: string | undefined, option: string): ReadonlyMap<string, string> {
  if (typed === undefined) return new Map()
  return new Map(
    typed.split(',').map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1)
        throw new TypeError(`--${option} is NAME=NAME,… and ${JSON.stringify(pair)} is not.`)
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
    }),
  )
}
