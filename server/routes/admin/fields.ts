import * as z from 'zod'
import { LONGEST_ADDRESS } from '../../../shared/longest-address.ts'
import { REASONS } from '../../../shared/standing.ts'
import { decisionNote } from '../../domain/moderation/decision-note.ts'

/** Most entries of a page, and how many there are where nothing is asked. */
const LONGEST_PAGE = 100

/** Any address of an article of the site. */
export const article = z.string().min(1).max(LONGEST_ADDRESS)
export const reason = z.enum(REASONS)
/** A local day of the site, YYYY-MM-DD. */
export const day = z.iso.date()

/** Which page of a list; `cursor` is the `next` of the page before. */
export const page = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.int().max(LONGEST_PAGE))
    .default(LONGEST_PAGE),
  cursor: z.string().max(200).optional(),
}

/** Why it was decided so. */
export const note = z.string().transform((typed, context) => {
  const faults: string[] = []
  const text = decisionNote(typed, 'It', faults)
  for (const message of faults) context.addIssue({ code: 'custom', message })
  return text ?? z.NEVER
})
