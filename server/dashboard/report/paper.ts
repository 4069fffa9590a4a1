import { periodName, type ReportLanguage } from '../../domain/report/period-name.ts'
import type { Words } from '../words/words.ts'
import stylesheet from './report.css?raw'
import { type ReportAsk, scopeName } from './report-ask.ts'

/** The report's stylesheet; name and period of this one stand on each page of paper. */
export function paperStyles(words: Words, { scope, period }: ReportAsk): string {
  const name = cssText(scopeName(scope, null))
  const time = cssText(periodName(period, words.language as ReportLanguage))
  const page = cssText(`${words.reportPage} `)
  const small = 'font: 8pt system-ui, sans-serif; color: #444444;'
  return `${stylesheet}
@page {
  size: A4;
  margin: 20mm;
  @top-left { content: ${name}; ${small} }
  @top-right { content: ${time}; ${small} }
  @bottom-right { content: ${page} counter(page) " / " counter(pages); ${small} }
}
`
}

/** A text as CSS takes it: whatever is no letter, digit or blank stands as its number. */
function cssText(text: string): string {
  const escaped = text.replaceAll(/[^\p{L}\p{N} ]/gu, (mark) => {
    return `\\${(mark.codePointAt(0) ?? 0).toString(16)} `
  })
  return `"${escaped}"`
}
