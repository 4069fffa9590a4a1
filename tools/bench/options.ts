import { parseArgs } from 'node:util'
import { KINDS, type Kind } from './kind.ts'

/** What the command line asks for. */
export interface Options {
  /** Measured seconds of one measurement; a bare one takes half. */
  readonly seconds: number
  readonly rounds: number
  readonly connections: readonly number[]
  readonly only: readonly Kind[]
  /** True: no load, only what pages load. */
  readonly sizes: boolean
  /** True: no load, only how long the script keeps a slow phone from its reader. */
  readonly blocking: boolean
  /** True: no load beside a bare server, only votes during a backup. */
  readonly backup: boolean
  /** Votes that the database has before that backup. */
  readonly votes: number
  /** True: no load, only what the guard costs. */
  readonly guard: boolean
  readonly json: boolean
  readonly help: boolean
}

export const HELP = `Usage: npm run bench -- [options]

Starts the built server and a bare Hono server, drives both from this machine by turns,
and checks that every acknowledged view and vote was counted, and nothing else.
Then weighs the readers' scripts beside those of others, which npm fetches once.

  --seconds N         measured seconds of one measurement (3); bare ones take half
  --rounds N          rounds, each with every measurement once (3)
  --connections A,B   numbers of connections (64,256)
  --only A,B          of ${KINDS.join(', ')} (all)
  --sizes             no load: only weighs the scripts
  --blocking          no load: only the script's blocking time on a slow phone
  --backup            only how long votes wait during a backup, and that it loses none
  --votes N           votes in the database before that backup (1000000)
  --guard             no load: only memory and processor time of a full guard
  --json              figures as JSON on standard output
  --help              this text

Ends with 1 when counts differ or a request failed.`

/** Bounds that keep a run from filling a disk or running out of file descriptors. */
const MOST = { seconds: 60, rounds: 50, connections: 900, votes: 20_000_000 }

/** @throws Error with what is wrong, for the console */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '3' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '64,256' },
      only: { type: 'string', default: KINDS.join(',') },
      sizes: { type: 'boolean', default: false },
      blocking: { type: 'boolean', default: false },
      backup: { type: 'boolean', default: false },
      votes: { type: 'string', default: '1000000' },
      guard: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    seconds: amount('seconds', values.seconds, 0.2),
    rounds: Math.round(amount('rounds', values.rounds, 1)),
    connections: values.connections
      .split(',')
      .map((text) => Math.round(amount('connections', text, 1))),
    only: kinds(values.only),
    sizes: values.sizes,
    blocking: values.blocking,
    backup: values.backup,
    votes: Math.round(amount('votes', values.votes, 0)),
    guard: values.guard,
    json: values.json,
    help: values.help,
  }
}

function amount(name: keyof typeof MOST, text: string, least: number): number {
  const value = Number(text)
  if (value >= least && value <= MOST[name]) return value
  throw new Error(`--${name}: "${text}" is not a number from ${least} to ${MOST[name]}`)
}

/** In their usual order, since an article takes no more votes than it had views. */
function kinds(text: string): Kind[] {
  const asked = text.split(',').map(kind)
  return KINDS.filter((name) => asked.includes(name))
}

function kind(text: string): Kind {
  const known = KINDS.find((name) => name === text)
  if (known) return known
  throw new Error(`--only: "${text}" is not one of ${KINDS.join(', ')}`)
}
