import { instantText } from '../../domain/instant.ts'
import type { Report } from '../../domain/report/report.ts'
import type { ReportArticle } from '../../domain/report/report-articles.ts'
import type { DashboardFile } from '../file-response.ts'
import type { Words } from '../words/words.ts'
import { csvOf } from './csv.ts'
import type { ReportAsk } from './report-ask.ts'
import { reportJson } from './report-json.ts'
import { articleSheet, reportSheets } from './report-sheets.ts'
import { wordingSheet } from './wording-sheet.ts'
import { xlsxOf } from './xlsx.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What files are made from. */
interface Filling {
  readonly report: Report
  readonly articles: AsyncIterable<ReportArticle>
  /** The day as DD-MM-YYYY, and the instant in milliseconds since 1970. */
  readonly made: { readonly day: string; readonly at: number }
}

/** A file of a report by its name in the address; undefined where there is none. */
export function reportFile(
  words: Words,
  ask: ReportAsk,
  asked: string,
  { report, articles, made }: Filling,
): DashboardFile | undefined {
  const { scope, period } = ask
  const about = scope.kind === 'office' ? scope.office.key : scope.site.key
  const name = `${about}-${period.code}`
  switch (asked) {
    case 'report.xlsx': {
      const sheets = reportSheets(words, report, articles, made.day)
      return { name: `${name}.xlsx`, type: XLSX, pieces: xlsxOf(sheets, made.at) }
    }
    case 'report.csv': {
      const pieces = csvOf(articleSheet(words, articles))
      return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', pieces }
    }
    case 'wordings.csv': {
      if (report.wordings.length === 0) return undefined
      const pieces = csvOf(wordingSheet(words, report))
      return { name: `${name}-wordings.csv`, type: 'text/csv; charset=utf-8', pieces }
    }
    case 'report.json': {
      const pieces = reportJson(report, articles, instantText(Math.floor(made.at / 1000)))
      return { name: `${name}.json`, type: 'application/json', pieces }
    }
    default:
      return undefined
  }
}
