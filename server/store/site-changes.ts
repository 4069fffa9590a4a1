import type { SiteSettings } from '../../shared/site-settings.ts'
import type { AuditEntry } from './moderation.ts'

/** Changes of a site by somebody who may make them; each goes with its line in the audit log. */
export interface SiteChanges {
  /** @returns false where the site has this origin already, or there is no such site */
  addOrigin(
    site: string,
    origin: string,
    role: 'additional' | 'mirror',
    audit: AuditEntry,
  ): Promise<boolean>
  /** The primary one stays: articles are named by it. @returns false where nothing was removed */
  removeOrigin(site: string, origin: string, audit: AuditEntry): Promise<boolean>
  /**
   * Takes the place of name, zone and all settings. What stands in the tables already keeps the
   * days that it was given; another wording is kept with the one that it takes the place of.
   * @returns false where there is no such site
   */
  changeSite(
    site: string,
    change: {
      readonly name: string
      readonly timeZone: string
      readonly settings: SiteSettings
      /** The site's local day of the change, YYYY-MM-DD. */
      readonly day: string
    },
    audit: AuditEntry,
  ): Promise<boolean>
}
