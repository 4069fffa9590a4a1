/** One entry of package-lock.json, as far as it is looked at. */
export interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>

/** The first versions without holes that matter here. */
export const FLOORS: Readonly<Record<string, string>> = {
  hono: '4.13.7',
  '@hono/node-server': '1.19.13',
  'drizzle-orm': '0.45.2',
  vite: '8.0.5',
}

/** Packages that are needed to build only, but are carried in the readers' script. */
const CARRIED = ['lit', 'lit-html', 'idb-keyval']

const LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause']

/** What is wrong with locked packages; the key is where one is installed. */
export function lockfileFaults(packages: LockedPackages): readonly string[] {
  const installed = Object.entries(packages).filter(([place]) => place !== '')
  return installed.flatMap(([place, locked]) => {
    const name = place.replace(/^.*node_modules\//, '')
    const { version = '0', resolved, integrity, license = 'none', dev, devOptional } = locked
    const floor = FLOORS[name]
    const runs = (!dev && !devOptional) || CARRIED.includes(name)
    return [
      ...(floor && isBelow(version, floor) ? [`${place}: ${version} is below ${floor}`] : []),
      ...(resolved ? [`${place}: names the address ${resolved}`] : []),
      ...(integrity ? [] : [`${place}: has no checksum`]),
      ...(runs && !LICENCES.includes(license) ? [`${place}: has the licence ${license}`] : []),
    ]
  })
}

/** A version before the floor itself, such as 8.0.5-beta.1, is below it. */
function isBelow(version: string, floor: string): boolean {
  const [release = '', early] = version.split('-')
  const wanted = floor.split('.').map(Number)
  const given = release.split('.').map(Number)
  for (const [place, number] of wanted.entries()) {
    const difference = (given[place] ?? 0) - number
    if (difference !== 0) return difference < 0
  }
  return early !== undefined
}
