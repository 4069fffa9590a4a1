import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import { wait } from './wait.ts'

/** How long the browser's storage may take before it counts as refused, in milliseconds. */
const PATIENCE = 1500

/** Where the browser refuses storage, as in sandboxed frames, a value lasts as long as the page. */
const unkept = new Map<string, unknown>()
let store: UseStore | undefined

/**
 * Changes a value that this browser keeps for the page's origin, in one transaction, so that two
 * tabs agree; answers with the new one, and whether it was kept.
 */
export async function change<T>(
  name: string,
  alter: (before: T | undefined) => T,
): Promise<{ readonly value: T; readonly kept: boolean }> {
  try {
    if (unkept.has(name)) throw name
    store ??= createStore('tanggapan', 'kept')
    const altered = store('readwrite', async (store) => {
      const value = alter(await promisifyRequest<T | undefined>(store.get(name)))
      store.put(value, name)
      await promisifyRequest(store.transaction)
      return { value, kept: true }
    })
    const change = await Promise.race([altered, wait(PATIENCE)])
    if (change) return change
    throw name
  } catch {
    const value = alter(unkept.get(name) as T | undefined)
    unkept.set(name, value)
    return { value, kept: false }
  }
}
