/** One article of one site, by its normalised key. */
export interface ArticleId {
  readonly site: string
  readonly key: string
}
