/**
 * Who opens a page: the server's owner, somebody without a second factor yet (`half`), somebody whose
 * password was taken and whose code is asked for (`known`), and whoever comes along.
 */
export type PageReader = 'owner' | 'half' | 'known' | 'stranger'

/** A page that can be opened. */
export interface PageAddress {
  /** As its route has it, such as `/admin/sites/:site`. */
  readonly name: string
  /** With its query, such as `/admin/sites/contoh`. */
  readonly path: string
  readonly reader: PageReader
}
