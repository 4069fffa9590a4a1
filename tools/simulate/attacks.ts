import type { Choice } from '../../shared/choice.ts'
import { countVotes } from '../../shared/votes-by-choice.ts'
import { below } from './chance.ts'
import { cast, open, type Stage } from './people.ts'
import { browser } from './readers.ts'
import { MINUTE, SECOND } from './time.ts'
import { SITE } from './world.ts'

/** What an attacker wants: as many votes of one choice as can be, at one article. */
const CHOICE: Choice = 'tidak-puas'
const SIDE = 'attack'

interface Loop {
  readonly article: string
  readonly address: () => string
  readonly from: number
  /** Votes, and how many in a second. */
  readonly votes: number
  readonly pace: number
}

/** The first thing anybody tries: one token, one request over and over, as fast as it goes. */
export function naiveLoop(stage: Stage, { article, address, from, votes, pace }: Loop): void {
  const page = {
    article,
    side: SIDE,
    from: { address: address(), userAgent: browser(stage.random) },
  }
  let token: string | null = null
  for (let i = 0; i < votes; i++) {
    stage.timeline.at(from + (i / pace) * SECOND, async () => {
      token ??= await open(stage, page, 'repeat')
      if (token !== null) await cast(stage, page, token, CHOICE)
    })
  }
}

/** The same with a fresh token for each vote, two seconds old when it is spent. */
export function freshTokenLoop(
  stage: Stage,
  { article, address, from, votes, pace }: Loop,
  visit: 'new' | 'repeat',
): void {
  for (let i = 0; i < votes; i++) {
    const at = from + (i / pace) * SECOND
    stage.timeline.at(at, async () => {
      const page = {
        article,
        side: SIDE,
        from: { address: address(), userAgent: browser(stage.random) },
      }
      const token = await open(stage, page, visit)
      if (token === null) return
      stage.timeline.at(at + 2 * SECOND, async () => {
        await cast(stage, page, token, CHOICE)
      })
    })
  }
}

interface InformedLoop {
  readonly article: string
  readonly address: () => string
  readonly from: number
  readonly until: number
  /** Views made up for each vote. */
  readonly viewsAVote: number
}

/**
 * Knows the rules: makes up views, waits for its tokens, changes its user agent, stays below the
 * buckets, and looks at the public tally. Where votes don't show there, it slows down by half.
 */
export function informedLoop(stage: Stage, loop: InformedLoop): void {
  let pause = 10 * SECOND
  let sent = 0
  let shown = 0

  async function step(at: number): Promise<void> {
    if (at >= loop.until) return
    const from = { address: loop.address(), userAgent: browser(stage.random) }
    const page = { article: loop.article, side: SIDE, from }
    let token: string | null = null
    for (let i = 0; i < loop.viewsAVote; i++) token = await open(stage, page, 'new')
    if (token !== null) {
      const spent = token
      stage.timeline.at(at + 3 * SECOND, async () => {
        await cast(stage, page, spent, CHOICE)
      })
      sent += 1
    }
    if (sent % 20 === 0) await adapt()
    stage.timeline.at(at + pause, () => step(at + pause))
  }

  async function adapt(): Promise<void> {
    const { votes } = await stage.world.store.readArticle({ site: SITE, key: loop.article }, null)
    const now = countVotes(votes)
    if (now - shown < 10) pause = Math.min(pause * 2, 10 * MINUTE)
    shown = now
  }

  stage.timeline.at(loop.from, () => step(loop.from))
}

interface Flood {
  readonly article: string
  readonly addresses: readonly string[]
  readonly from: number
  /** How long it takes, in milliseconds. */
  readonly length: number
  /** Views made up beside each vote: one is the vote's own. */
  readonly viewsAVote: number
  /** True to spread the votes over the views by chance, as readers of shared networks do. */
  readonly byChance?: boolean
}

/** One vote from each of thousands of addresses, or as many spread by chance. */
export function flood(
  stage: Stage,
  { article, addresses, from, length, viewsAVote, byChance = false }: Flood,
): void {
  const { timeline, random } = stage
  for (const address of addresses) {
    const start = from + random() * length
    const sender = { address, userAgent: browser(random) }
    const page = { article, side: SIDE, from: sender }
    const views = Array.from({ length: viewsAVote }, (_, i) =>
      byChance ? random() < 1 / viewsAVote : i === viewsAVote - 1,
    )
    views.forEach((votes, i) => {
      const at = start + i * SECOND
      timeline.at(at, async () => {
        const token = await open(stage, page, 'new')
        if (!votes || token === null) return
        timeline.at(at + (2 + below(random, 20)) * SECOND, async () => {
          await cast(stage, page, token, CHOICE)
        })
      })
    })
  }
}
