import type { Store } from '../store/store.ts'

const NAME = 'public url'

/** The address by which people reach this server, without a trailing slash. */
export interface PublicAddress {
  /** Undefined where nobody said: the one that was asked by. */
  get(): string | undefined
  /** Keeps the one by which a browser set the server up; the configured one stays. */
  learn(origin: string): Promise<void>
}

/** @param configured `PUBLIC_URL`, which goes before what was learnt */
export async function openPublicAddress(
  store: Pick<Store, 'readValue' | 'keepValue'>,
  configured: string | undefined,
): Promise<PublicAddress> {
  let known = configured ?? (await store.readValue(NAME)) ?? undefined
  return {
    get: () => known,
    async learn(origin) {
      const kept = await store.keepValue(NAME, origin)
      known ??= kept
    },
  }
}
