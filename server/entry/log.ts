import type { LogLevel } from '../config.ts'

/** The server's voice: one JSON object a line on standard error. Never an address of a reader. */
export interface Log {
  info(message: string): void
  fault(fault: unknown): void
}

export function createLog(level: LogLevel): Log {
  function write(entry: object): void {
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`)
  }
  return {
    info(message) {
      if (level === 'info') write({ level: 'info', message })
    },
    fault(fault) {
      if (level === 'silent') return
      const { name, message, stack } = fault instanceof Error ? fault : new Error(String(fault))
      write({ level: 'error', name, message, stack })
    },
  }
}
