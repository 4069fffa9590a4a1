import type { DigestFigures } from '../domain/digest/digest-figures.ts'
import type { Result } from '../domain/report/result.ts'
import type { FollowUp } from '../store/store.ts'
import type { LetterBlock } from './letter-block.ts'
import { countText, indexText, type LetterLanguage, movedText } from './letter-number.ts'
import { LETTER_WORDS } from './letter-words.ts'

/** More follow-ups than these are no longer read in a letter. */
const MOST = 10

/** What moved, what needs attention, what was done and is overdue, and what is signed. */
export function digestLists(
  figures: DigestFigures,
  language: LetterLanguage,
): readonly LetterBlock[] {
  const words = LETTER_WORDS[language]
  const moved = movedOf(figures, language)
  const attention = attentionOf(figures, language)
  return [
    { heading: words.movedTitle },
    moved.length > 0 ? { list: moved } : { paragraph: words.movedNone },
    { heading: words.attentionTitle },
    ...(attention.length > 0
      ? [{ paragraph: words.attentionText }, { list: attention }]
      : [{ paragraph: words.attentionNone }]),
    { heading: words.followUpsTitle },
    ...followUpsOf(figures, language),
    ...chainOf(figures, language),
  ]
}

function movedOf({ moved }: DigestFigures, language: LetterLanguage): readonly string[] {
  const words = LETTER_WORDS[language]
  const text = ({ index }: Result) => (index === null ? words.none : indexText(language, index))
  return moved.map(({ name, before, now, hundredths }) => {
    const by = movedText(language, hundredths ?? 0)
    return words.moved(name, text(before), text(now), by, countText(language, now.n))
  })
}

function attentionOf(
  { sections, articles }: DigestFigures,
  language: LetterLanguage,
): readonly string[] {
  const words = LETTER_WORDS[language]
  const line = (name: string, { index, interval, n }: Result) => {
    const [at, high] = [index ?? 0, interval?.high ?? 0].map((each) => indexText(language, each))
    return words.attention(name, at ?? '', high ?? '', countText(language, n))
  }
  return [
    ...sections.map(({ name, now }) => line(name, now)),
    ...articles.map((article) => line(article.title ?? article.key, article)),
  ]
}

function followUpsOf(
  { done, overdue }: DigestFigures,
  language: LetterLanguage,
): readonly LetterBlock[] {
  const words = LETTER_WORDS[language]
  if (done.length === 0 && overdue.length === 0) return [{ paragraph: words.followUpsNone }]
  const listed = (all: readonly FollowUp[], line: (each: FollowUp) => string) => ({
    list: [
      ...all.slice(0, MOST).map(line),
      ...(all.length > MOST ? [words.more(all.length - MOST)] : []),
    ],
  })
  const [finished, late] = [
    listed(done, ({ issue, owner, ended }) => words.done(issue, owner, ended ?? '')),
    listed(overdue, ({ issue, owner, due }) => words.overdue(issue, owner, due)),
  ]
  return [
    { paragraph: words.followUpsDone(done.length) },
    ...(done.length > 0 ? [finished] : []),
    { paragraph: words.followUpsOverdue(overdue.length) },
    ...(overdue.length > 0 ? [late] : []),
  ]
}

function chainOf({ heads }: DigestFigures, language: LetterLanguage): readonly LetterBlock[] {
  const words = LETTER_WORDS[language]
  if (heads.length === 0) return []
  const list = heads.map(({ site, number, day, hash }) => words.chain(site, number, day, hash))
  return [{ heading: words.chainTitle }, { list }]
}
