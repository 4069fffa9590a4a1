import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/*
 * What another process has used, from Linux's /proc. Elsewhere undefined: the bench then
 * leaves those columns out rather than guess.
 */

const linux = process.platform === 'linux'
let ticks: number | undefined

/** Seconds of processor time of all threads, user and system. */
export function cpuSeconds(pid: number): number | undefined {
  if (!linux) return undefined
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  // The second field is the name in brackets and may hold blanks; utime and stime are 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

/** Milliseconds of processor time of all threads that live, to the microsecond. */
export function cpuMilliseconds(pid: number): number | undefined {
  if (!linux) return undefined
  const threads = readdirSync(`/proc/${pid}/task`)
  const spent = threads.map((thread) => {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0])
  })
  return spent.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6
}

export interface Memory {
  /** Resident now, in bytes. */
  readonly resident: number
  /** The most that was ever resident, in bytes. */
  readonly peak: number
}

export function memoryOf(pid: number): Memory | undefined {
  if (!linux) return undefined
  const status = readFileSync(`/proc/${pid}/status`, 'latin1')
  const bytes = (name: string) => {
    return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024
  }
  return { resident: bytes('VmRSS'), peak: bytes('VmHWM') }
}
