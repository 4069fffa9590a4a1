import type { Outcome } from './bench-pages.ts'
import type { Options } from './options.ts'

/** What the 99th of a hundred votes may take meanwhile, in milliseconds. */
const MOST_FOR_A_VOTE = 100
const COLUMN = 9

/** The figures as text, and each that missed its bound. */
export function pageTable(outcome: Outcome, { bound }: Options) {
  const { pages, votes, failures, size, total, peak } = outcome
  const heads = ['CPU ms', 'p50', 'p95', 'p99', 'whole', 'n', 'KiB', 'status']
  const lines = [...pages]
    .sort((a, b) => (b.cpu ?? 0) - (a.cpu ?? 0))
    .map(({ path, cpu, times, whole, bytes, status }) => {
      const quantiles = [0.5, 0.95, 0.99].map((share) => times.quantile(share).toFixed(1))
      const costs = [cpu?.toFixed(1) ?? '', ...quantiles, whole.quantile(0.95).toFixed(1)]
      return [...costs, times.count, Math.ceil(bytes / 1024), status]
        .map((cell) => String(cell).padStart(COLUMN))
        .concat(`  ${path}`)
        .join('')
    })
  const alone = votes[0]?.p99 ?? 0
  const voted = votes.map(
    (each) =>
      `a vote while ${each.while}: p50 ${each.p50.toFixed(1)} ms, p99 ${each.p99.toFixed(1)} ms (× ${(each.p99 / alone).toFixed(1)}), ${each.count} votes`,
  )
  const bytes = size / total
  const text = [
    heads.map((head) => head.padStart(COLUMN)).join(''),
    ...lines,
    ...voted,
    `database ${(size / 1024 / 1024).toFixed(0)} MiB, ${bytes.toFixed(0)} bytes for each of ${total} votes`,
    ...(peak === undefined ? [] : [`the server held at most ${peak.toFixed(0)} MiB`]),
  ].join('\n')
  const missed = [
    ...pages
      .filter(({ times }) => times.quantile(0.95) > bound)
      .map(({ path, times }) => `${path}: p95 ${times.quantile(0.95).toFixed(0)} ms > ${bound}`),
    ...pages.filter(({ well }) => !well).map(({ path, status }) => `${path}: status ${status}`),
    ...votes
      .filter(({ p99 }) => p99 > MOST_FOR_A_VOTE)
      .map((each) => `votes while ${each.while}: p99 ${each.p99.toFixed(0)} ms`),
    ...[...failures].map(([why, times]) => `votes: ${why}, ${times} times`),
  ]
  return { text, missed }
}
