import { newSetupCode, PASS_LASTS } from '../domain/access/pass.ts'
import type { Store } from '../store/store.ts'
import { nodeRandom } from './node-random.ts'
import { nodeSha256 } from './node-sha256.ts'

/**
 * A new code with which the first owner sets the dashboard up; the one before works no more.
 * @param noted whether the audit log has it: a start's own code is nobody's doing
 * @returns undefined where somebody has an account already
 */
export async function renewSetupCode(
  { store, clock }: { readonly store: Store; readonly clock: () => number },
  noted: boolean,
): Promise<string | undefined> {
  if (await store.hasPeople()) return undefined
  const code = newSetupCode(nodeRandom)
  const at = Math.floor(clock() / 1000)
  const times = { createdBy: 'operator', createdAt: at, expiresAt: at + PASS_LASTS.setup }
  const line = { at, actor: 'operator', action: 'setup-code', site: null, article: null, note: '' }
  await store.addPass({ purpose: 'setup', ...times }, nodeSha256(code), noted ? line : null)
  return code
}
