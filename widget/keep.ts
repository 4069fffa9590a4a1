import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'

/** How long the browser's storage may take before it counts as refused, in milliseconds. */
const PATIENCE = 1500

let store: UseStore | undefined

/** Storage of the page the survey stands on; never that of the server. */
function kept(): UseStore {
  store ??= createStore('tanggapan', 'kept')
  return store
}

/**
 * Changes a kept value in one transaction, so that two tabs agree, and answers with the
 * new one; undefined where the browser refuses storage.
 */
export async function change<T>(
  key: string,
  alter: (before: T | undefined) => T,
): Promise<T | undefined> {
  return orRefused(() =>
    kept()('readwrite', async (store) => {
      const after = alter(await promisifyRequest<T | undefined>(store.get(key)))
      store.put(after, key)
      await promisifyRequest(store.transaction)
      return after
    }),
  )
}

/** Reads a kept value; undefined for none, and where the browser refuses storage. */
export function read<T>(key: string): Promise<T | undefined> {
  return orRefused(() => kept()('readonly', (store) => promisifyRequest<T>(store.get(key))))
}

async function orRefused<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE))
    return await Promise.race([run(), late])
  } catch {
    // Private windows and sandboxed frames refuse storage; the survey works without.
    return undefined
  }
}
