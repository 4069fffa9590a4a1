import { SecretChangedError } from '../domain/secret-check.ts'
import { NewerDatabaseError } from '../store/migrate.ts'
import { SecretDamagedError } from './secret.ts'
import { DatabaseOpenError } from './threaded-database.ts'

/** Says in a sentence why the server did not start and what to do about it. */
export function startFailure(reason: unknown): string {
  if (reason instanceof DatabaseOpenError) {
    return reason.code.startsWith('SQLITE_BUSY')
      ? 'The database is in use by another process. Stop that one first, or set DATABASE_URL to another file.'
      : `The database cannot be opened (${reason.code}: ${reason.message}).`
  }
  if (reason instanceof SecretChangedError) {
    return 'The database was begun under another SECRET. Start with that one: under a new one no reader could change or withdraw a vote.'
  }
  if (reason instanceof SecretDamagedError) {
    return `The secret in ${reason.message} is incomplete. Bring back a copy of that file; without one, only if no vote was cast yet, delete it.`
  }
  if (reason instanceof NewerDatabaseError) {
    return `This release is older than the database: ${reason.message}. Start the newer release.`
  }
  const { code, message } = reason as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return `The port is taken (${message}). Set PORT to another one.`
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}
