import type { OpeningBalance } from '../../store/store.ts'

/** What the audit log says of an opening balance that was changed: before and after. */
export function openingNote(before: OpeningBalance | null, after: OpeningBalance | null): string {
  return `${told(before)} → ${told(after)}`
}

function told(balance: OpeningBalance | null): string {
  if (!balance) return 'none'
  const { views, votes, source, date, estimate } = balance
  const counts = Object.values(votes).join('/')
  return `${views} views, ${counts} votes, ${JSON.stringify(source)}, ${date}${estimate ? ', estimate' : ''}`
}
