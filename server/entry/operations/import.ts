import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { articleKey } from '../../../shared/article-key.ts'
import { countVotes } from '../../../shared/votes-by-choice.ts'
import {
  type GatheredOpening,
  gatherOpenings,
  type RowFault,
} from '../../domain/opening/gather-openings.ts'
import { importColumns } from '../../domain/opening/import-columns.ts'
import {
  alreadyOpened,
  importsFrom,
  type Moving,
  moveIn,
  moveOut,
  piecesOf,
} from '../../domain/opening/move-in.ts'
import type { Sheet } from '../../domain/opening/sheet.ts'
import { isDay } from '../../domain/report/period.ts'
import { createOriginRule } from '../../domain/site/origin-rule.ts'
import { plainText } from '../../domain/site/plain-text.ts'
import type { NewImport, Site } from '../../store/store.ts'
import { importKind, importSheet } from './import-sheet.ts'
import {
  type Operation,
  type OperationGround,
  type Outcome,
  Refusal,
  type Typed,
} from './operation.ts'

/** Longest name of a source: readers are shown it. */
const sourceText = plainText(120)
/** Articles and rows that are named. */
const NAMED = 10

const FAULTS: Readonly<Record<RowFault['why'], string>> = {
  address: 'is no address of an article of the site',
  views: 'is no number of views',
  votes: 'is no number of votes',
  count: 'is no number of votes',
  rating: 'is not in the scale',
  large: 'has more than 1,000,000,000',
}

/** Takes counts over from an older counter as opening balances, and takes them back. */
export const importOperation: Operation = {
  usage: `import SITE FILE --source NAME --date YYYY-MM-DD [--columns ROLE=COLUMN,…] [--scale VALUE=CHOICE,…]
    [--kind table|wp-postviews|wp-postratings|wp-polls] [--permalink PATTERN] [--polls NUMBER=ADDRESS,…] [--estimate] [--yes]
  npm run operate -- import SITE --undo --source NAME --date YYYY-MM-DD [--yes]`,
  operands: [1, 2],
  options: {
    ...{ source: { type: 'string' }, date: { type: 'string' }, columns: { type: 'string' } },
    ...{ scale: { type: 'string' }, estimate: { type: 'boolean' }, yes: { type: 'boolean' } },
    ...{ kind: { type: 'string' }, permalink: { type: 'string' }, polls: { type: 'string' } },
    undo: { type: 'boolean' },
  },

  async prepare({ operands: [site = '', file], options }) {
    if ((file === undefined) !== (options['undo'] === true)) {
      throw new Refusal('Name a file to bring in, or --undo to take back what a source brought.')
    }
    if (file === undefined) return { operands: [site], options }
    const bytes = await readFile(file).catch(() => {
      throw new Refusal(`${file} can't be read.`)
    })
    // Read beside whoever typed it: the server perhaps may not.
    const table = await importSheet(bytes, options)
    return {
      operands: [site],
      options: { ...options, table: JSON.stringify(table), file: basename(file) },
    }
  },

  async run(ground, { operands: [key = ''], options }, progress) {
    const site = (await ground.store.readSites()).find((known) => known.key === key)
    if (!site) throw new Refusal(`There is no site ${key}.`)
    const moving: Moving = {
      actor: 'operator',
      clock: ground.clock,
      signal: ground.signal,
      told: (done) => progress(`article ${done}`),
    }
    const from = fromOptions(options)
    if (typeof options['table'] === 'string') return bringIn(ground, site, moving, from, options)
    if (options['yes'] !== true) {
      throw new Refusal('Nothing was taken back: add --yes to do it. Articles and votes stay.')
    }
    let removed = 0
    for (const brought of await importsFrom(ground.store, { site: key, ...from })) {
      removed += await moveOut(ground.store, brought, moving)
    }
    return {
      text: `${removed} opening balances from ${from.source}, ${from.date} are gone.`,
      value: { removed },
    }
  },
}

type From = Pick<NewImport, 'source' | 'date' | 'estimate'>

async function bringIn(
  { store, clock }: OperationGround,
  site: Site,
  moving: Moving,
  from: From,
  options: Typed['options'],
): Promise<Outcome> {
  const table = JSON.parse(String(options['table'])) as Sheet
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
  const columns = orRefusal(() => importColumns(table.heads, text('columns'), text('scale')))
  const { homeHost, hostFor } = createOriginRule(site)
  const { openings, faults } = gatherOpenings(table.rows, columns, (address) =>
    articleKey(address, homeHost, hostFor),
  )
  const known = await alreadyOpened(store, site.key, openings)
  const fresh = openings.filter(({ key }) => !known.has(key))
  const plan = planText(fresh, known.size, table.rows.length, faults)
  const failed = faults.length > 0
  const value = { rows: table.rows.length, articles: fresh.length, known: known.size, faults }
  if (options['yes'] !== true) {
    const said = 'Nothing was changed: add --yes to do it.'
    return { text: `${plan}\n${said}`, value: { ...value, added: 0 }, failed }
  }
  const begun = {
    site: site.key,
    ...from,
    kind: importKind(options['kind']),
    file: text('file') ?? '',
  } as const
  const at = Math.floor(clock() / 1000)
  const id = await store.addImport({ ...begun, at, planned: fresh.length })
  const brought = { ...begun, id, at, planned: fresh.length, added: 0, removed: 0 }
  const added = await moveIn(store, brought, piecesOf(fresh), moving)
  const undo = `npm run operate -- import ${site.key} --undo --source ${JSON.stringify(from.source)} --date ${from.date} --yes`
  const said = `${added} articles have an opening balance now. It goes with:\n${undo}`
  return { text: `${plan}\n${said}`, value: { ...value, added }, failed }
}

function planText(
  fresh: readonly GatheredOpening[],
  known: number,
  rows: number,
  faults: readonly RowFault[],
): string {
  const shown = fresh.slice(0, NAMED).map(({ key, views, votes }) => {
    return `  ${key}  ${views} views  ${countVotes(votes)} votes (${Object.values(votes).join(' / ')})`
  })
  const named = faults.slice(0, NAMED).map(({ row, why, text }) => {
    return `  row ${row}: ${JSON.stringify(text)} ${FAULTS[why]}`
  })
  const more = (all: number) => (all > NAMED ? [`  and ${all - NAMED} more`] : [])
  return [
    `${rows} rows, ${fresh.length} articles to be given an opening balance:`,
    ...[...shown, ...more(fresh.length)],
    ...(known > 0 ? [`${known} articles have one already and keep it.`] : []),
    ...(faults.length > 0 ? [`${faults.length} rows are left out:`, ...named] : []),
    ...more(faults.length),
  ].join('\n')
}

/** Where the counts come from: readers are told, and --undo finds them by it. */
function fromOptions({ source, date, estimate }: Typed['options']): From {
  const faults: string[] = []
  const name = sourceText(source, '--source', faults)
  if (name === undefined) throw new Refusal(faults.join(' '))
  if (typeof date !== 'string' || !isDay(date)) {
    throw new Refusal('--date is the day the counts were taken over: YYYY-MM-DD.')
  }
  return { source: name, date, estimate: estimate === true }
}

function orRefusal<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (reason) {
    throw reason instanceof TypeError ? new Refusal(reason.message) : reason
  }
}
