import type { ArticleId } from '../article-id.ts'
import type { AuditEntry } from '../moderation.ts'

/** Who answers for sites, sections and articles. */
export interface Office {
  /** As it stands in addresses, such as `dinkes`. */
  readonly key: string
  readonly name: string
  /** Key of the office above it; null at the top. */
  readonly parent: string | null
}

/** A part of a site with a name of its own. */
export interface Section {
  readonly site: string
  /** `host` or `host/path`, as its articles' keys begin. */
  readonly prefix: string
  readonly name: string
  /** Null where the site's office answers for it. */
  readonly office: string | null
  /** Found in addresses; false for one that an admin named. */
  readonly found: boolean
}

/** What came of a change: nothing was written, the audit line neither, unless it is `done`. */
export type OfficeChange =
  | 'done'
  /** There is no such office, site, section or article. */
  | 'unknown'
  /** There is such an office already. */
  | 'taken'
  /** An office would stand below itself. */
  | 'circle'
  /** Something still belongs to it. */
  | 'in-use'

/** How much belongs to an office besides offices, sites and sections. */
export interface OfficeTies {
  /** With it as their own office. */
  readonly articles: number
  readonly followUps: number
  /** Roles that people have there. */
  readonly roles: number
  /** Rules of alerts. */
  readonly alerts: number
}

/** What is under an address of a site. */
export interface UnderPrefix {
  /** At most one more than were asked for. */
  readonly articles: number
  /** Some of them, by their keys; null for one without a title. */
  readonly some: readonly { readonly key: string; readonly title: string | null }[]
}

/** The tree of offices, and what belongs to which. Each change goes with its line in the audit log. */
export interface Offices {
  readOffices(): Promise<readonly Office[]>
  addOffice(office: Office, audit: AuditEntry): Promise<OfficeChange>
  renameOffice(key: string, name: string, audit: AuditEntry): Promise<OfficeChange>
  /** With all that is below it. */
  moveOffice(key: string, parent: string | null, audit: AuditEntry): Promise<OfficeChange>
  /** Only where nothing belongs to it; invitations to it go with it. */
  removeOffice(key: string, audit: AuditEntry): Promise<OfficeChange>
  readOfficeTies(key: string): Promise<OfficeTies>
  /** The office of every site that has one. */
  readSiteOffices(): Promise<ReadonlyMap<string, string>>
  /** Moves all history of the site, what has an office of its own aside. */
  assignSite(site: string, office: string | null, audit: AuditEntry): Promise<OfficeChange>
  /** Of one site, or of all. */
  readSections(site?: string): Promise<readonly Section[]>
  /** What a section of that prefix would find, other sections aside. @param most articles counted */
  readUnderPrefix(site: string, prefix: string, most: number): Promise<UnderPrefix>
  /** Adds a section, or changes its name and office; which articles are in it is then sorted anew. */
  setSection(section: Omit<Section, 'found'>, audit: AuditEntry): Promise<OfficeChange>
  removeSection(site: string, prefix: string, audit: AuditEntry): Promise<OfficeChange>
  /** The article's own office, before its section's; null takes it back. */
  assignArticle(article: ArticleId, office: string | null, audit: AuditEntry): Promise<OfficeChange>
}
