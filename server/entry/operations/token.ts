import { newApiToken, tokenNameFault } from '../../domain/api-token.ts'
import { instantText } from '../../domain/instant.ts'
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
  const fault = tokenNameFault(name)
  if (fault) throw new Refusal(fault)
  if (site !== null && !(await store.readSites()).some(({ key }) => key === site)) {
    throw new Refusal(`There is no site ${site}.`)
  }
  const made = newApiToken(nodeRandom)
  const createdAt = Math.floor(clock() / 1000)
  if (!(await store.addToken({ name, site, createdAt }, nodeSha256(made)))) {
    throw new Refusal(`There is a token ${name} already; nothing was changed.`)
  }
  await note({ store, clock }, 'token-add', site, name)
  const text = `${made}\nKeep it: it is shown this once. It opens ${site ?? 'all sites'}.`
  return { text, value: { token: made, name, site } }
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

async function revokeToken(ground: OperationGround, name: string): Promise<Outcome> {
  if (!(await ground.store.removeToken(name))) throw new Refusal(`There is no token ${name}.`)
  await note(ground, 'token-revoke', null, name)
  return { text: `revoked  ${name}`, value: { revoked: name } }
}

function note(
  { store, clock }: Pick<OperationGround, 'store' | 'clock'>,
  action: string,
  site: string | null,
  name: string,
): Promise<void> {
  const at = Math.floor(clock() / 1000)
  return store.addAudit({ at, actor: 'operator', action, site, article: null, note: name })
}
