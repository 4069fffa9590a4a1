import type { Digest, Store } from '../../store/store.ts'
import type { Letter } from '../letter.ts'
import type { ReadUnitResults } from '../report/unit-results.ts'
import { digestDue } from './digest-due.ts'
import { type DigestFigures, makeDigest } from './digest-figures.ts'

export interface DigestsGround {
  readonly store: Store
  readonly readUnitResults: ReadUnitResults
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly newId: () => string
  readonly publicUrl: () => string | undefined
  readonly letterOf: (
    figures: DigestFigures,
    language: 'id' | 'en',
    publicUrl: string | undefined,
  ) => Letter
  readonly stopping: AbortSignal
}

/**
 * Hands over the digests that are due, each once for its local day, whatever the clock does and
 * whichever processes try. @returns number of offices whose digest was handed over now
 */
export async function sendDigests(ground: DigestsGround): Promise<number> {
  let handedOver = 0
  for (const digest of await ground.store.readDigests()) {
    if (ground.stopping.aborted) break
    const day = digest.active && digest.mails.length > 0 ? digestDue(digest, ground.clock()) : null
    if (day !== null && (await send(ground, digest, day))) handedOver += 1
  }
  return handedOver
}

async function send(
  { store, readUnitResults, clock, newId, publicUrl, letterOf }: DigestsGround,
  { office: key, mails, language }: Digest,
  day: string,
): Promise<boolean> {
  if (await store.wasDigestSent(key, day)) return false
  const office = (await store.readOffices()).find((each) => each.key === key)
  if (!office) return false
  const figures = await makeDigest({ store, readUnitResults }, office, day)
  // The sums of the last days come within minutes; the day is long.
  if (!figures.complete) return false
  const body = JSON.stringify(letterOf(figures, language, publicUrl()))
  const messages = mails.map((destination) => {
    return { id: newId(), means: 'mail', destination, occasion: day, body } as const
  })
  return store.sendDigest(key, day, Math.floor(clock() / 1000), messages)
}
