import { CHOICES } from '../../shared/choice.ts'
import { VOTES_PATH } from '../../shared/paths.ts'
import type { Acknowledged } from './acknowledged.ts'
import { BLANK_ADDRESS } from './addresses.ts'
import { addressOf, SITE } from './articles.ts'
import { BALLOT_LENGTH } from './ballots.ts'
import { postRequest } from './http-request.ts'
import { BLANK_TOKEN, type WriteToken } from './token-stock.ts'
import type { Traffic } from './traffic.ts'

const BLANK_BALLOT = '_'.repeat(BALLOT_LENGTH)

/**
 * First votes for the first `articles` articles, every choice for each of them.
 * @param writeToken undefined where nobody looks at it
 */
export function voteTraffic(
  port: number,
  articles: number,
  acknowledged: Acknowledged,
  writeToken?: WriteToken,
): Traffic {
  const requests: Buffer[] = []
  for (let article = 0; article < articles; article++) {
    for (const choice of CHOICES) {
      const body = {
        site: SITE,
        article: addressOf(article),
        ballot: BLANK_BALLOT,
        turn: 1,
        choice,
        token: BLANK_TOKEN,
      }
      requests.push(postRequest(port, VOTES_PATH, body))
    }
  }
  return {
    requests,
    addressAt: requests.map((bytes) => bytes.indexOf(BLANK_ADDRESS)),
    ...(writeToken && {
      token: {
        at: requests.map((bytes) => bytes.indexOf(BLANK_TOKEN)),
        write: (into, at, request) => {
          writeToken(into, at, Math.floor(request / CHOICES.length))
        },
      },
    }),
    ballotAt: requests.map((bytes) => bytes.indexOf(BLANK_BALLOT)),
    acknowledge(times) {
      times.forEach((n, request) => {
        const article = Math.floor(request / CHOICES.length)
        acknowledged.addVotes(article, request % CHOICES.length, n)
      })
    },
  }
}
