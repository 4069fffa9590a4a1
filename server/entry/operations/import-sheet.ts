import { EN_IMPORTS } from '../../dashboard/words/en-imports.ts'
import { isPermalink } from '../../domain/opening/permalink.ts'
import { pollsIn } from '../../domain/opening/polls-in.ts'
import { type Sheet, SheetError, type SheetFile } from '../../domain/opening/sheet.ts'
import { wordPressSheet } from '../../domain/opening/word-press-sheet.ts'
import type { ImportKind } from '../../store/store.ts'
import { readSheets } from '../read-sheets.ts'
import { Refusal, type Typed } from './operation.ts'

const KINDS = ['table', 'wp-postviews', 'wp-postratings', 'wp-polls'] as const

/** What a file is said to have. @throws Refusal */
export function importKind(typed: Typed['options'][string]): ImportKind {
  const kind = KINDS.find((one) => one === (typed ?? 'table'))
  if (!kind) throw new Refusal(`--kind is ${KINDS.join(', ')}.`)
  return kind
}

/** The table of a file, made out of those of a plugin of WordPress where it has them. @throws Refusal */
export async function importSheet(bytes: Uint8Array, options: Typed['options']): Promise<Sheet> {
  const kind = importKind(options['kind'])
  const text = (name: string) => String(options[name] ?? '')
  const permalink = text('permalink')
  const polls = pollsIn(text('polls'), /,/)
  if ((kind === 'wp-postviews' || kind === 'wp-postratings') && !isPermalink(permalink)) {
    throw new Refusal(`--permalink: ${EN_IMPORTS.importFaultPermalink}`)
  }
  if (kind === 'wp-polls' && polls.size === 0) {
    throw new Refusal('--polls says which article each poll was about: 3=/berita/7,4=/berita/9.')
  }
  const file = await read(bytes)
  const sheet =
    kind === 'table' ? file.sheets.get('') : wordPressSheet(kind, file, permalink, polls)
  if (sheet === undefined) throw new Refusal('An SQL dump needs --kind.')
  if (typeof sheet === 'string') throw new Refusal(EN_IMPORTS.importPluginFaults[sheet])
  return sheet
}

async function read(bytes: Uint8Array): Promise<SheetFile> {
  try {
    return await readSheets(bytes)
  } catch (reason) {
    if (!(reason instanceof SheetError)) throw reason
    throw new Refusal(EN_IMPORTS.importSheetFaults[reason.why](reason.message))
  }
}
