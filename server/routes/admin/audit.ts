import * as z from 'zod'
import { instantText } from '../../domain/instant.ts'
import { adminRoute } from './admin-route.ts'
import * as answers from './answers.ts'
import { cursorOf, positionFrom, WRONG_CURSOR } from './cursor.ts'
import { article, page } from './fields.ts'

const WORD = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** Who did what about the site, the latest first. */
export const auditRoute = adminRoute(
  'GET',
  'audit',
  {
    summary: 'Who did what about the site, the latest first.',
    asks: { actor: WORD.optional(), action: WORD.optional(), article: article.optional(), ...page },
    answers: answers.audit,
  },
  async ({ rules, listed }, { limit, cursor, ...asked }) => {
    const key = asked.article === undefined ? undefined : rules.keyOf(listed, asked.article)
    if (key === null) return { problem: 'article' }
    const after = positionFrom(cursor, ['number'])
    if (after === undefined) return WRONG_CURSOR
    const filter = { ...asked, site: listed.site.key, article: key }
    const { entries, next } = await rules.store.readAudit(filter, { after, most: limit })
    const audit = entries.map((line) => ({ ...line, at: instantText(line.at) }))
    return { audit, next: cursorOf(next) }
  },
)
