import type { ID_IMPORTS } from './id-imports.ts'

/** Of tables that are brought in, in English. */
export const EN_IMPORTS: typeof ID_IMPORTS = {
  importTitle: 'Import opening balances',
  importLink: 'Import from a file',
  importLead:
    'Bring the counts of an older counter in at once. You see first what would happen; nothing changes before you apply it.',
  importFile: 'File',
  importFileHint:
    'CSV (semicolons, commas or tabs), XLSX, or an SQL dump of phpMyAdmin or mysqldump; at most 20 MB and 200,000 rows. The file waits in the server’s memory for an hour at most and is not stored.',
  importKind: 'What the file has',
  importKinds: {
    table: 'Any table (CSV or XLSX)',
    'wp-postviews': 'WP-PostViews',
    'wp-postratings': 'WP-PostRatings',
    'wp-polls': 'WP-Polls',
  },
  importPermalink: 'Permalinks of WordPress',
  importPermalinkHint:
    'For WordPress only: what Settings › Permalinks has, such as /%year%/%monthnum%/%postname%/ or /?p=%post_id%; or guid.',
  importSend: 'Send and check',
  importFaultFile: 'Choose a file.',
  importFaultLarge: 'The file is larger than 20 MB. Split it, or use the command on the server.',
  importFaultPermalink:
    'Fill in permalinks such as /%year%/%monthnum%/%postname%/, or guid. Categories and authors are not supported.',
  importsAll: 'Imports so far',
  importsNone: 'Nothing was imported yet.',
  importGone:
    'That file no longer waits: it was applied, an hour has passed, or the server was started anew. Send it again.',
  importPlanTitle: 'Check an import',
  importRead: (format: string, encoding: string, rows: string) =>
    `${format}, ${encoding}, ${rows} rows.`,
  importMapping: 'Which column has what',
  importColumns: {
    article: 'Address of the article',
    views: 'Views',
    'sangat-puas': 'Very satisfied',
    puas: 'Satisfied',
    'cukup-puas': 'Fairly satisfied',
    'tidak-puas': 'Not satisfied',
    rating: 'Rating (a row for each, or with a count)',
    count: 'How often that rating was given',
  },
  importNoColumn: '(none)',
  importScale: 'Which rating is which answer',
  importScaleHint: 'A rating that stands for no answer is left out, and named below.',
  importNoChoice: '(leave out)',
  importPolls: 'The article of each poll',
  importPollsHint:
    'A line for each poll: number = address, such as 3 = /berita/7. Those that aren’t named are passed over.',
  importPollsThere: 'In the file:',
  importLook: 'See what would happen',
  importColumnFaults: {
    article: 'Choose the column that has the address of the article.',
    nothing: 'Choose a column of views, of answers, or of ratings.',
    scale: 'Say which answer each rating is: only you know what it means.',
    values: 'The column of ratings has more than 60 different ones: that is no scale.',
  },
  importSheetFaults: {
    format: () =>
      'This file is no CSV, XLSX or SQL dump. Save it from Excel as XLSX or CSV UTF-8 again.',
    csv: (line) =>
      `The CSV can’t be read around line ${line}: it has not as many cells as there are columns, or a quotation mark is not closed.`,
    empty: () => 'This file has no table that can be read.',
    heads: (name) => `Two columns are called ${name}. Give them different names.`,
    rows: () => 'The file has more than 200,000 rows. Split it.',
    cell: () => 'There is a cell of more than 10,000 characters.',
    unpacked: () => 'Unpacked, this file is larger than 64 MB.',
    dump: (line) => `The SQL dump can’t be read at line ${line}.`,
    columns: (table) =>
      `The columns of the table ${table} are not known. Export it again with their names.`,
    kind: () =>
      'This is an SQL dump. Send it again and choose the plugin of WordPress whose counts you take.',
    prefixes: (names) =>
      `This dump has the tables of several sites (${names}). Export those of one site only.`,
  },
  importPluginFaults: {
    'no-polls': 'This file has no row of the table pollsa (WP-Polls).',
    'no-ratings': 'This file has no row of the table ratings (WP-PostRatings).',
    averages:
      'This file has averages only (ratings_average). They don’t say how many gave which rating; export the table ratings.',
    'no-views': 'This file has no meta row views (WP-PostViews).',
  },
  importRowFaults: {
    address: 'is no address of an article of this site',
    views: 'is no number of views',
    votes: 'is no number of ratings',
    count: 'is no number of ratings',
    rating: 'stands for no answer',
    large: 'has more than 1,000,000,000',
  },
  importPlan: 'What would happen',
  importPlanSums: (fresh: string, views: string, votes: string) =>
    `${fresh} articles get an opening balance: ${views} views, ${votes} ratings.`,
  importPlanKept: (kept: string) => `${kept} articles have an opening balance and keep it.`,
  importPlanFaults: (faults: string) => `${faults} rows are left out.`,
  importFirst: (shown: number) => `The first ${shown} are shown; the CSV file has all of them.`,
  importWhole: 'Download all of it as CSV',
  importFate: 'What happens',
  importFresh: 'new',
  importKept: 'kept',
  importLeft: 'left out',
  importRow: 'Row',
  importText: 'What it has',
  importWhy: 'Why',
  importApply: (fresh: string) => `Apply to ${fresh} articles`,
  importOf: (id: number) => `Import ${id}`,
  importPlanned: 'Planned',
  importAdded: 'Came in',
  importRemoved: 'Taken back',
  importAt: 'When',
  importRunning: (done: string, all: string) =>
    `Under way: ${done} of ${all}. This page renews itself.`,
  importDone: (added: string) => `Done: ${added} articles were given an opening balance.`,
  importUndone: (removed: string) => `Taken back: the opening balances of ${removed} articles.`,
  importHalf: (added: string, all: string) =>
    `Stopped half-way: ${added} of ${all}. Articles that had an opening balance by then count as not come in. Send the same file again to go on, or take back what came in.`,
  importUndo: 'Take this import back',
  importUndoText:
    'Only opening balances that this import brought, and that nobody changed since, are removed. Articles and ratings stay.',
}
