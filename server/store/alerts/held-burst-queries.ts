import type { Database } from '../database.ts'
import type { HeldBursts } from './held-bursts.ts'

const HELD = `
  select a.site, coalesce(a.unit, 0), count(*),
    sum(u.sangat_puas + u.puas + u.cukup_puas + u.tidak_puas) as votes
  from uncounted u indexed by uncounted_day
  cross join articles a on a.id = u.article
  where u.day = ?1 and u.standing = 'pending' and u.reason = 'burst'
  group by a.site, coalesce(a.unit, 0) having votes > 0`

export function createHeldBursts(database: Database): HeldBursts {
  return {
    async readHeldBursts(day) {
      const rows = await database.read({ sql: HELD, args: [day] })
      return rows.map(([site, unit, articles, votes]) => ({
        ...{ site: String(site), unit: Number(unit) },
        ...{ articles: Number(articles), votes: Number(votes) },
      }))
    },
  }
}
