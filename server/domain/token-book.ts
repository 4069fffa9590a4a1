import type { Store } from '../store/store.ts'
import { newApiToken, tokenNameFault } from './api-token.ts'
import type { By } from './report/office-book.ts'

/** Why no token was made: its name has not the form, there is no such site, or the name is taken. */
type TokenFault = 'name' | 'site' | 'taken'

interface TokenGround {
  readonly store: Store
  readonly random: (bytes: number) => Uint8Array
  readonly sha256: (text: string) => string
}

/** Makes and revokes tokens of the admin API, for the dashboard and for commands alike. */
export interface TokenBook {
  /**
   * @param site the only one that it opens; null for all
   * @returns the token, which is kept nowhere
   */
  add(name: string, site: string | null): Promise<{ readonly token: string } | TokenFault>
  /** It opens nothing from then on. @returns whether there was one of that name */
  revoke(name: string): Promise<boolean>
}

export function createTokenBook({ store, random, sha256 }: TokenGround, by: By): TokenBook {
  const note = (action: string, site: string | null, name: string) =>
    store.addAudit({ ...by, action, site, article: null, note: name })

  return {
    async add(name, site) {
      if (tokenNameFault(name)) return 'name'
      if (site !== null && !(await store.readSites()).some(({ key }) => key === site)) return 'site'
      const token = newApiToken(random)
      if (!(await store.addToken({ name, site, createdAt: by.at }, sha256(token)))) return 'taken'
      await note('token-add', site, name)
      return { token }
    },

    async revoke(name) {
      if (!(await store.removeToken(name))) return false
      await note('token-revoke', null, name)
      return true
    },
  }
}
