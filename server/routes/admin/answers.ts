import * as z from 'zod'
import { DROP_REASONS } from '../../../shared/drop-reason.ts'
import { PROBLEMS, type ProblemType } from '../../../shared/problem.ts'
import { REASONS, STANDINGS } from '../../../shared/standing.ts'
import { day } from './fields.ts'

/*
 * What the admin API answers, for its reference. The types of the rules say it to the code; these
 * say it to whoever writes a program against the API.
 */

const number = z.int().nonnegative()
const next = z.string().nullable().describe('Cursor of the next page; null after the last one.')
const article = z.string().describe('Key of the article.')
const reason = z.enum(REASONS)
const instant = z.iso.datetime().describe('In UTC.')

const list = <Entry extends z.ZodRawShape>(name: string, entry: Entry) =>
  z.strictObject({ [name]: z.array(z.strictObject(entry)), next })

export const standings = list('standings', {
  article,
  title: z.string().nullable().describe('As the site itself gives it.'),
  verified: z.boolean(),
  day,
  standing: z.enum(['pending', 'excluded']),
  reason,
  votes: number,
})

export const votes = list('votes', {
  vote: z.string().describe('A name that means nothing outside the site.'),
  article,
  day,
  hour: instant.nullable().describe('Of its last change, for two days.'),
  standing: z.enum(STANDINGS),
  reason: reason.nullable(),
})

export const audit = list('audit', {
  id: number,
  at: instant,
  actor: z.string(),
  action: z.string(),
  article: article.nullable(),
  votes: number.describe('How many votes it touched.'),
  note: z.string(),
})

const period = z.strictObject({
  from: day,
  to: day,
  votes: z.array(
    z.strictObject({ standing: z.enum(STANDINGS), reason: reason.nullable(), votes: number }),
  ),
  views: z.strictObject({
    requests: number,
    counted: number,
    dropped: z.partialRecord(z.enum(DROP_REASONS), number),
  }),
})

export const summary = z.strictObject({ today: period, week: period })

export const notices = z.strictObject({
  notices: z.array(
    z.strictObject({
      kind: z.string().describe('Closed list; a release may add to it.'),
      since: instant.nullable(),
      until: instant.nullable().describe('Null while it lasts.'),
      article: article.nullable(),
      text: z.string().describe('For people; part of it may be a stranger’s word.'),
    }),
  ),
})

/** One line of a decision's progress; the last one has `done` or a `problem`. */
export const decision = z.strictObject({
  changed: number.describe('Votes changed so far.'),
  done: z.literal(true).optional(),
  problem: z.enum(Object.keys(PROBLEMS) as [ProblemType, ...ProblemType[]]).optional(),
})
