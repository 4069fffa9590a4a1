import type { Migrations } from './migrate.ts'

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** All migrations, carried in the program: an edge runtime has no files to read. */
export const MIGRATIONS: Migrations = Object.fromEntries(
  Object.entries(files).map(([path, sql]) => [path.slice(path.lastIndexOf('/') + 1), sql]),
)
