import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config.ts'
import { createSharedStore } from '../store/shared-store.ts'
import { openData } from './open-data.ts'
import { SETTING_OPTIONS } from './setting-options.ts'
import { SITE_COMMANDS } from './site-commands.ts'
import { startFailure } from './start-failure.ts'

/* Commands on the database of a server that is stopped: `npm run site -- …`. */

const USAGE = `Usage:
  npm run site -- list
  npm run site -- add KEY --name NAME --origin https://HOST [--origin …] [--zone Asia/Jakarta]
  npm run site -- show KEY
  npm run site -- set KEY [--unset SETTING] [--SETTING …]
${Object.entries(SETTING_OPTIONS)
  .map(([name, { form }]) => `    --${name} ${form}`)
  .join('\n')}
  npm run site -- close KEY ARTICLE
  npm run site -- open KEY ARTICLE
  npm run site -- unverified KEY
  npm run site -- verify KEY [--sitemap FILE|ADDRESS | --csv FILE] [--make all]
  npm run site -- intranet KEY on|off

The first origin is the primary one: an article given as a path stands on its host.
Without a list, verify has the articles that failed tried again; --make all also makes those
that nobody viewed yet. A CSV has lines of address;title.
A label or question is taken back by its place: --unset label:id:puas, --unset question:id.
Stop the server first; it keeps the database to itself.`

async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(SITE_COMMANDS, name) ? SITE_COMMANDS[name] : undefined
  if (!command) throw new TypeError(USAGE)
  const text = { type: 'string', multiple: true } as const
  const options = Object.fromEntries(command.options.map((option) => [option, text]))
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  if (positionals.length !== command.operands.length) throw new TypeError(USAGE)
  const act = command.prepare(positionals, values)

  const config = readConfig(process.env)
  const database = await openData(config, { say: () => undefined })
  try {
    const said = await act(createSharedStore(database))
    if (said) console.log(said)
  } finally {
    await database.close()
  }
}

run(process.argv.slice(2)).catch((reason: unknown) => {
  const forPeople = reason instanceof TypeError || reason instanceof ConfigError
  console.error(forPeople ? reason.message : startFailure(reason))
  process.exitCode = 1
})
