import { BUILDERS } from './builders.ts'
import { DOCUMENTS } from './documents.ts'
import { FAULTS } from './faults.ts'
import { GLOBALS } from './globals.ts'
import type { HostilePage } from './hostile-page.ts'
import { LOADERS } from './loaders.ts'
import { PLACES } from './places.ts'
import { POLICIES } from './policies.ts'
import { STYLES } from './styles.ts'

/** Every hostile page, in the order of a tour. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  ...POLICIES,
  ...STYLES,
  ...PLACES,
  ...GLOBALS,
  ...LOADERS,
  ...BUILDERS,
  ...DOCUMENTS,
  ...FAULTS,
]
