import { CHOICES } from '../../../shared/choice.ts'
import type { Period } from '../../domain/report/period.ts'
import type { Report } from '../../domain/report/report.ts'
import type { ReportArticle } from '../../domain/report/report-articles.ts'
import type { Compared, ReportLine } from '../../domain/report/report-lines.ts'
import type { RankedArticle } from '../../domain/report/report-ranking.ts'
import type { Result } from '../../domain/report/result.ts'
import { isOtherSince, type SiteWordings } from '../../domain/report/wording-parts.ts'
import type { FollowUp } from '../../store/store.ts'
import { scopeName } from './report-ask.ts'

/** About as much is sent at once, in characters. */
const PIECE = 16 * 1024

/** A report as one JSON object, `articles` at its end; written while they come. */
export async function* reportJson(
  report: Report,
  articles: AsyncIterable<ReportArticle>,
  made: string,
): AsyncGenerator<string> {
  let text = `${JSON.stringify(headOf(report, made)).slice(0, -1)},"articles":[`
  let mark = '\n'
  for await (const { result, ...article } of articles) {
    text += mark + JSON.stringify({ ...article, ...figures(result, false) })
    mark = ',\n'
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield `${text}\n]}\n`
}

function headOf(report: Report, made: string) {
  const { scope, title, office, period, zones, closed, complete, total, yearBefore } = report
  const key = scope.kind === 'office' ? { office: scope.office.key } : { site: scope.site.key }
  return {
    about: {
      ...{ kind: scope.kind, ...key, name: scopeName(scope, title) },
      ...(scope.kind === 'article' ? { article: scope.article } : {}),
    },
    ...{ agency: office, period: daysOf(period), zones, made, closed, complete },
    total: figures(total.now, true),
    previous: {
      ...{ period: daysOf(report.previous), otherWording: isOtherSince(report, report.previous) },
      ...{ ...figures(total.before, true), ...moved(total) },
    },
    lastYear: {
      ...{ period: daysOf(report.lastYear), otherWording: isOtherSince(report, report.lastYear) },
      ...figures(yearBefore, true),
    },
    wordings: report.wordings.map(wording),
    offices: report.offices.map(line),
    sections: report.sections.map(line),
    trend: report.trend.map(({ period: month, result }) => {
      return { month: month.code, ...figures(result, true) }
    }),
    best: ranking(report.best.ranked, report.best.items),
    attention: ranking(report.attention.ranked, report.attention.items),
    followUps: report.followUps.map(followUp),
    previousFollowUps: report.previousFollowUps.map(followUp),
  }
}

/** What a site asked: each change, and the figures of the days between apart. */
function wording({ site, changes, parts }: SiteWordings) {
  return {
    site: site.key,
    changes: changes.map(({ day, language, former, wording: to }) => {
      return { day, language, from: former, to }
    }),
    parts: parts.map(({ of, days: { from, to }, asked, result }) => ({
      ...{ of: of === 'now' ? 'period' : of, from, to },
      asked: Object.fromEntries(asked.map((each) => [each.language, each.wording])),
      ...figures(result, true),
    })),
  }
}

function daysOf({ code, from, to }: Period) {
  return { code, from, to }
}

function figures(result: Result, aside: boolean) {
  const { views, n, votes, index, interval, grade, percentages, pending, excluded } = result
  const percent = percentages && {
    ...Object.fromEntries(CHOICES.map((choice) => [choice, percentages.tenths[choice] / 10])),
    rounded: percentages.rounded,
  }
  return {
    ...{ views, n, votes, percent, index: index === null ? null : index / 100 },
    interval: interval && [interval.low / 100, interval.high / 100],
    grade,
    ...(aside ? { pending, excluded } : {}),
  }
}

function moved({ hundredths, change }: Compared) {
  return { moved: hundredths === null ? null : hundredths / 100, change }
}

function line({ key, name, site, depth, now, before, ...more }: ReportLine) {
  const place = site === '' ? { key, name, depth } : { site, prefix: key, name }
  const { n, index } = before
  return {
    ...{ ...place, ...figures(now, true) },
    previous: {
      ...{ n, index: index === null ? null : index / 100 },
      ...moved({ now, before, ...more }),
    },
  }
}

function followUp({ about, title, issue, action, owner, due, status, opened, ended }: FollowUp) {
  return { about, title, issue, action, owner, due, status, opened, ended }
}

function ranking(ranked: boolean, items: readonly RankedArticle[]) {
  return {
    ranked,
    articles: items.map(({ site, key, title, ...result }) => {
      return { site: site.key, key, title, ...figures(result, false) }
    }),
  }
}
