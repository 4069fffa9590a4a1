import type { LetterWords } from './letters-id.ts'

/** What letters say, in English. */
export const LETTERS_EN: LetterWords = {
  server: 'this server',
  alertSubject: {
    began: (what, name) => `Alert: ${what} (${name})`,
    ended: (what, name) => `Over: ${what} (${name})`,
    test: (what, name) => `Test: ${what} (${name})`,
  },
  kinds: {
    index: 'index below its bound',
    burst: 'burst of votes held back',
    silence: 'no votes',
    backup: 'backup too old',
  },
  indexBegan: (name, high, bound) =>
    `The satisfaction index of ${name} is almost certainly below ${bound}: the upper end of its 95 % interval is ${high} now.`,
  indexEnded: (name, bound) =>
    `The satisfaction index of ${name} can no longer be said to be below ${bound}.`,
  indexFacts: { index: 'Index', interval: '95 % interval', votes: 'Counted votes', days: 'Days' },
  span: (from, to) => `${from} to ${to}`,
  none: 'none',
  indexNext: 'Look at the articles that need attention in the report, then write a follow-up down.',
  burstBegan: (name, votes, articles) =>
    `${votes} votes at ${articles} articles of ${name} are held back because they came as a burst. While they are held they do not count.`,
  burstNext: 'Look at them on the moderation page, then count or exclude them.',
  burstEnded: (name) => `No votes of ${name} are held back as a burst and wait for a decision.`,
  silenceBegan: (name, days, before) =>
    `${name} has had no vote in the last ${days} days; in the 28 days before there were ${before}.`,
  silenceNext: 'Look whether the line of Tanggapan still stands in the articles’ pages.',
  silenceEnded: (name) => `${name} has votes again.`,
  backupBegan: (hours, last) =>
    `The last backup that passed its test is older than ${hours} hours: ${last}.`,
  backupNever: 'No backup has passed its test yet.',
  backupNext: 'Look at BACKUP_DIR and the server’s log.',
  backupEnded: (last) => `There is a new backup that passed its test: ${last}.`,
  test: 'This is a test. Nothing has happened; when this rule fires, its message reaches this address.',
  openRule: 'Open this rule in the dashboard',
  stopAlert: (name) =>
    `You get this because your address stands in an alert rule of ${name} in Tanggapan. To stop it, ask its administrator to take your address out of that rule. This letter has no tracker in it.`,

  digestSubject: (name, from, to) => `Digest of ${name}: ${from} – ${to}`,
  digestLead: (satisfied, n) =>
    `${satisfied} of ${n} votes this week are satisfied or very satisfied.`,
  digestFew: (n) => `There were only ${n} votes this week: too few to conclude anything.`,
  digestNone: 'There were no counted votes this week.',
  digestChange: {
    higher: (moved) => `The index clearly rose from the week before (${moved}).`,
    lower: (moved) => `The index clearly fell from the week before (${moved}).`,
    unclear: () => 'The index did not clearly change from the week before.',
  },
  thisWeek: 'This week',
  lastWeek: 'The week before',
  shares: (best, good, fair, worst, n) =>
    `very satisfied ${best}, satisfied ${good}, fairly satisfied ${fair}, not satisfied ${worst} (${n} votes)`,
  noShares: 'no votes yet',
  figures: {
    index: 'Index',
    votes: 'Counted votes',
    views: 'Views',
    rate: 'Votes of views',
    pending: 'Pending votes',
  },
  beside: (now, before) => `${now}; the week before ${before}`,
  within: (index, low, high) => `${index} (95 %: ${low}–${high})`,
  movedTitle: 'What clearly changed',
  movedNone: 'No office or section has an index that moved beyond its interval.',
  moved: (name, before, now, moved, n) => `${name}: ${before} → ${now} (${moved}; ${n} votes)`,
  attentionTitle: 'Needs attention',
  attentionText:
    'In the last 30 days, with 30 votes or more, the upper end of the index is below 76.61 (Good).',
  attentionNone: 'No section or article has an index that is almost certainly below Good.',
  attention: (name, index, high, n) => `${name}: index ${index}, upper end ${high}, ${n} votes`,
  followUpsTitle: 'Follow-ups',
  followUpsDone: (count) => `Done this week: ${count}`,
  followUpsOverdue: (count) => `Overdue: ${count}`,
  followUpsNone: 'None were done this week, and none are overdue.',
  done: (issue, owner, ended) => `${issue} – ${owner}, done ${ended}`,
  overdue: (issue, owner, due) => `${issue} – ${owner}, due ${due}`,
  more: (count) => `and ${count} more`,
  chainTitle: 'The signed chain of figures',
  chain: (site, number, day, hash) => `${site}, link ${number} (${day}): ${hash}`,
  openReport: 'Open this month’s report',
  stopDigest: (name) =>
    `You get this because your address stands in the weekly digest of ${name} in Tanggapan. To stop it, ask its administrator to take your address out of that digest. This letter has no tracker in it.`,
}
