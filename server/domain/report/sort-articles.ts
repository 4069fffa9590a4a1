import type { Section, SortedArticle, Store, Summary, UnitParts } from '../../store/store.ts'
import { foundSection, sectionOf } from './section-of.ts'
import type { SummingGround } from './summing-ground.ts'

const ARTICLES_AT_ONCE = 500
/** Articles placed in one transaction where their days are to be marked. */
const MOST_WITH_HISTORY = 40
/** Sections found in the addresses of a site, at most: more are no sections. */
const MOST_FOUND = 200

/**
 * Puts articles that are new, or were set back, in the units where they belong: an article's
 * section is the longest of its site's prefixes that fits, else the first part of its path.
 * @returns number of articles that were placed anew
 */
export async function sortArticles(ground: SummingGround, summary: Summary): Promise<number> {
  const { store, rest, stopping } = ground
  let placed = 0
  let sections: Sections | undefined
  for (let { sorted } = summary; !stopping.aborted && ground.spend(); ) {
    const articles = await store.readUnsorted(summary.site, sorted, ARTICLES_AT_ONCE)
    const last = articles.at(-1)
    if (!last) break
    sections ??= sectionsFrom(await store.readSections(summary.site))
    placed += await place(store, summary, articles, sections, sorted)
    sorted = last.id
    await rest()
  }
  return placed
}

/** The sections of a site by their prefixes. */
interface Sections {
  readonly named: ReadonlySet<string>
  readonly found: Set<string>
}

function sectionsFrom(sections: readonly Section[]): Sections {
  const prefixes = (found: boolean) => {
    return new Set(sections.flatMap((each) => (each.found === found ? [each.prefix] : [])))
  }
  return { named: prefixes(false), found: prefixes(true) }
}

async function place(
  store: Store,
  { site, through }: Summary,
  articles: readonly SortedArticle[],
  sections: Sections,
  before: number,
): Promise<number> {
  const found = new Map<string, string>()
  const moved = articles.flatMap((article) => {
    const unit = { prefix: prefixOf(article, sections, found), office: article.office }
    return isSame(article.unit, unit) ? [] : [{ id: article.id, unit }]
  })
  const after = articles.at(-1)?.id ?? before
  const size = through === '' ? ARTICLES_AT_ONCE : MOST_WITH_HISTORY
  const news = [...found].map(([prefix, name]) => ({ prefix, name }))
  for (let from = 0; from === 0 || from < moved.length; from += size) {
    const isLast = from + size >= moved.length
    const reached = { before, after: isLast ? after : before }
    await store.placeArticles(site, moved.slice(from, from + size), from === 0 ? news : [], reached)
  }
  return moved.length
}

function prefixOf(
  { key, verified }: SortedArticle,
  { named, found }: Sections,
  news: Map<string, string>,
): string {
  const prefix = sectionOf(key, named)
  const section = prefix === '' && verified ? foundSection(key) : null
  if (!section) return prefix
  if (found.has(section.prefix)) return section.prefix
  if (found.size >= MOST_FOUND) return ''
  found.add(section.prefix)
  news.set(section.prefix, section.name)
  return section.prefix
}

function isSame(unit: UnitParts | null, other: UnitParts): boolean {
  return unit?.prefix === other.prefix && unit.office === other.office
}
