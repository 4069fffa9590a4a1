import { runnerImport } from 'vite'
import { buildIfStale } from './build-if-stale.ts'

buildIfStale()
// The server's modules are Vite's: they carry migrations and pages along.
await runnerImport('./tools/simulate/simulate.ts', { configFile: false, logLevel: 'error' })
