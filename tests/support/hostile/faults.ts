import type { Fault } from './faulty-server.ts'
import type { HostilePage } from './hostile-page.ts'

const faulty = (fault: Fault, host: string, ...browserSays: readonly RegExp[]): HostilePage => ({
  name: `faults/${fault}`,
  file: 'faults/article',
  host,
  outcome: 'apologises',
  fault,
  ...(browserSays.length > 0 && { browserSays }),
})

/** Servers that misbehave once the script has arrived. */
export const FAULTS: readonly HostilePage[] = [
  // A connection that the browser had opened ahead is reset, a new one refused.
  faulty('gone', 'has a server that is down', /ERR_CONNECTION_(REFUSED|RESET)/),
  faulty('silent', 'has a server that never answers'),
  faulty('html', 'has a server that answers with a page'),
  faulty(
    'html-without-cors',
    'has a portal between that answers with a page',
    /CORS policy/,
    /ERR_FAILED/,
  ),
  faulty('redirect', 'has a portal between that redirects', /ERR_FAILED/),
  faulty('ten-megabytes', 'has a server that answers with 10 MB'),
  faulty('error-500', 'has a server that fails', /status of 500/),
  faulty('other-shape', 'has a server that answers with JSON of another shape'),
  faulty('null', 'has a server that answers null'),
  faulty('endless', 'has a server that answers without end'),
  faulty(
    'reset',
    'has a server that resets connections',
    /ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/,
  ),
  faulty('reset-while-answering', 'has a server that breaks off', /ERR_/),
  {
    name: 'faults/silent-script',
    file: 'loaders/after-load',
    host: 'brings the script after load, and its server is a black hole',
    outcome: 'absent',
    fault: 'silent-script',
  },
]
