import { expect, test } from 'vitest'
import type { Database } from '../../server/store/database.ts'

const ADD_SITE = {
  sql: `insert into sites (key, name, time_zone) values ('desa', 'Desa', 'Asia/Jakarta')`,
}
const ADD_ARTICLES = {
  sql: `insert into articles (site, key) values ('desa', 'a'), ('desa', ?1) on conflict do nothing`,
}

/** What a database says a statement has changed, on whichever engine. */
export function describeChange(engine: string, open: () => Promise<Database>): void {
  test(`${engine}: a change is told in rows of its own, without those of its triggers`, async () => {
    const database = await open()
    await database.write([ADD_SITE])
    expect(await database.change({ ...ADD_ARTICLES, args: ['b'] })).toBe(2)
    expect(await database.change({ ...ADD_ARTICLES, args: ['c'] })).toBe(1)
    expect(await database.change({ ...ADD_ARTICLES, args: ['c'] })).toBe(0)
    expect(await database.read({ sql: 'select count(*) from totals' })).toEqual([[3]])
    await database.close()
  })
}
