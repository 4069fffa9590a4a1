import type { AlertFinding, AlertNews } from '../domain/alerts/alert-finding.ts'
import type { Letter } from '../domain/letter.ts'
import type { AlertRule } from '../store/store.ts'
import type { LetterBlock } from './letter-block.ts'
import { countText, indexText } from './letter-number.ts'
import { LETTER_WORDS } from './letter-words.ts'
import { writeLetter } from './write-letter.ts'

/** What a rule's letter says: what happened, the figures, what helps, and how to stop it. */
export function alertLetter(news: AlertNews, publicUrl: string | undefined): Letter {
  const { rule, occasion } = news
  const words = LETTER_WORDS[rule.language]
  const name = news.name || words.server
  const subject = words.alertSubject[occasion](words.kinds[rule.kind], name)
  const blocks: readonly LetterBlock[] = [
    ...(news.finding
      ? said(rule, name, news.finding, occasion === 'ended')
      : [{ lead: words.test }]),
    ...(publicUrl ? [{ link: words.openRule, href: `${publicUrl}/admin/alerts/${rule.key}` }] : []),
    { small: words.stopAlert(name) },
  ]
  return writeLetter(rule.language, subject, blocks)
}

function said(
  { language, bound, span }: AlertRule,
  name: string,
  finding: AlertFinding,
  ended: boolean,
): readonly LetterBlock[] {
  const words = LETTER_WORDS[language]
  if (finding.kind === 'index') {
    const limit = indexText(language, bound ?? 0)
    const high = indexText(language, finding.interval?.high ?? 0)
    const lead = ended ? words.indexEnded(name, limit) : words.indexBegan(name, high, limit)
    const facts = { facts: indexFacts(language, finding) }
    return [{ lead }, facts, ...(ended ? [] : [{ paragraph: words.indexNext }])]
  }
  if (finding.kind === 'burst') {
    if (ended) return [{ lead: words.burstEnded(name) }]
    const [votes, articles] = [finding.votes, finding.articles].map((n) => countText(language, n))
    const lead = words.burstBegan(name, votes ?? '', articles ?? '')
    return [{ lead }, { paragraph: words.burstNext }]
  }
  if (finding.kind === 'silence') {
    if (ended) return [{ lead: words.silenceEnded(name) }]
    const lead = words.silenceBegan(name, span ?? 0, countText(language, finding.before))
    return [{ lead }, { paragraph: words.silenceNext }]
  }
  const last = finding.last === null ? null : `${finding.last.slice(0, 16).replace('T', ' ')} UTC`
  if (ended) return [{ lead: words.backupEnded(last ?? words.none) }]
  const lead = last === null ? words.backupNever : words.backupBegan(span ?? 0, last)
  return [{ lead }, { paragraph: words.backupNext }]
}

function indexFacts(
  language: AlertRule['language'],
  { index, interval, n, from, to }: Extract<AlertFinding, { kind: 'index' }>,
) {
  const words = LETTER_WORDS[language]
  const text = (hundredths: number) => indexText(language, hundredths)
  return [
    [words.indexFacts.index, index === null ? words.none : text(index)],
    [
      words.indexFacts.interval,
      interval ? `${text(interval.low)}–${text(interval.high)}` : words.none,
    ],
    [words.indexFacts.votes, countText(language, n)],
    [words.indexFacts.days, words.span(from, to)],
  ] as const
}
