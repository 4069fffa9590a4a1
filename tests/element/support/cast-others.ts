import type { Choice } from '../../../shared/choice.ts'
import type { ViewReply } from '../../../shared/figures.ts'
import { VIEWS_PATH, VOTES_PATH } from '../../../shared/paths.ts'
import { type Lane, SERVER } from './lane.ts'

const SITE = 'bojonegoro'

/** Votes of other readers of the lane's article, one each. */
export async function castOthers({ article }: Lane, choices: readonly Choice[]) {
  for (const choice of choices) {
    const named = { site: SITE, article }
    const { token } = await send<ViewReply>(SERVER + VIEWS_PATH, { ...named, visit: 'new' })
    const vote = { ...named, ballot: makeBallot(), turn: 1, choice, token }
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
