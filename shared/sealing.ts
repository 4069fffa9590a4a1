/** Days from the first cast after which a vote is final: the server then drops who cast it. */
export const SEALED_AFTER_DAYS = 180
