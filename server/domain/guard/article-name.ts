import type { ArticleId } from '../../store/store.ts'

/** An article and a reader's network in one text, lengths first, so that no field is shifted. */
export function nameAt({ site, key }: ArticleId, reader: string): string {
  return `${site.length}:${site}${key.length}:${key}${reader}`
}
