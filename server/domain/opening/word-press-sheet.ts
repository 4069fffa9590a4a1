import type { ImportKind } from '../../store/store.ts'
import { addressOfPost } from './permalink.ts'
import type { Sheet, SheetFile, SheetRow } from './sheet.ts'
import { tableWith, type WordPressTable } from './word-press-tables.ts'

type PluginKind = Exclude<ImportKind, 'table'>

/** What is not in a file of a plugin: its table; or of ratings only averages, which say nothing of who gave what. */
export type PluginFault = 'no-polls' | 'no-ratings' | 'averages' | 'no-views'

/**
 * What a plugin of WordPress has counted, as a table with an `article` column, and `views`; or `rating`, of which
 * `count` is how often it was given and `label` how it is worded. Rows of an article that can't be found have its number there, which is no address.
 * @param permalink as {@link addressOfPost} takes it
 * @param polls address of the article that a poll, by its number, was about; other polls are passed over
 */
export function wordPressSheet(
  kind: PluginKind,
  file: SheetFile,
  permalink: string,
  polls: ReadonlyMap<string, string>,
): Sheet | PluginFault {
  const tables = tablesOf(file)
  const posts = new Map(tables.get('posts')?.rows.map((post) => [post['ID'] ?? '', post]))
  const article = (id: string | undefined, row: SheetRow) =>
    articleOf(id ?? '', row, posts, permalink)
  if (kind === 'wp-polls') return pollSheet(tables, polls)
  const meta = tables.get('postmeta')?.rows ?? []
  if (kind === 'wp-postviews') {
    const views = meta.filter((row) => row['meta_key'] === 'views')
    if (views.length === 0) return 'no-views'
    const rows = views.map((row) => {
      return { article: article(row['post_id'], row), views: row['meta_value'] ?? '' }
    })
    return { heads: ['article', 'views'], rows }
  }
  const ratings = tables.get('ratings')?.rows
  if (ratings === undefined || ratings.length === 0) {
    return meta.some(({ meta_key = '' }) => meta_key.startsWith('ratings_'))
      ? 'averages'
      : 'no-ratings'
  }
  const rows = ratings.map((row) => {
    return { article: article(row['rating_postid'], row), rating: row['rating_rating'] ?? '' }
  })
  return { heads: ['article', 'rating'], rows }
}

/** The polls of a file by their numbers, with their questions as far as they are in it. */
export function pollsOf(file: SheetFile): ReadonlyMap<string, string> {
  const tables = tablesOf(file)
  const questions = tables.get('pollsq')?.rows.map((row) => {
    return [row['pollq_id'] ?? '', row['pollq_question'] ?? ''] as const
  })
  const asked = new Map(questions)
  const ids = tables.get('pollsa')?.rows.map((row) => row['polla_qid'] ?? '') ?? []
  return new Map([...new Set(ids)].map((id) => [id, asked.get(id) ?? '']))
}

type Tables = ReadonlyMap<WordPressTable, Sheet>

function tablesOf({ format, sheets }: SheetFile): Tables {
  if (format === 'sql') return sheets as Tables
  const sheet = sheets.get('')
  const table = sheet && tableWith(sheet.heads)
  return new Map(table ? [[table, sheet]] : [])
}

function pollSheet(tables: Tables, polls: ReadonlyMap<string, string>): Sheet | PluginFault {
  const answers = tables.get('pollsa')?.rows ?? []
  if (answers.length === 0) return 'no-polls'
  const rows = answers.flatMap((row) => {
    const article = polls.get(row['polla_qid'] ?? '')
    const { polla_aid: rating = '', polla_answers: label = '', polla_votes: count = '' } = row
    return article === undefined ? [] : [{ article, rating, label, count }]
  })
  return { heads: ['article', 'rating', 'label', 'count'], rows }
}

/** An export may have a post's own columns beside what is noted of it. */
function articleOf(
  id: string,
  row: SheetRow,
  posts: ReadonlyMap<string, SheetRow>,
  permalink: string,
): string {
  const post = posts.get(id) ?? { ...row, ID: id }
  const shown = (post['post_status'] ?? 'publish') === 'publish'
  return (shown && addressOfPost(permalink, post)) || `#${id}`
}
