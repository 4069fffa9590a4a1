import { exportChain } from '../../domain/chain/export-chain.ts'
import { signingOf } from '../signing.ts'
import { type Operation, Refusal } from './operation.ts'

export const exportChainOperation: Operation = {
  usage: 'export-chain SITE [--public]',
  operands: [1, 1],
  options: { public: { type: 'boolean' } },

  async run({ store, secret }, { operands: [key = ''], options }) {
    const site = (await store.readSites()).find((each) => each.key === key)
    if (!site) throw new Refusal(`There is no site ${key}.`)
    const { notary, nonceOf } = signingOf(secret)
    const keys = { publicKey: notary.publicKey, nonceOf }
    const value = await exportChain(store, keys, site, options['public'] === true)
    return { text: JSON.stringify(value), value }
  },
}
