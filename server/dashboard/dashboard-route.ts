import type { Accounts, SignedIn, Visit } from '../accounts/accounts.ts'
import type { Action, Target } from '../domain/access/may.ts'
import type { DecisionDesk } from '../domain/moderation/decision-desk.ts'
import type { ImportDesk } from '../domain/opening/import-desk.ts'
import type { OpeningBook } from '../domain/opening/opening-book.ts'
import type { SheetFile } from '../domain/opening/sheet.ts'
import type { UploadShelf } from '../domain/opening/upload-shelf.ts'
import type { PublicAddress } from '../domain/public-address.ts'
import type { ReadUnitResults } from '../domain/report/unit-results.ts'
import type { Rules } from '../domain/rules.ts'
import type { Throttle } from '../guards/throttle.ts'
import type { SentFile } from '../guards/upload.ts'
import type { Person, Site } from '../store/store.ts'
import type { DashboardFile } from './file-response.ts'
import type { Html } from './html.ts'
import type { ReadLiveParts } from './live/live-parts.ts'
import type { Places } from './places.ts'
import type { Words } from './words/words.ts'

/**
 * What an address acts on: the whole `server`; the `site`, the `office`, the `person`, the
 * `followUp` or what the `alert` in the path is about; the `role`, what a follow-up is `about` or a
 * rule (`alertAbout`) in what was typed. `above`: the
 * office above that in the path, the server for one at the top. `under`: the office that was typed
 * as `under`, the server where none was. `section` and `article`: whoever answers for the typed one now, and
 * `answering` then, the site itself where no office does. `somewhere`, for a page that shows to
 * each what is theirs.
 */
export type ActedOn =
  | 'server'
  | 'site'
  | 'office'
  | 'person'
  | 'followUp'
  | 'role'
  | 'about'
  | 'alert'
  | 'alertAbout'
  | 'above'
  | 'under'
  | 'section'
  | 'article'
  | 'answering'
  | 'somewhere'

/**
 * Who may ask an address. `anyone`: signed in or not. `half`: signed in, perhaps without a second
 * factor yet. `member`: signed in with one. Else who may do that to all of these.
 */
export type Access =
  | 'anyone'
  | 'half'
  | 'member'
  | { readonly action: Action; readonly on: ActedOn | readonly ActedOn[] }

/** What the dashboard stands on. */
export interface DashboardGround {
  readonly rules: Rules
  readonly accounts: Accounts
  readonly publicAddress: PublicAddress
  readonly hashPassword: (password: string) => Promise<string>
  /** The readers' script: its version, and what browsers hold it against (SRI). */
  readonly script: { readonly version: string; readonly integrity: string }
  /** The last backup that was tested, and the last failure; times are ISO 8601. */
  readonly readBackup: () => Promise<{
    readonly good?: { readonly time: string }
    readonly failure?: { readonly time: string; readonly message: string }
  }>
  /** Whether this server sends e-mail. */
  readonly sendsMail: boolean
  /** Decisions about votes that go on after their request was answered. */
  readonly decisions: DecisionDesk
  readonly openings: OpeningBook
  /** Files that wait to be brought in, and what is being brought in. */
  readonly uploads: UploadShelf
  readonly imports: ImportDesk
  /** Reads a table in whatever format it is. @throws SheetError */
  readonly readSheets: (bytes: Uint8Array) => Promise<SheetFile>
  /** Lets what else waits go first. */
  readonly pause: () => Promise<void>
  /** What may go wrong from one address, for one e-mail, and for one e-mail from one address. */
  readonly throttles: Readonly<Record<'address' | 'email' | 'pair', Throttle>>
  readonly readUnitResults: ReadUnitResults
}

/** A request that may go on. */
export interface DashboardAct extends DashboardGround {
  readonly words: Words
  readonly visit: Visit
  /** The address that the browser comes from, as a name that is kept as a hash only. */
  readonly client: string
  /** Origin that was asked, as the server sees it. */
  readonly origin: string
  /** `Origin` of a form. */
  readonly sentFrom: string | undefined
  /** Whether it came over https. */
  readonly secure: boolean
  /** Path that was asked, such as `/admin/sites/bojonegoro`. */
  readonly at: string
  /** Parameters of the path. */
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
  /** What was sent with the form, where the address takes a file. */
  readonly file?: SentFile | 'too-large' | undefined
  /** Who asks; null where nobody is signed in. */
  readonly person: Person | null
  readonly signedIn: SignedIn | null
  readonly sites: readonly Site[]
  readonly places: Places
  /** Seconds since 1970. */
  readonly now: number
  /** Whether who asks may do this to that. */
  readonly may: (action: Action, target: Target) => boolean
}

/**
 * A page, which may ask again after some seconds, a file, what of a page moves, or where to go on;
 * each may set cookies.
 */
export type DashboardAnswer = { readonly cookies?: readonly string[] } & (
  | {
      readonly title: string
      readonly body: Html
      readonly status?: number
      readonly refresh?: number
    }
  | { readonly file: DashboardFile }
  | { readonly live: ReadLiveParts }
  | { readonly to: string }
  | { readonly missing: true }
)

/** An answer that is there at once. */
export type SentAnswer = Exclude<DashboardAnswer, { readonly live: ReadLiveParts }>

export interface DashboardRoute {
  readonly method: 'GET' | 'POST'
  /** Below `/admin`, such as `/sites/:site`; empty for `/admin` itself. */
  readonly path: string
  readonly access: Access
  /** Bytes of the file that a form may bring; absent for one that takes none. */
  readonly largestFile?: number
  /** Whether asking it is no use of a session: a page does that by itself. */
  readonly watching?: true
  answer(act: DashboardAct): Promise<DashboardAnswer> | DashboardAnswer
}
