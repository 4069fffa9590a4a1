/** An article that took no votes any more before the tests began. */
export const CLOSED_ARTICLE = '/uji/ditutup'
