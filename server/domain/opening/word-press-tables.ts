/** Tables of WordPress and of its plugins WP-Polls, WP-PostRatings and WP-PostViews. */
export type WordPressTable = 'posts' | 'postmeta' | 'pollsq' | 'pollsa' | 'ratings'

/** Columns in the order that WordPress and the plugins make them in, for a dump that does not say. */
export const USUAL_COLUMNS: Readonly<Record<WordPressTable, readonly string[]>> = {
  posts: [
    ...['ID', 'post_author', 'post_date', 'post_date_gmt', 'post_content', 'post_title'],
    ...['post_excerpt', 'post_status', 'comment_status', 'ping_status', 'post_password'],
    ...['post_name', 'to_ping', 'pinged', 'post_modified', 'post_modified_gmt'],
    ...['post_content_filtered', 'post_parent', 'guid', 'menu_order', 'post_type'],
    ...['post_mime_type', 'comment_count'],
  ],
  postmeta: ['meta_id', 'post_id', 'meta_key', 'meta_value'],
  pollsq: [
    ...['pollq_id', 'pollq_question', 'pollq_timestamp', 'pollq_totalvotes', 'pollq_active'],
    ...['pollq_expiry', 'pollq_multiple', 'pollq_totalvoters'],
  ],
  pollsa: ['polla_aid', 'polla_qid', 'polla_answers', 'polla_votes'],
  ratings: [
    ...['rating_id', 'rating_postid', 'rating_posttitle', 'rating_rating', 'rating_timestamp'],
    ...['rating_ip', 'rating_host', 'rating_username', 'rating_userid'],
  ],
}

/** Columns that are read; the others, such as a reader's address, are passed over. */
const KEPT: Readonly<Record<WordPressTable, readonly string[]>> = {
  posts: ['ID', 'post_date', 'post_name', 'post_status', 'post_type', 'guid'],
  postmeta: ['post_id', 'meta_key', 'meta_value'],
  pollsq: ['pollq_id', 'pollq_question'],
  pollsa: ['polla_aid', 'polla_qid', 'polla_answers', 'polla_votes'],
  ratings: ['rating_postid', 'rating_rating'],
}

/** By which column a table without a name, such as a CSV export, is known. */
const MARKS: readonly (readonly [table: WordPressTable, column: string])[] = [
  ['pollsa', 'polla_aid'],
  ['pollsq', 'pollq_id'],
  ['ratings', 'rating_postid'],
  ['postmeta', 'meta_key'],
  ['posts', 'post_name'],
]

export function keptColumns(table: WordPressTable): readonly string[] {
  return KEPT[table]
}

/** Which table a name is that of, whatever stands before it: `wp_posts`, `web7_2_posts`, `posts`. */
export function wordPressTable(
  name: string,
): { readonly table: WordPressTable; readonly prefix: string } | undefined {
  const [, prefix = '', table = ''] =
    /^(|.*_)(posts|postmeta|pollsq|pollsa|ratings)$/.exec(name) ?? []
  return table === '' ? undefined : { table: table as WordPressTable, prefix }
}

/** Which table has these columns. */
export function tableWith(heads: readonly string[]): WordPressTable | undefined {
  return MARKS.find(([, column]) => heads.includes(column))?.[0]
}
