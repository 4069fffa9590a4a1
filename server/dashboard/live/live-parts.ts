import type { DashboardAct } from '../dashboard-route.ts'
import type { Html } from '../html.ts'

/** Parts of a page by their name, as they stand at this moment. */
export type LiveParts = Readonly<Record<string, Html>>

/** Reads the parts of a page that move; null once there is nothing to watch any more. */
export type ReadLiveParts = (act: DashboardAct) => Promise<LiveParts | null>
