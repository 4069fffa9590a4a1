import type { StandingGroup } from '../../store/store.ts'

/** Votes of one article that are set aside for one reason, of all days that are at hand. */
export interface MergedGroup extends Omit<StandingGroup, 'day'> {
  readonly from: string
  readonly to: string
}

/** Puts the days of an article and reason together; bursts come first, then as they came. */
export function mergedGroups(entries: readonly StandingGroup[]): readonly MergedGroup[] {
  const merged = new Map<string, MergedGroup>()
  for (const { day, votes, ...group } of entries) {
    const name = `${group.standing} ${group.reason} ${group.article}`
    const known = merged.get(name)
    merged.set(name, {
      ...group,
      from: known && known.from < day ? known.from : day,
      to: known && known.to > day ? known.to : day,
      votes: votes + (known?.votes ?? 0),
    })
  }
  const groups = [...merged.values()]
  const isBurst = ({ reason }: MergedGroup) => reason === 'burst'
  return [...groups.filter(isBurst), ...groups.filter((group) => !isBurst(group))]
}
