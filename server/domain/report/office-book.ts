import type {
  AliasChange,
  ArticleId,
  AuditEntry,
  Office,
  OfficeChange,
  Site,
  Store,
} from '../../store/store.ts'
import { createOriginRule } from '../site/origin-rule.ts'
import { plainText } from '../site/plain-text.ts'
import { sectionPrefix } from './section-prefix.ts'

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/
const LONGEST_NAME = 200

/** Who changes something, and when. */
export interface By {
  /** Seconds since 1970. */
  readonly at: number
  /** `operator`, or the name of an account or API token. */
  readonly actor: string
}

/** What came of a change; `malformed`: a key, name or address has not its form. */
export type BookChange = OfficeChange | AliasChange | 'malformed'

/**
 * Adds, moves and names offices, and says what belongs to which; for the dashboard and for commands
 * alike. Each change that is `done` stands in the audit log, any other changes nothing.
 */
export interface OfficeBook {
  add(office: Office): Promise<BookChange>
  rename(key: string, name: string): Promise<BookChange>
  move(key: string, parent: string | null): Promise<BookChange>
  remove(key: string): Promise<BookChange>
  assignSite(site: string, office: string | null): Promise<BookChange>
  assignArticle(article: ArticleId, office: string | null): Promise<BookChange>
  /** @param address an address, a path, or a host, as {@link sectionPrefix} takes it */
  setSection(
    site: Site,
    address: string,
    section: { readonly name: string; readonly office: string | null },
  ): Promise<BookChange>
  removeSection(site: Site, address: string): Promise<BookChange>
  /** Lets an article count as another of its site. */
  merge(article: ArticleId, target: string): Promise<BookChange>
  unmerge(article: ArticleId): Promise<BookChange>
}

export function createOfficeBook(store: Store, by: By): OfficeBook {
  const audit = (action: string, note: string, where: Partial<ArticleId> = {}): AuditEntry => ({
    ...by,
    action,
    site: where.site ?? null,
    article: where.key ?? null,
    note,
  })
  const under = (office: string | null) => office ?? 'none'

  return {
    async add({ key, name, parent }) {
      const plain = nameFrom(name)
      if (!KEY.test(key) || plain === null) return 'malformed'
      const note = `${key}, ${plain}, under ${under(parent)}`
      return store.addOffice({ key, name: plain, parent }, audit('add-office', note))
    },

    async rename(key, name) {
      const plain = nameFrom(name)
      if (plain === null) return 'malformed'
      return store.renameOffice(key, plain, audit('rename-office', `${key}, ${plain}`))
    },

    move: (key, parent) =>
      store.moveOffice(key, parent, audit('move-office', `${key}, under ${under(parent)}`)),

    remove: (key) => store.removeOffice(key, audit('remove-office', key)),

    assignSite: (site, office) =>
      store.assignSite(site, office, audit('assign-site', under(office), { site })),

    assignArticle: (article, office) =>
      store.assignArticle(article, office, audit('assign-article', under(office), article)),

    async setSection(site, address, { name, office }) {
      const plain = nameFrom(name)
      const prefix = sectionPrefix(address, createOriginRule(site))
      if (plain === null || prefix === null) return 'malformed'
      const entry = audit('set-section', `${prefix}, ${plain}, ${under(office)}`, {
        site: site.key,
      })
      return store.setSection({ site: site.key, prefix, name: plain, office }, entry)
    },

    async removeSection(site, address) {
      const prefix = sectionPrefix(address, createOriginRule(site))
      if (prefix === null) return 'malformed'
      return store.removeSection(
        site.key,
        prefix,
        audit('remove-section', prefix, { site: site.key }),
      )
    },

    merge: (article, target) => store.setAlias(article, target, audit('merge', target, article)),
    unmerge: (article) => store.removeAlias(article, audit('unmerge', '', article)),
  }
}

/** Null where it is no line of text, or too long. */
function nameFrom(typed: string): string | null {
  return plainText(LONGEST_NAME)(typed, 'name', []) ?? null
}
