import { SecretChangedError } from '../domain/secret-check.ts'
import { MigrationError, NewerDatabaseError } from '../store/migrate.ts'
import { CopyError } from './backup/run-copyist.ts'
import { SecretDamagedError } from './secret.ts'
import { DatabaseOpenError } from './threaded-database.ts'

/** Says in a sentence why the server did not start and what to do about it. */
export function startFailure(reason: unknown): string {
  if (reason instanceof DatabaseOpenError) {
    return notOpened(reason)
  }
  if (reason instanceof SecretChangedError) {
    return 'The database was begun under another SECRET. Start with that one: under a new one no reader could change or withdraw a vote.'
  }
  if (reason instanceof SecretDamagedError) {
    return `The secret in ${reason.message} is incomplete. Bring back a copy of that file; without one, only if no vote was cast yet, delete it.`
  }
  if (reason instanceof NewerDatabaseError) {
    return `This release is older than the database: ${reason.message}. Start the newer release, or return to the copy from before it: npm run operate -- rollback`
  }
  if (reason instanceof MigrationError) {
    return `The database was left as it is, because it could not be migrated (${reason.message}). Start the release from before. If anything is amiss, return to the copy from before: npm run operate -- rollback`
  }
  if (reason instanceof CopyError) {
    return `The database was not migrated, because it could not be copied before: ${reason.message}`
  }
  const { code, message } = reason as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return `The port is taken (${message}). Set PORT to another one.`
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}

function notOpened({ code, message }: DatabaseOpenError): string {
  if (code.startsWith('SQLITE_BUSY')) {
    return 'The database is in use by another process. Stop that one first, or set DATABASE_URL to another file.'
  }
  const said = `The database cannot be opened (${code}: ${message}).`
  if (!/CORRUPT|NOTADB/.test(code)) return said
  return `${said} It was left as it is. Move the data folder away and bring a backup back: npm run operate -- restore FILE`
}
