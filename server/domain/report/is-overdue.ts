import type { FollowUp } from '../../store/store.ts'

/** Whether a follow-up should have ended before this local day, and hasn't. */
export function isOverdue({ due, ended }: Pick<FollowUp, 'due' | 'ended'>, today: string): boolean {
  return ended === null && due < today
}
