import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Fault } from './faulty-server.ts'

/**
 * What becomes of the survey on somebody's page. It `votes`: a reader's click is counted. It
 * `reads`: the figures are there, and a click is answered with an apology. It `apologises`: it
 * stands there, says that nothing can be shown and offers another try. It `waits`: it stands
 * there without figures and takes nothing. Or it is `absent`, and the page looks as if nobody
 * had embedded anything.
 */
export type Outcome = 'votes' | 'reads' | 'apologises' | 'waits' | 'absent'

/** A page of `demo/hostile`, what it does to its guest, and what is to become of it. */
export interface HostilePage {
  /** Its path on the site. */
  readonly name: string
  /** Folder and file without its ending, where they aren't its path. */
  readonly file?: string
  /** What the host does, as an editor would say it. */
  readonly host: string
  readonly outcome: Outcome
  readonly headers?: Readonly<Record<string, string>>
  /** How the reader's browser is set up. */
  readonly reader?: BrowserContextOptions
  /** What else happens before the reader does anything. */
  readonly before?: (page: Page) => Promise<unknown>
  /** What stands at the server's address instead of the server. */
  readonly fault?: Fault
  /** Path of the article, where it isn't the page's own. */
  readonly article?: string
  /** Views that the server counts, where it isn't one for `votes` and `reads`, else none. */
  readonly views?: number
  /** Frame that the page's own button stands in. */
  readonly menu?: string
  /** Where the survey is below the page's, in a frame. */
  readonly frame?: string
  /**
   * Lines that the browser itself writes to the console about the host's own rules or about
   * the network: each has to appear, and nothing else may.
   */
  readonly browserSays?: readonly RegExp[]
}
