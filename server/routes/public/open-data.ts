import { CHOICES } from '../../../shared/choice.ts'
import { csvText } from '../../domain/csv-text.ts'
import type { OpenArticle, OpenFigures } from '../../domain/public/open-articles.ts'
import type { AskedDays, PublicResults } from '../../domain/public/public-results.ts'
import type { Site } from '../../store/store.ts'

/** About as much is sent at once, in characters. */
const PIECE = 16 * 1024

/** A site's figures as one JSON object, `articles` at its end. */
export async function* openJson(
  { key, name, timeZone }: Site,
  results: PublicResults,
  articles: AsyncIterable<OpenArticle>,
): AsyncGenerator<string> {
  const { from, to, views, n, votes, pending, excluded, asked } = results
  const head = {
    site: key,
    name,
    timeZone,
    from,
    to,
    views,
    responses: n,
    votes,
    pending,
    excluded,
    ...(asked.length > 0 ? { asked: asked.map(askedOf) } : {}),
  }
  let text = `${JSON.stringify(head).slice(0, -1)},"articles":[`
  let mark = '\n'
  for await (const article of articles) {
    text += mark + JSON.stringify(article)
    mark = ',\n'
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield `${text}\n]}\n`
}

function askedOf({ from, to, asked, n }: AskedDays) {
  const wordings = asked.map(({ language, wording }) => [language, wording] as const)
  return { from, to, responses: n, wordings: Object.fromEntries(wordings) }
}

/** The articles as an Indonesian spreadsheet opens them; an empty cell is what is not shown. */
export async function* openCsv(articles: AsyncIterable<OpenArticle>): AsyncGenerator<string> {
  const figures = ['views', 'responses', ...CHOICES]
  const heads = ['article', 'title', ...figures, ...figures.map((name) => `opening-${name}`)]
  let text = `\ufeff${heads.join(';')}\r\n`
  for await (const { article, title, opening, ...measured } of articles) {
    const cells = [csvText(article), csvText(title ?? ''), ...numbers(measured)]
    text += `${[...cells, ...numbers(opening)].join(';')}\r\n`
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield text
}

function numbers(figures: OpenFigures | null): readonly (number | string)[] {
  const votes = CHOICES.map((choice) => figures?.votes?.[choice] ?? '')
  return [figures?.views ?? '', figures?.responses ?? '', ...votes]
}
