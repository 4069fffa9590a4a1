import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config.ts'
import { siteFrom } from '../domain/new-site.ts'
import { migrate } from '../store/migrate.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import { createSharedStore } from '../store/shared-store.ts'
import { startFailure } from './start-failure.ts'
import { openThreadedDatabase } from './threaded-database.ts'

/* Commands on the database of a server that is stopped: `npm run site -- …`. */

const USAGE = `Usage:
  npm run site -- list
  npm run site -- add KEY --name NAME --origin https://HOST [--origin …] [--zone Asia/Jakarta]

The first origin is the primary one: an article given as a path stands on its host.
Stop the server first; it keeps the database to itself.`

const THREAD = new URL('./database-thread.js', import.meta.url)

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      origin: { type: 'string', multiple: true },
      zone: { type: 'string' },
    },
  })
  const [command, key] = positionals
  if (command !== 'list' && command !== 'add') throw new TypeError(USAGE)
  const site = command === 'add' ? siteFrom({ ...values, key, origins: values.origin }) : undefined
  if (site && 'faults' in site) throw new TypeError(`${site.faults.join('\n')}\n\n${USAGE}`)

  const config = readConfig(process.env)
  await mkdir(config.dataDir, { recursive: true })
  const database = await openThreadedDatabase(config.databaseUrl, THREAD)
  try {
    await migrate(database, MIGRATIONS, new Date().toISOString())
    const store = createSharedStore(database)
    if (site) {
      const taken = (await store.readSites()).some((known) => known.key === site.key)
      if (taken) throw new TypeError(`There is a site ${site.key} already; nothing was changed.`)
      await store.addSite(site)
    }
    for (const { key: known, name, origins } of await store.readSites()) {
      console.log(`${known}  ${name}  ${origins.map(({ origin }) => origin).join(' ')}`)
    }
  } finally {
    await database.close()
  }
}

run().catch((reason: unknown) => {
  const forPeople = reason instanceof TypeError || reason instanceof ConfigError
  console.error(forPeople ? reason.message : startFailure(reason))
  process.exitCode = 1
})
