import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { verifyChain } from '../../domain/chain/verify-chain.ts'
import { nodeChecks } from '../node-notary.ts'
import { type FileOperation, Refusal } from './operation.ts'

/** Needs neither a server nor its data: whoever has a published chain can check it. */
export const verifyChainOperation: FileOperation = {
  usage: 'verify-chain FILE|- [--key KEY] [--head HASH]',
  operands: [1, 1],
  options: { key: { type: 'string' }, head: { type: 'string' } },

  async runOnFiles(_config, { operands: [file = ''], options }) {
    const { key, head } = options
    const published = parsed(await readText(file))
    const expected = {
      publicKey: typeof key === 'string' ? key : undefined,
      head: typeof head === 'string' ? head : undefined,
    }
    const verdict = verifyChain(nodeChecks, published, expected)
    if (!verdict.holds) {
      return { text: `The chain does not hold: ${verdict.fault}.`, value: verdict, failed: true }
    }
    const { entries, firstDay, lastDay, opened } = verdict
    const days = `${entries} entries, ${firstDay} to ${lastDay}; ${opened} published counts are those signed.`
    return { text: `The chain holds: ${days}\nHead: ${verdict.head}`, value: verdict }
  },
}

async function readText(file: string): Promise<string> {
  if (file === '-') return textOf(process.stdin)
  return readFile(file, 'utf8').catch((reason: Error) => {
    throw new Refusal(`${file} can't be read: ${reason.message}`)
  })
}

/** What is no JSON is no chain either, which the verdict says. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
