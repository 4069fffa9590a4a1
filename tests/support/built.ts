import { buildIfStale } from '../../tools/build-if-stale.ts'

/** Vitest's global setup: tests use the built script, server and database thread. */
export default buildIfStale
