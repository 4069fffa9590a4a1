import type { LogLevel } from '../config.ts'
import type { Scheduler } from '../store/scheduler.ts'
import { createFaultDigest } from './fault-digest.ts'

/** The server's voice: one JSON object a line on standard error. Never an address of a reader. */
export interface Log {
  info(message: string): void
  /** Something for whoever runs the server to do. */
  warn(message: string): void
  /** The first of a kind at once, its like counted in one line a minute. */
  fault(fault: unknown): void
  /** Writes what is counted so far, before the process ends. */
  close(): void
}

export function createLog(level: LogLevel, after: Scheduler['after']): Log {
  function write(entry: object): void {
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`)
  }
  const faults = createFaultDigest(after, ({ name, message, stack }, times) => {
    write({ level: 'error', name, message, ...(times > 1 ? { times } : { stack }) })
  })
  return {
    info(message) {
      if (level === 'info') write({ level: 'info', message })
    },
    warn(message) {
      if (level !== 'silent') write({ level: 'warning', message })
    },
    fault(fault) {
      if (level !== 'silent') faults.add(fault)
    },
    close: faults.close,
  }
}
