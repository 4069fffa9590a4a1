import { CHOICES } from '../../../shared/choice.ts'
import { LONGEST_ADDRESS } from '../../../shared/longest-address.ts'
import { PROBLEMS } from '../../../shared/problem.ts'
import type { Schema } from './operation.ts'

const count = { type: 'integer', minimum: 0 }
const day = { type: 'string', format: 'date' }
const text = (description: string) => ({ type: 'string', description })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const orNull = (schema: Schema, description: string) => ({
  anyOf: [schema, { type: 'null' }],
  description,
})

/** An object of which every field is there but those named; others may come with a release. */
function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', required, properties }
}

const SHARED = {
  site: text('Public id of the site, such as bojonegoro.'),
  article: {
    ...text('An address of the article, a path on the site, or a key as it was answered.'),
    minLength: 1,
    maxLength: LONGEST_ADDRESS,
  },
  ballot: { ...text('The browser’s secret, 128 random bits.'), pattern: '^[A-Za-z0-9_-]{22}$' },
  turn: {
    type: 'integer',
    minimum: 1,
    description: 'Raised with every vote or withdrawal; only a higher one is applied.',
  },
  automated: { type: 'boolean', description: 'navigator.webdriver' },
}

const FIGURES = {
  article: text('Key of the article.'),
  views: count,
  responses: { ...count, description: 'Number of votes; there even where `votes` is null.' },
  votes: orNull(ref('VotesByChoice'), 'Null where this reader may not see the distribution.'),
  choice: orNull(ref('Choice'), 'The ballot’s own choice; null without one.'),
  review: { type: 'boolean', description: 'True while this article’s votes are being looked at.' },
  opening: orNull(ref('Opening'), 'Counts that were brought along from an older counter.'),
}

/** What readers send and get, and how everything is refused, by name. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  Choice: { type: 'string', enum: CHOICES },
  VotesByChoice: object(Object.fromEntries(CHOICES.map((choice) => [choice, count]))),
  Opening: object({
    views: count,
    votes: orNull(ref('VotesByChoice'), 'Null where the distribution is hidden.'),
    source: text('Where the counts come from.'),
    date: day,
    estimate: { type: 'boolean', description: 'True where only rounded percentages were known.' },
  }),
  Figures: object(FIGURES),
  ViewReply: object({
    ...FIGURES,
    token: text('A page token, which a vote has to send.'),
    open: { type: 'boolean', description: 'False once the article takes no more votes.' },
    settings: { type: 'object', description: 'What the site overrides.' },
  }),
  Tallies: object({
    tallies: {
      type: 'array',
      items: object({
        article: FIGURES.article,
        views: count,
        responses: count,
        votes: FIGURES.votes,
      }),
    },
  }),
  View: {
    ...object(
      {
        site: SHARED.site,
        article: SHARED.article,
        visit: { type: 'string', enum: ['new', 'repeat', 'unknown'] },
        ballot: SHARED.ballot,
        page: text('The page’s own address, where it is not its canonical one.'),
        automated: SHARED.automated,
      },
      ['ballot', 'page', 'automated'],
    ),
    additionalProperties: false,
  },
  Vote: {
    ...object({ ...SHARED, choice: ref('Choice'), token: text('The page token.') }, ['automated']),
    additionalProperties: false,
  },
  Withdrawal: {
    ...object({
      site: SHARED.site,
      article: SHARED.article,
      ballot: SHARED.ballot,
      turn: SHARED.turn,
    }),
    additionalProperties: false,
  },
  Status: object({ status: { type: 'string' } }),
  Problem: {
    ...object(
      {
        type: { type: 'string', enum: Object.keys(PROBLEMS) },
        title: text('For people.'),
        status: { type: 'integer' },
        detail: text('For people; never parsed.'),
      },
      ['detail'],
    ),
    description: 'A refusal, as RFC 9457 has it. Programs branch on `type`.',
  },
}
