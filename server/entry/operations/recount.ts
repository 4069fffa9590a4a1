import { differenceLine } from '../../domain/difference-line.ts'
import { type RecountResult, recount } from '../../domain/recount.ts'
import { NODE_SCHEDULER } from '../node-scheduler.ts'
import type { Operation } from './operation.ts'

/** Milliseconds that a recount leaves the database to the readers after each of its steps. */
const REST = 5
/** Differences told to people; all of them are in the JSON. */
const MOST_TOLD = 50

const rest = () => new Promise<void>((resolve) => NODE_SCHEDULER.after(REST, resolve))

export const recountOperation: Operation = {
  usage: 'recount [--fix]',
  operands: [0, 0],
  options: { fix: { type: 'boolean' } },

  async run({ store, clock, signal }, { options }, progress) {
    progress('counting every vote anew')
    const fix = options['fix'] === true
    const ground = { store, rest, stopping: signal }
    const result = await recount(fix ? { ...ground, repairAt: clock() } : ground)
    const left = result.signed.length + (fix ? 0 : result.differences.length)
    return { text: textOf(result, fix), value: result, failed: left > 0 }
  },
}

function textOf({ articles, differences, signed, repaired }: RecountResult, fix: boolean): string {
  const lines = [
    ...differences.map(differenceLine),
    ...signed.map(({ site, day, number, signed: was, stored }) => {
      return `${site} ${day}: entry ${number ?? 'none'} signs ${was}, stored ${stored}`
    }),
  ]
  if (lines.length === 0) return `Counted ${articles} articles anew: every sum is right.`
  const more = lines.length > MOST_TOLD ? [`and ${lines.length - MOST_TOLD} more`] : []
  const end = fix
    ? `Put right: ${repaired} articles.`
    : 'Nothing was changed; --fix puts sums right, and says so in the audit log.'
  return [...lines.slice(0, MOST_TOLD), ...more, end].join('\n')
}
