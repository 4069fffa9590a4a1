import { waitUntil } from '@open-wc/testing'
import type { Choice } from '../../../shared/choice.ts'
import type { ViewReply } from '../../../shared/figures.ts'
import { VIEWS_PATH, VOTES_PATH } from '../../../shared/paths.ts'
import { type Lane, SERVER } from './lane.ts'

const SITE = 'bojonegoro'
/** Votes that come sooner after their page are set aside, in milliseconds. */
const READ_FOR = 1600

/** Votes of other readers of the lane's article, one each, who all have read it before. */
export async function castOthers({ article }: Lane, choices: readonly Choice[]) {
  const named = { site: SITE, article }
  const tokens: string[] = []
  for (const _ of choices) {
    const { token } = await send<ViewReply>(SERVER + VIEWS_PATH, { ...named, visit: 'new' })
    tokens.push(token)
  }
  const read = performance.now()
  await waitUntil(() => performance.now() - read > READ_FOR, undefined, { timeout: READ_FOR * 2 })
  for (const [i, choice] of choices.entries()) {
    const vote = { ...named, ballot: makeBallot(), turn: 1, choice, token: tokens[i] }
    await send(SERVER + VOTES_PATH, vote)
  }
}

async function send<Reply>(url: string, body: object): Promise<Reply> {
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`)
  return (await reply.json()) as Reply
}

function makeBallot(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 22)
}
