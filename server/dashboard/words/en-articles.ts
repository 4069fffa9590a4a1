import type { ID_ARTICLES } from './id-articles.ts'

/** Of the pages about articles, in English. */
export const EN_ARTICLES: typeof ID_ARTICLES = {
  articlesTitle: 'Articles',
  articlesLead: (period: string) => `Articles with figures of ${period}, today included.`,
  articlesSearch: 'Search titles and addresses',
  articlesSort: 'Order',
  articleOrders: {
    votes: 'Most ratings',
    views: 'Most viewed',
    best: 'Best',
    attention: 'Needs attention',
    address: 'Address',
  },
  articlesRanked:
    'This order goes by the bounds of the interval and has only articles with at least 30 ratings until yesterday.',
  articlesAny: 'All',
  articlesVerified: 'Verification',
  articlesKnown: 'verified',
  articlesNone:
    'No articles in this period yet. An article appears here once a reader has viewed it; choose another period, or set up the embed line.',
  articlesNoneHere: 'No article fits. Change the filter, or choose another period.',
  articlesUnknownOrder: 'There is no such order.',
  articleClosed: 'This article is closed: it takes no more ratings.',
  articleReview: 'This article is being looked at; readers are told so.',
  articleOpening: (views: string, source: string, date: string, estimate: boolean) =>
    `An older counter, outside of all figures here: ${views} views, from ${source}, ${date}${estimate ? ' (an estimate)' : ''}.`,
  articleModeration: 'Ratings of this article that are set aside',
  articleStanding: 'Standing of the ratings',
  articleStandings: (counted, pending, excluded) =>
    `In this period ${counted} ratings are counted, ${pending} pending, ${excluded} excluded.`,
  standingCounted: 'counted',
  articleOffice: 'Who answers for it',
  articleOfficeOwn: 'given this article itself',
  articleOfficeOfSection: (section) => `as its section: ${section}`,
  articleOfficeOfSite: 'as its site',
  articleOfficeNew: 'Give the article to',
  articleOfficeHint:
    'All its ratings go along, earlier ones too, in every period. It stands in the audit log and can be taken back.',
  articleOfficeAsPlace: (office) => `as its section or site: ${office}`,
  articleOfficeBack: 'as its section or site',
  articleOfficeGive: 'Give the article',
  doneArticleOffice:
    'The article was given away with its history; the figures of offices follow within minutes.',
  articleVerified:
    'Its own site knows this article: by its page, a sitemap or the list of an admin.',
  articleUnverified: 'Not verified yet.',
  articleUntried: 'Its site has not been asked yet.',
  articleTriedAgain:
    'It is tried again by itself. Meanwhile its ratings are counted, but it stands in no public list.',
  articleGivenUp:
    'It is not tried again by itself; ask for it on the page of operations. Its ratings are counted, but it stands in no public list.',
  articleDays: 'Day by day',
  articleDay: 'Day',
  articleDaysAll: (days: number) => `Show ${days} days`,
  articleDaysNone: 'No figures in this period.',
  articleEdit: 'Before and after the article was edited',
  articleEdited: 'Day on which it was edited',
  articleEditedOutside: 'Choose a day of the period after its first one.',
  articleEditShow: 'Compare',
  articleBefore: (day: string) => `Before ${day}`,
  articleAfter: (day: string) => `From ${day} on`,
  articleEditChange: (change: string) => `Change of the index since then: ${change}.`,
  articleAliasesTitle: 'Other addresses of this article',
  articleAliasesNone: 'No other address counts as this article.',
  articleAliases: (n: number) =>
    n === 1
      ? 'One other address counts as this article.'
      : `${n} other addresses count as this article.`,
  articleMerge: 'Merge',
  articleMergeAddress: 'Address to merge into this article',
  articleMergeHint:
    'Its figures are added here, past ones too. Two ratings of one reader stay two. It can be undone exactly.',
  articleMergeUnknown: 'This site has no other article at that address.',
  articleMergeChain:
    'One of the two is merged already, or has other addresses. Separate them first.',
  articleUnmerge: 'Separate',
  articleUnmergeName: (alias: string) => `Separate ${alias}`,
  articleCloseTitle: 'Close the article',
  articleCloseText:
    'Readers can no longer rate it, or change or withdraw a rating; the figures stay. It can be opened again.',
  articleClose: 'Close the article',
  articleOpenTitle: 'Open the article',
  articleOpenText: 'Readers can rate it again.',
  articleOpen: 'Open the article',
  doneMerged: 'The address was merged.',
  doneUnmerged: 'The address was separated.',
  doneArticleClosed: 'The article is closed.',
  doneArticleOpened: 'The article is open.',
  rankingTitle: 'Ranking',
  rankingLead: {
    best: (period: string) => `The best of ${period}, by the lower bound of the interval.`,
    attention: (period: string) =>
      `What needs attention in ${period}, by the upper bound of the interval.`,
    views: (period: string) => `What was viewed most in ${period}.`,
  },
  rankingOffices: 'Offices',
  rankingSections: 'Sections',
  rankingMonths: 'Twelve months',
  rankingArticles: 'Articles',
  rankingNone: 'No ratings in this period yet.',
  rankingFew: (from: number) =>
    `Nothing has reached ${from} ratings yet; these come nearest, without a rank.`,
  rankingOf: (n: string, from: number) => `${n} of ${from}`,
  rank: 'No.',
  rankingName: 'Name',
  allTime: 'all time',
  article: 'Article',
  section: 'Section',
  office: 'Office',
  interval: '95 % interval',
  grade: 'Grade',
}
