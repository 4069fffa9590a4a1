import { VIEWS_PATH } from '../../shared/paths.ts'
import type { Acknowledged } from './acknowledged.ts'
import { BLANK_ADDRESS } from './addresses.ts'
import { addressOf, SITE } from './articles.ts'
import { postRequest } from './http-request.ts'
import type { Traffic } from './traffic.ts'

/** New views of the first `articles` articles. */
export function viewTraffic(port: number, articles: number, acknowledged: Acknowledged): Traffic {
  const requests: Buffer[] = []
  for (let article = 0; article < articles; article++) {
    const body = { site: SITE, article: addressOf(article), visit: 'new' }
    requests.push(postRequest(port, VIEWS_PATH, body))
  }
  return {
    requests,
    addressAt: requests.map((bytes) => bytes.indexOf(BLANK_ADDRESS)),
    acknowledge(times) {
      times.forEach((n, article) => {
        acknowledged.addViews(article, n)
      })
    },
  }
}
