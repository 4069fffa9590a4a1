import type { Problem } from '../../../shared/problem.ts'
import type { Reason, Standing } from '../../../shared/standing.ts'
import type { NewStanding, VoteSelection } from '../../store/store.ts'
import type { Rules } from '../rules.ts'
import type { ListedSite } from '../site/site-directory.ts'

/** What an admin decides about the votes of a site, and why. It never goes by their choices. */
export interface Decision {
  /** The standing that the votes have now. */
  readonly standing: Standing
  /** Any address of an article. */
  readonly article?: string | undefined
  readonly reason?: Reason | undefined
  /** First and last local day of the first cast. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Single votes of the article, by what may be their names: see `VoteNames`. */
  readonly votes?: readonly string[] | undefined
  readonly note: string
}

/** A decision that can be carried out. */
export interface Decided {
  /**
   * Changes the votes, a thousand at a time; those behind wait no longer than for one of these.
   * @param told called with the number of votes changed each time
   * @returns number of votes changed
   */
  carryOut(told: (changed: number) => void): Promise<number>
}

const NEW_STANDING = {
  release: { standing: 'counted' },
  exclude: { standing: 'excluded', reason: null },
} as const satisfies Record<string, NewStanding>

/**
 * Makes a decision out of what was asked for.
 * @param actor name of the API token that it is audited under
 */
export function decide(
  rules: Rules,
  listed: ListedSite,
  action: 'release' | 'exclude',
  decision: Decision,
  actor: string,
): Decided | Problem {
  const votes = selectionOf(rules, listed, decision)
  if ('problem' in votes) return votes
  const at = Math.floor(rules.clock() / 1000)
  const { site, article = null } = votes
  const note = `${decision.note} [${describe(decision)}]`
  const audit = { at, actor, action, site, article, note }
  return {
    carryOut: (told) => rules.store.changeStanding(votes, NEW_STANDING[action], audit, told),
  }
}

function selectionOf(
  { keyOf, voteNames }: Rules,
  listed: ListedSite,
  { article, votes, ...asked }: Decision,
): VoteSelection | Problem {
  const site = listed.site.key
  const { standing, reason, from, to } = asked
  const key = article === undefined ? undefined : keyOf(listed, article)
  if (key === null) return { problem: 'article' }
  if (key === undefined && (votes || standing === 'counted')) {
    return { problem: 'article', detail: 'Counted votes and single votes need their article.' }
  }
  const voters = votes?.map((name) => voteNames.voterOf(site, name))
  return { site, standing, article: key, reason, from, to, voters }
}

/** What the decision was about, for the audit log. */
function describe({ standing, reason, from, to, votes }: Decision): string {
  const parts = [
    standing,
    reason,
    from && `from ${from}`,
    to && `to ${to}`,
    votes && `${votes.length} named`,
  ]
  return parts.filter(Boolean).join(', ')
}
