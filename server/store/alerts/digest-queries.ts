import { audited } from '../audited.ts'
import type { Database } from '../database.ts'
import type { Digests } from './digests.ts'
import { newMessages } from './new-messages.ts'

const READ = `
  select office, active, weekday, hour, time_zone, mails, language from digests order by office`

const SET = `
  insert into digests (office, active, weekday, hour, time_zone, mails, language)
  select key, ?2, ?3, ?4, ?5, ?6, ?7 from offices where key = ?1
  on conflict (office) do update set active = excluded.active, weekday = excluded.weekday,
    hour = excluded.hour, time_zone = excluded.time_zone, mails = excluded.mails,
    language = excluded.language`

const SENT = 'select 1 from deliveries where office = ?1 and occasion = ?2 limit 1'

export function createDigests(database: Database): Digests {
  return {
    async readDigests() {
      const rows = await database.read({ sql: READ })
      return rows.map(([office, active, weekday, hour, timeZone, mails, language]) => ({
        ...{ office: String(office), active: active === 1, timeZone: String(timeZone) },
        ...{ weekday: Number(weekday), hour: Number(hour) },
        mails: JSON.parse(String(mails)) as string[],
        language: language === 'en' ? 'en' : 'id',
      }))
    },

    async setDigest({ office, active, weekday, hour, timeZone, mails, language }, audit) {
      const list = JSON.stringify(mails)
      const args = [office, Number(active), weekday, hour, timeZone, list, language]
      const rows = await database.write([{ sql: SET, args }, ...audited(audit)])
      return rows[2]?.[0]?.[0] === 1
    },

    async wasDigestSent(office, day) {
      return (await database.read({ sql: SENT, args: [office, day] })).length > 0
    },

    async sendDigest(office, day, at, messages) {
      const unsent = 'not exists (select 1 from deliveries where office = ?2 and occasion = ?5)'
      const [, changes] = await database.write([
        newMessages({ office }, at, messages, unsent, day),
        { sql: 'select changes()' },
      ])
      return changes?.[0]?.[0] !== 0
    },
  }
}
