/** A token of the admin API, without the token. */
export interface ApiToken {
  /** Under which the audit log has what it did. */
  readonly name: string
  /** The only site that it opens; null for all. */
  readonly site: string | null
  /** Seconds since 1970. */
  readonly createdAt: number
}

/** Who may use the admin API. A token is kept by its hash alone. */
export interface ApiTokens {
  /** @returns false where the name is taken or there is no such site; nothing is then kept */
  addToken(token: ApiToken, hash: string): Promise<boolean>
  /** By name. */
  readTokens(): Promise<readonly ApiToken[]>
  /** @param hash SHA-256 of a token, 64 lower-case hexadecimal digits */
  findToken(hash: string): Promise<ApiToken | null>
  /** @returns whether there was one of that name */
  removeToken(name: string): Promise<boolean>
}
