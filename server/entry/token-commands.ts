import { newApiToken, tokenNameFault } from '../domain/api-token.ts'
import type { Store } from '../store/store.ts'
import { nodeRandom } from './node-random.ts'
import { nodeSha256 } from './node-sha256.ts'
import type { SiteCommand } from './site-commands.ts'

/** Makes, lists and revokes tokens of the admin API. */
export const TOKEN_COMMANDS: Readonly<Record<string, SiteCommand>> = {
  'token add': {
    operands: ['NAME'],
    options: ['site'],
    prepare([name = ''], { site }) {
      const fault = tokenNameFault(name)
      if (fault) throw new TypeError(fault)
      return (store) => addToken(store, name, site?.at(-1) ?? null)
    },
  },
  'token list': { operands: [], options: [], prepare: () => listTokens },
  'token revoke': {
    operands: ['NAME'],
    options: [],
    prepare:
      ([name = '']) =>
      async (store) => {
        if (!(await store.removeToken(name))) throw new TypeError(`There is no token ${name}.`)
        await note(store, 'token-revoke', null, name)
        return `revoked  ${name}`
      },
  },
}

async function addToken(store: Store, name: string, site: string | null): Promise<string> {
  if (site !== null && !(await store.readSites()).some(({ key }) => key === site)) {
    throw new TypeError(`There is no site ${site}.`)
  }
  const token = newApiToken(nodeRandom)
  const added = await store.addToken({ name, site, createdAt: now() }, nodeSha256(token))
  if (!added) throw new TypeError(`There is a token ${name} already; nothing was changed.`)
  await note(store, 'token-add', site, name)
  return `${token}\nKeep it: it is shown this once. It opens ${site ?? 'all sites'}.`
}

async function listTokens(store: Store): Promise<string> {
  const lines = (await store.readTokens()).map(({ name, site, createdAt }) => {
    return `${name}  ${site ?? 'all sites'}  ${new Date(createdAt * 1000).toISOString()}`
  })
  return lines.join('\n')
}

function note(store: Store, action: string, site: string | null, name: string): Promise<void> {
  return store.addAudit({ at: now(), actor: 'operator', action, site, article: null, note: name })
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}
