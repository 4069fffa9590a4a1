import { RANKED_FROM } from '../../shared/ranking-bounds.ts'
import type { DigestFigures } from '../domain/digest/digest-figures.ts'
import type { Letter } from '../domain/letter.ts'
import { digestLists } from './digest-lists.ts'
import { resultText, weekBar } from './digest-texts.ts'
import type { LetterBlock } from './letter-block.ts'
import { countText, type LetterLanguage, movedText, shareText } from './letter-number.ts'
import { LETTER_WORDS } from './letter-words.ts'
import { writeLetter } from './write-letter.ts'

/** The weekly letter: a sentence, the picture, the figures, then what moved and what to do. */
export function digestLetter(
  figures: DigestFigures,
  language: LetterLanguage,
  publicUrl: string | undefined,
): Letter {
  return writeLetter(
    language,
    digestSubject(figures, language),
    digestBlocks(figures, language, publicUrl),
  )
}

export function digestSubject({ office, week }: DigestFigures, language: LetterLanguage): string {
  return LETTER_WORDS[language].digestSubject(office.name, week.from, week.to)
}

/** The pieces of that letter. */
export function digestBlocks(
  figures: DigestFigures,
  language: LetterLanguage,
  publicUrl: string | undefined,
): readonly LetterBlock[] {
  const words = LETTER_WORDS[language]
  const { office, total, week } = figures
  const report = `/admin/offices/${office.key}/report?period=${week.to.slice(0, 7)}`
  return [
    { lead: leadOf(figures, language) },
    {
      bars: [
        weekBar(language, words.thisWeek, total.now),
        weekBar(language, words.lastWeek, total.before),
      ],
    },
    { facts: factsOf(figures, language) },
    ...digestLists(figures, language),
    ...(publicUrl ? [{ link: words.openReport, href: publicUrl + report }] : []),
    { small: words.stopDigest(office.name) },
  ]
}

function leadOf({ total }: DigestFigures, language: LetterLanguage): string {
  const words = LETTER_WORDS[language]
  const { now, change, hundredths } = total
  if (now.n === 0) return words.digestNone
  if (now.n < RANKED_FROM) return words.digestFew(countText(language, now.n))
  const { k, n } = now.satisfied
  const lead = words.digestLead(shareText(language, k, n), countText(language, n))
  if (change === null || hundredths === null) return lead
  return `${lead} ${words.digestChange[change](movedText(language, hundredths))}`
}

function factsOf({ total }: DigestFigures, language: LetterLanguage) {
  const words = LETTER_WORDS[language]
  const { now, before } = total
  const count = (a: number, b: number) =>
    words.beside(countText(language, a), countText(language, b))
  const rate = ({ n, views }: typeof now) => shareText(language, n, views)
  return [
    [words.figures.index, words.beside(resultText(language, now), resultText(language, before))],
    [words.figures.votes, count(now.n, before.n)],
    [words.figures.views, count(now.views, before.views)],
    [words.figures.rate, words.beside(rate(now), rate(before))],
    [words.figures.pending, count(now.pending, before.pending)],
  ] as const
}
