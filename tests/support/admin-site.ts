import { expect, onTestFinished } from 'vitest'
import { newApiToken } from '../../server/domain/api-token.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { nodeSha256 } from '../../server/entry/node-sha256.ts'
import type { Choice } from '../../shared/choice.ts'
import { COUNTED, type Verdict } from '../../shared/standing.ts'
import type { OpenedRoutes } from '../contract/reader-routes-contract.ts'
import { type AdminRequest, adminRequest } from './admin-request.ts'
import { seeded } from './seeded.ts'

export const DAY = '2026-03-01'

/** What a test casts into the store; a counted `puas` of today where it doesn't say. */
export interface CastVote {
  readonly path?: string
  readonly choice?: Choice
  readonly verdict?: Verdict
  readonly day?: string
  readonly hour?: number
  readonly turn?: number
  readonly voter?: string
}

/** A site that no other test knows, with a token of its own, one of another site and one of all. */
export interface AdminSite extends OpenedRoutes {
  readonly site: string
  readonly host: string
  readonly tokens: { readonly own: string; readonly other: string; readonly all: string }
  /** Asks an address of the site's admin API, such as `standings?limit=1`, with its own token. */
  ask(address: string, body?: unknown, request?: Partial<AdminRequest>): Promise<Response>
  /** The same, where it must be answered; its JSON. */
  told<T>(address: string): Promise<T>
  /** Decides, and answers with the lines of the reply. */
  decide(address: string, body: object): Promise<Record<string, unknown>[]>
  /** @returns the voter */
  cast(vote?: CastVote): Promise<string>
  sql(text: string): Promise<readonly (readonly unknown[])[]>
}

let sites = 0
const random = seeded(1)
const newVoter = () =>
  Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')

/** A token that the server of a store takes, for one site or all. */
export async function makeToken(
  { store }: OpenedRoutes,
  name: string,
  site: string | null,
): Promise<string> {
  const token = newApiToken(nodeRandom)
  const kept = { name, site, createdAt: 0 }
  expect(await store.addToken(kept, nodeSha256(token))).toBe(true)
  return token
}

/** Of any type: workerd warns of a text that isn't called one. */
export async function textOf(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer())
}

export async function openAdminSite(open: () => Promise<OpenedRoutes>): Promise<AdminSite> {
  const opened = await open()
  onTestFinished(() => opened.close())
  const site = `situs-${++sites}`
  const host = `${site}.go.id`
  for (const [key, origin] of [
    [site, `https://${host}`],
    [`tetangga-${sites}`, `https://tetangga-${sites}.go.id`],
  ] as const) {
    await opened.store.addSite({
      key,
      name: key,
      timeZone: 'Asia/Jakarta',
      settings: { resultsFrom: 1 },
      loopback: false,
      intranet: false,
      addedAt: 0,
      origins: [{ origin, role: 'primary' }],
    })
  }
  const tokens = {
    own: await makeToken(opened, `own-${sites}`, site),
    other: await makeToken(opened, `other-${sites}`, `tetangga-${sites}`),
    all: await makeToken(opened, `all-${sites}`, null),
  }
  const ask: AdminSite['ask'] = (address, body, request) =>
    opened.fetch(
      adminRequest({
        path: `/api/admin/sites/${site}/${address}`,
        token: tokens.own,
        ...(body === undefined ? {} : { body }),
        ...request,
      }),
    )
  return {
    ...opened,
    site,
    host,
    tokens,
    ask,
    async told<T>(address: string) {
      const response = await ask(address)
      expect(response.status, await response.clone().text()).toBe(200)
      return (await response.json()) as T
    },
    async decide(address, body) {
      const response = await ask(address, body)
      expect(response.status).toBe(200)
      const lines = (await textOf(response)).trim().split('\n')
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    },
    async cast({ path = '/berita', verdict = COUNTED, ...vote } = {}) {
      const voter = vote.voter ?? newVoter()
      const article = { site, key: host + path }
      const usual = { turn: 1, choice: 'puas', day: DAY, hour: 492_000 } as const
      await opened.store.takeTurn({ ...usual, ...vote, article, voter, verdict })
      return voter
    },
    sql: (text) => opened.query(text.replaceAll(':site', `'${site}'`)),
  }
}
