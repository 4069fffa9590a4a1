import type { Database } from '../store/database.ts'
import { StorageError } from '../store/store.ts'
import { within } from './within.ts'

/**
 * A database far away of which no reader waits longer than `patience` milliseconds: the call fails as storage that
 * can't be reached. What it asked for may be done later all the same, so it fits only where nothing is kept in
 * memory of it, and where asking again changes nothing: a turn that was taken is not taken again.
 */
export function createPatientDatabase(database: Database, patience: number): Database {
  const late = () => new StorageError(`the database did not answer within ${patience} ms`)
  return {
    write: (statements) => within(patience, database.write(statements), late),
    change: (statement) => within(patience, database.change(statement), late),
    read: (statement) => within(patience, database.read(statement), late),
    close: () => database.close(),
  }
}
