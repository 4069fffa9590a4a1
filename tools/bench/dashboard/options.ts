import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface Options {
  /** Size of the sample, where one has to be made. */
  readonly articles: number
  readonly votes: number
  /** A folder that keeps the sample; undefined for one that goes at the end. */
  readonly data: string | undefined
  /** How often each page is asked at most. */
  readonly rounds: number
  /** Seconds after which no page is asked again, whatever the rounds. */
  readonly seconds: number
  /** Votes in a second. */
  readonly rate: number
  /** What the 95th of a hundred pages may take, in milliseconds. */
  readonly bound: number
  /** Only pages whose address has this in it. */
  readonly only: string
}

export const HELP = `Usage: npm run bench:dashboard -- [options]

Starts the built server on a sample, signs an owner in, and asks every page of the dashboard and
what the public may see, one after another, while votes come in at a fixed rate.

  --articles N   of the sample (3000)
  --votes N      of the sample (400000)
  --data FOLDER  keeps the sample there, and takes the one that is there
  --rounds N     how often each page is asked (30); 0: only what each costs, without votes
  --seconds N    seconds after which that ends (180)
  --rate N       votes in a second (500)
  --bound N      milliseconds that a page's p95 may take (150; 400 with more than 10000 articles)
  --only TEXT    only pages whose address has it
  --help         this text

Ends with 1 when something missed its bound.`

/** @throws Error with what is wrong, for the console; undefined where help is asked for */
export function readOptions(args: readonly string[]): Options | undefined {
  const text = (value: string) => ({ type: 'string' as const, default: value })
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ articles: text('3000'), votes: text('400000'), rounds: text('30') },
      ...{ seconds: text('180'), rate: text('500'), bound: text(''), only: text('') },
      ...{ data: { type: 'string' }, help: { type: 'boolean', default: false } },
    },
  })
  if (values.help) return undefined
  const articles = whole('articles', values.articles, 1_000_000)
  return {
    articles,
    votes: whole('votes', values.votes, 100_000_000),
    data: values.data,
    rounds: whole('rounds', values.rounds, 1000, 0),
    seconds: whole('seconds', values.seconds, 1200),
    rate: whole('rate', values.rate, 5000),
    bound: values.bound ? whole('bound', values.bound, 60_000) : articles > 10_000 ? 400 : 150,
    only: values.only,
  }
}

function whole(name: string, text: string, most: number, least = 1): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Error(`--${name}: "${text}" is not a whole number from ${least} to ${most}`)
}
