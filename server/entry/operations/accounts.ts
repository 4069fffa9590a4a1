import { newLinkSecret, PASS_LASTS } from '../../domain/access/pass.ts'
import { tidyEmail } from '../../domain/access/typed-account.ts'
import { instantText } from '../../domain/instant.ts'
import { openPublicAddress } from '../../domain/public-address.ts'
import type { Person } from '../../store/store.ts'
import { addressOf } from '../address.ts'
import { nodeRandom } from '../node-random.ts'
import { nodeSha256 } from '../node-sha256.ts'
import { renewSetupCode } from '../setup-code.ts'
import { type Operation, type OperationGround, Refusal } from './operation.ts'

export const setupCode: Operation = {
  usage: 'setup-code',
  operands: [0, 0],
  options: {},

  async run(ground) {
    const code = await renewSetupCode(ground, true)
    if (code === undefined) {
      throw new Refusal('The server has an owner already. See reset-password.')
    }
    const address = `${await baseOf(ground)}/admin/setup`
    const text = `${code}\nIt works once, for 15 minutes, at ${address}`
    return { text, value: { code, address } }
  },
}

export const resetPassword: Operation = {
  usage: 'reset-password EMAIL',
  operands: [1, 1],
  options: {},

  async run(ground, { operands: [email = ''] }) {
    const { store, clock } = ground
    const person = await personOf(ground, email)
    const secret = newLinkSecret(nodeRandom)
    const at = Math.floor(clock() / 1000)
    const expiresAt = at + PASS_LASTS.password
    const times = { createdBy: 'operator', createdAt: at, expiresAt }
    const pass = { purpose: 'password', person: person.id, ...times } as const
    await store.addPass(pass, nodeSha256(secret), lineFor('password-link', person, at))
    const link = `${await baseOf(ground)}/admin/passwords/${secret}`
    const until = instantText(expiresAt)
    return {
      text: `${link}\nIt sets a new password once, until ${until}.`,
      value: { link, until },
    }
  },
}

export const resetTwoFactor: Operation = {
  usage: 'reset-two-factor EMAIL',
  operands: [1, 1],
  options: {},

  async run(ground, { operands: [email = ''] }) {
    const person = await personOf(ground, email)
    const at = Math.floor(ground.clock() / 1000)
    if (!(await ground.store.resetTwoFactor(person.id, lineFor('two-factor-reset', person, at)))) {
      throw new Refusal(`${person.email} has no second factor; nothing was changed.`)
    }
    const text = `${person.email} has no second factor any more, and was signed out everywhere.`
    return { text, value: { email: person.email } }
  },
}

async function personOf({ store }: OperationGround, email: string): Promise<Person> {
  const person = await store.findPerson(tidyEmail(email))
  if (!person) throw new Refusal(`There is no account ${email}.`)
  return person
}

function lineFor(action: string, { email }: Person, at: number) {
  return { at, actor: 'operator', action, site: null, article: null, note: email }
}

/** By which address people reach the dashboard, as far as the command can tell. */
async function baseOf({ store, config }: OperationGround): Promise<string> {
  const known = (await openPublicAddress(store, config.publicUrl)).get()
  return known ?? addressOf(config.host, config.port)
}
