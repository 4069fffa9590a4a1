/** Largest count that is believed of an article. */
export const LARGEST_COUNT = 1_000_000_000

/** As programs write numbers, or as Indonesian tables group their digits. */
const NUMBER = /^(\d{1,15}|\d{1,3}(\.\d{3}){1,4})$/

/** A count as people and programs write it; an empty text is none, null stands for what is no count. */
export function countIn(text: string | undefined): number | null {
  const typed = text?.trim() ?? ''
  if (typed === '') return 0
  return NUMBER.test(typed) ? Number(typed.replaceAll('.', '')) : null
}
