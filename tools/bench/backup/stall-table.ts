import type { BackupStall } from './backup-stall.ts'

/** The figures of a backup under load, for a terminal. */
export function stallTable(stall: BackupStall): string {
  const { votes, databaseBytes, connections, stretches, acknowledged, backedUp, wrong } = stall
  const rows = stretches.map(({ name, seconds, votesPerSecond, p50, p99, longest }) => [
    `${name} the backup`,
    seconds.toFixed(1),
    Math.round(votesPerSecond).toLocaleString('en'),
    p50.toFixed(1),
    p99.toFixed(1),
    Math.round(longest).toLocaleString('en'),
  ])
  const headings = ['', 'seconds', 'votes/s', 'p50 ms', 'p99 ms', 'longest ms']
  const table = [headings, ...rows].map(([name = '', ...figures]) => {
    return `${name.padEnd(18)}${figures.map((figure) => figure.padStart(12)).join('')}`
  })
  return [
    `${votes.toLocaleString('en')} votes, ${Math.round(databaseBytes / 2 ** 20)} MiB, ${connections} connections`,
    ...table,
    `${acknowledged.toLocaleString('en')} votes acknowledged in the run, ${backedUp.toLocaleString('en')} of them in the backup, which was restored`,
    ...(wrong.length > 0 ? wrong : ['every acknowledged vote is on disk, once']),
  ].join('\n')
}
