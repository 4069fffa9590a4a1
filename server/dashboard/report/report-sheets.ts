import { CHOICES, SCORES } from '../../../shared/choice.ts'
import { periodName, type ReportLanguage } from '../../domain/report/period-name.ts'
import type { Report } from '../../domain/report/report.ts'
import type { ReportArticle } from '../../domain/report/report-articles.ts'
import type { ReportLine } from '../../domain/report/report-lines.ts'
import type { Words } from '../words/words.ts'
import { type Cell, count, index, type Sheet, share } from './cell.ts'
import { figureHeads, figures } from './figure-cells.ts'
import { followUpHeads, followUpRow } from './follow-up-table.ts'
import { scopeName } from './report-ask.ts'
import { wordingSheet } from './wording-sheet.ts'

/** A report as the tables of a workbook; its articles come while they are written. */
export function reportSheets(
  words: Words,
  report: Report,
  articles: AsyncIterable<ReportArticle>,
  made: string,
): readonly Sheet[] {
  const names = words.reportSheets
  const language = words.language as ReportLanguage
  const months = report.trend.map(({ period, result }) => [
    periodName(period, language),
    ...figures(result),
  ])
  const notes = words.reportMethodNotes.map((note) => [note])
  return [
    summary(words, report, made),
    {
      name: names.offices,
      ...lines(words, words.reportOffice, report.offices, words.reportNoOffice),
    },
    {
      name: names.sections,
      ...lines(words, words.reportSection, report.sections, words.reportNoSection),
    },
    { name: names.trend, head: [words.reportMonth, ...figureHeads(words)], rows: months },
    { name: names.articles, ...articleSheet(words, articles) },
    {
      name: names.followUps,
      head: [words.reportPeriod, ...followUpHeads(words)],
      rows: [
        ...report.followUps.map((each) => [periodName(report.period, language), each] as const),
        ...report.previousFollowUps.map(
          (each) => [periodName(report.previous, language), each] as const,
        ),
      ].map(([name, each]) => [name, ...followUpRow(words, each)]),
    },
    ...(report.wordings.length > 0
      ? [{ name: words.wordingSheet, ...wordingSheet(words, report) }]
      : []),
    { name: names.method, head: [words.reportMethod], rows: notes },
  ]
}

/** The articles alone. */
export function articleSheet(
  words: Words,
  articles: AsyncIterable<ReportArticle>,
): Omit<Sheet, 'name'> {
  return {
    head: [
      ...[words.reportArticleName, words.reportAddress, words.reportSite],
      ...[words.reportOffice, words.reportSection, words.reportVerified],
      ...figureHeads(words).slice(0, FIGURES_OF_ARTICLE),
    ],
    rows: rowsOf(words, articles),
  }
}

/** An article's votes that are not counted are told by sums only. */
const FIGURES_OF_ARTICLE = 10

async function* rowsOf(words: Words, articles: AsyncIterable<ReportArticle>) {
  for await (const { title, key, site, office, section, verified, result } of articles) {
    yield [
      ...[title ?? '', key, site, office, section],
      verified ? words.reportYes : words.reportNo,
      ...figures(result).slice(0, FIGURES_OF_ARTICLE),
    ]
  }
}

function lines(
  words: Words,
  what: string,
  all: readonly ReportLine[],
  none: string,
): Omit<Sheet, 'name'> {
  const rows = all.map(({ name, site, now, before, hundredths, change }): readonly Cell[] => [
    ...[name || none, site, ...figures(now), count(before.n), index(before.index)],
    ...[index(hundredths), change && words.reportChangeWords[change]],
  ])
  return {
    head: [
      ...[what, words.reportSite, ...figureHeads(words), words.reportBefore],
      ...[words.reportBeforeIndex, words.reportChange, words.reportChange],
    ],
    rows,
  }
}

function summary(words: Words, report: Report, made: string): Sheet {
  const { scope, title, office, period, previous, lastYear, zones, total, yearBefore } = report
  const language = words.language as ReportLanguage
  const { n, votes, satisfied, views } = total.now
  const rows: readonly (readonly Cell[])[] = [
    [words.reportAgency, office ?? words.reportNoAgency],
    [words.reportScope, scopeName(scope, title)],
    [words.reportPeriod, periodName(period, language), period.from, period.to],
    [words.reportZone, zones.join(', ')],
    [words.reportMade, made],
    [],
    [words.reportChoice, words.reportRatings, words.reportShare, words.reportScore],
    ...CHOICES.map((choice) => [
      ...[words.reportChoices[choice], count(votes[choice]), share(votes[choice], n)],
      count(SCORES[choice]),
    ]),
    [`${words.reportChoices['sangat-puas']} + ${words.reportChoices.puas}`, count(satisfied.k)],
    [words.reportRate, share(n, views)],
    [],
    [words.reportPeriod, ...figureHeads(words)],
    [periodName(period, language), ...figures(total.now)],
    [periodName(previous, language), ...figures(total.before)],
    [periodName(lastYear, language), ...figures(yearBefore)],
  ]
  return {
    name: words.reportSheets.summary,
    head: [words.reportTitle(scopeName(scope, title))],
    rows,
  }
}
