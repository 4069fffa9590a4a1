import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureReads } from './bench/reports/measure-reads.ts'
import { buildIfStale } from './build-if-stale.ts'

/*
 * `npm run bench:reports`: how long what the dashboard reads takes on a sample, while votes come
 * in, and how long the votes take meanwhile.
 */

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '3000' },
    votes: { type: 'string', default: '400000' },
    /** A folder with a sample: a copy of its database is used. */
    data: { type: 'string' },
    rounds: { type: 'string', default: '30' },
    rate: { type: 'string', default: '500' },
  },
})

function made(folder: string): void {
  const run = (program: string, ...args: string[]) =>
    spawnSync(process.execPath, [`dist/node/${program}.js`, ...args], {
      env: { ...process.env, DATA_DIR: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  run('cli', 'list')
  const size = ['--articles', values.articles, '--votes', values.votes]
  if (run('operate', 'sample', ...size).status !== 0) throw new Error('no sample could be made')
}

buildIfStale()
const folder = mkdtempSync(join(tmpdir(), 'tanggapan-reports-'))
try {
  const file = join(folder, 'tanggapan.db')
  if (values.data === undefined) made(folder)
  else copyFileSync(join(values.data, 'tanggapan.db'), file)
  const megabytes = statSync(file).size / 1024 / 1024
  const { reads, votes, total } = await measureReads(
    file,
    Number(values.rounds),
    Number(values.rate),
  )
  const line = (name: string, ...figures: number[]) =>
    `${name.padEnd(46)}${figures.map((ms) => ms.toFixed(1).padStart(9)).join('')}`
  console.log(`${'ms'.padEnd(46)}${['p50', 'p95', 'longest'].map((t) => t.padStart(9)).join('')}`)
  for (const { name, times } of reads) console.log(line(name, ...times))
  console.log(line(`a vote, ${votes.count} of them meanwhile (p50, p99)`, ...votes.times))
  const bytes = (megabytes * 1024 * 1024) / total
  console.log(
    `database ${megabytes.toFixed(0)} MiB, ${bytes.toFixed(0)} bytes for each of ${total} votes`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
