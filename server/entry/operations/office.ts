import { articleKey } from '../../../shared/article-key.ts'
import {
  type BookChange,
  createOfficeBook,
  type OfficeBook,
} from '../../domain/report/office-book.ts'
import { createOriginRule } from '../../domain/site/origin-rule.ts'
import type { Office, Site, Store } from '../../store/store.ts'
import { type Operation, type Outcome, Refusal, type Typed } from './operation.ts'

/** One thing that is done with offices. */
interface Act {
  /** What is typed after its name, at least. */
  readonly operands: number
  readonly run: (
    book: OfficeBook,
    operands: readonly string[],
    options: Options,
    store: Store,
  ) => Promise<BookChange>
}

interface Options {
  readonly under: string | null
  readonly office: string | null
  readonly section: string | undefined
  readonly name: string
  readonly article: string | undefined
}

const WORDS: Readonly<Record<Exclude<BookChange, 'done'>, string>> = {
  unknown: 'There is no such office, site, section or article.',
  taken: 'There is an office with that key already.',
  circle: 'An office would stand below itself.',
  'in-use':
    'Something still belongs to it: offices below it, a site, a section, an article, a follow-up, a role or a rule of alerts.',
  chain: 'One of the two is an alias already.',
  malformed:
    'A key is lower-case letters, digits and hyphens, at most 63; a name is a line of text; an address is one of the site.',
}

const ACTS: Readonly<Record<string, Act>> = {
  add: {
    operands: 2,
    run: (book, [key = '', name = ''], { under }) => book.add({ key, name, parent: under }),
  },
  rename: { operands: 2, run: (book, [key = '', name = '']) => book.rename(key, name) },
  move: { operands: 1, run: (book, [key = ''], { under }) => book.move(key, under) },
  remove: { operands: 1, run: (book, [key = '']) => book.remove(key) },
  assign: {
    operands: 1,
    run: (book, [site = ''], options, store) => assign(book, site, options, store),
  },
}

/** Keeps the tree of offices, and says what belongs to which: a site, a section, an article. */
export const office: Operation = {
  usage: `office list | office add KEY NAME [--under KEY] | office rename KEY NAME
    | office move KEY [--under KEY] | office remove KEY
    | office assign SITE [--section ADDRESS --name NAME | --article ADDRESS] [--office KEY]`,
  operands: [1, 3],
  options: {
    ...{ under: { type: 'string' }, office: { type: 'string' }, section: { type: 'string' } },
    ...{ name: { type: 'string' }, article: { type: 'string' } },
  },

  async run({ store, clock }, { operands: [name = '', ...operands], options }) {
    if (name === 'list' && operands.length === 0) return listOffices(store)
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (act?.operands !== operands.length)
      throw new Refusal(`Usage: npm run operate -- ${office.usage}`)
    const book = createOfficeBook(store, { at: Math.floor(clock() / 1000), actor: 'operator' })
    const change = await act.run(book, operands, optionsFrom(options), store)
    if (change !== 'done') throw new Refusal(`${WORDS[change]} Nothing was changed.`)
    return listOffices(store)
  },
}

function optionsFrom(options: Typed['options']): Options {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
  return {
    under: text('under') ?? null,
    office: text('office') ?? null,
    section: text('section'),
    name: text('name') ?? '',
    article: text('article'),
  }
}

/** Without an office, what is assigned goes back to whoever answers for the whole. */
async function assign(
  book: OfficeBook,
  key: string,
  { section, name, article, office: to }: Options,
  store: Store,
): Promise<BookChange> {
  const site = (await store.readSites()).find((known) => known.key === key)
  if (!site) return 'unknown'
  if (section !== undefined) return book.setSection(site, section, { name, office: to })
  if (article === undefined) return book.assignSite(key, to)
  const id = articleOf(site, article)
  return id === null ? 'malformed' : book.assignArticle({ site: key, key: id }, to)
}

function articleOf(site: Site, address: string): string | null {
  const { homeHost, hostFor } = createOriginRule(site)
  return articleKey(address, homeHost, hostFor)
}

async function listOffices(store: Store): Promise<Outcome> {
  const offices = await store.readOffices()
  const sites = [...(await store.readSiteOffices())].map(([site, of]) => ({ site, office: of }))
  const sections = await store.readSections()
  const lines = [
    ...treeLines(offices, null, ''),
    ...sites.map(({ site, office: of }) => `site ${site}  ${of}`),
    ...sections.map(({ site, prefix, name, office: of }) => {
      return `section ${site} ${prefix}  ${name}  ${of ?? "the site's"}`
    }),
  ]
  const text = lines.join('\n') || 'There are no offices.'
  return { text, value: { offices, sites, sections } }
}

function treeLines(offices: readonly Office[], parent: string | null, indent: string): string[] {
  return offices
    .filter((each) => each.parent === parent)
    .flatMap(({ key, name }) => [
      `${indent}${key}  ${name}`,
      ...treeLines(offices, key, `${indent}  `),
    ])
}
