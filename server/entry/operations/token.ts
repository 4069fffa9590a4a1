import { tokenNameFault } from '../../domain/api-token.ts'
import { instantText } from '../../domain/instant.ts'
import { createTokenBook } from '../../domain/token-book.ts'
import { nodeRandom } from '../node-random.ts'
import { nodeSha256 } from '../node-sha256.ts'
import { type Operation, type OperationGround, type Outcome, Refusal } from './operation.ts'

/** Makes, lists and revokes tokens of the admin API. A revoked one opens nothing from then on. */
export const token: Operation = {
  usage: 'token add NAME [--site KEY] | token list | token revoke NAME',
  operands: [1, 2],
  options: { site: { type: 'string' } },

  async run(ground, { operands: [action, name], options: { site } }) {
    if (action === 'list' && name === undefined) return listTokens(ground)
    if (action === 'add' && name !== undefined) {
      return addToken(ground, name, typeof site === 'string' ? site : null)
    }
    if (action === 'revoke' && name !== undefined) return revokeToken(ground, name)
    throw new Refusal(`Usage: npm run operate -- ${token.usage}`)
  },
}

async function addToken(
  { store, clock }: OperationGround,
  name: string,
  site: string | null,
): Promise<Outcome> {
  const by = { at: Math.floor(clock() / 1000), actor: 'operator' }
  const book = createTokenBook({ store, random: nodeRandom, sha256: nodeSha256 }, by)
  const made = await book.add(name, site)
  if (made === 'name') throw new Refusal(tokenNameFault(name) ?? '')
  if (made === 'site') throw new Refusal(`There is no site ${site}.`)
  if (made === 'taken') {
    throw new Refusal(`There is a token ${name} already; nothing was changed.`)
  }
  const { token: secret } = made
  const text = `${secret}\nKeep it: it is shown this once. It opens ${site ?? 'all sites'}.`
  return { text, value: { token: secret, name, site } }
}

async function listTokens({ store }: OperationGround): Promise<Outcome> {
  const tokens = (await store.readTokens()).map(({ name, site, createdAt }) => {
    return { name, site, created: instantText(createdAt) }
  })
  const lines = tokens.map(({ name, site, created }) => {
    return `${name}  ${site ?? 'all sites'}  ${created}`
  })
  return { text: lines.join('\n') || 'There are no tokens.', value: tokens }
}

async function revokeToken({ store, clock }: OperationGround, name: string): Promise<Outcome> {
  const by = { at: Math.floor(clock() / 1000), actor: 'operator' }
  const book = createTokenBook({ store, random: nodeRandom, sha256: nodeSha256 }, by)
  if (!(await book.revoke(name))) throw new Refusal(`There is no token ${name}.`)
  return { text: `revoked  ${name}`, value: { revoked: name } }
}
