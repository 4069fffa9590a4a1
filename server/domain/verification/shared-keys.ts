import type { ArticleId } from '../../store/store.ts'

/** An article that more pages give as their canonical address than one article has. */
export interface SharedKey {
  readonly article: ArticleId
  /** Keys of some of those pages. */
  readonly pages: readonly string[]
}

/**
 * Pages that say of themselves that they are another article ("canonical dipakai bersama"), in
 * memory: templates that give every page the same canonical address count all of them as one.
 */
export interface SharedKeys {
  /** Takes notice of a page that was viewed under an article's key. */
  note(article: ArticleId, page: string): void
  /** The articles of a site that more than five pages share. */
  list(site: string): readonly SharedKey[]
}

/** Pages that one article may well have: print, mobile, a few parameters. */
const USUAL = 5
/** Most articles watched. */
const MOST = 1000

interface Watched {
  readonly article: ArticleId
  readonly pages: Set<string>
}

export function createSharedKeys(): SharedKeys {
  const watched = new Map<string, Watched>()

  /** Lets the oldest go that nobody need look at; where there is none, the oldest. */
  function makeRoom(): void {
    let [leaving] = watched.keys()
    for (const [name, { pages }] of watched) {
      if (pages.size > USUAL) continue
      leaving = name
      break
    }
    watched.delete(leaving as string)
  }

  function watch(article: ArticleId): Watched {
    const name = `${article.site} ${article.key}`
    const known = watched.get(name)
    if (known) return known
    if (watched.size >= MOST) makeRoom()
    const begun = { article, pages: new Set<string>() }
    watched.set(name, begun)
    return begun
  }

  return {
    note(article, page) {
      if (page === article.key) return
      const { pages } = watch(article)
      if (pages.size <= USUAL) pages.add(page)
    },

    list: (site) =>
      [...watched.values()]
        .filter(({ article, pages }) => article.site === site && pages.size > USUAL)
        .map(({ article, pages }) => ({ article, pages: [...pages] })),
  }
}
