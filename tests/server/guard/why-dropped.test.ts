import { expect, test } from 'vitest'
import { whyDropped } from '../../../server/domain/guard/why-dropped.ts'
import { USUAL_AGENT } from '../../support/reader-headers.ts'

const VIEW = { site: 'desa', article: '/berita', visit: 'new' } as const
const CLIENT = { address: null, userAgent: USUAL_AGENT, agent: 'browser' } as const
const SENT = { fromPage: true, prefetch: false }

test.each(['new', 'unknown'] as const)(
  'a %s visit of a page that a browser shows counts',
  (visit) => {
    expect(whyDropped({ ...VIEW, visit, automated: false }, CLIENT, SENT)).toBeNull()
  },
)

test.each([
  [{}, {}, { fromPage: false }, 'no-origin'],
  [{ automated: true }, {}, {}, 'automated'],
  [{}, { agent: 'tool' }, {}, 'user-agent'],
  [{}, { agent: 'bot' }, {}, 'bot'],
  [{}, {}, { prefetch: true }, 'prefetch'],
  [{ visit: 'repeat' }, {}, {}, 'repeat'],
  // All at once: what is no reader's at all goes first.
  [{ automated: true, visit: 'repeat' }, { agent: 'bot' }, { fromPage: false }, 'no-origin'],
  [{ automated: true, visit: 'repeat' }, { agent: 'bot' }, { prefetch: true }, 'automated'],
  [{ visit: 'repeat' }, { agent: 'tool' }, { prefetch: true }, 'user-agent'],
  [{ visit: 'repeat' }, { agent: 'bot' }, { prefetch: true }, 'bot'],
  [{ visit: 'repeat' }, {}, { prefetch: true }, 'prefetch'],
] as const)('%o by %o, sent %o, is dropped: %s', (view, client, sending, reason) => {
  const dropped = whyDropped(
    { ...VIEW, ...view },
    { ...CLIENT, ...client },
    { ...SENT, ...sending },
  )
  expect(dropped).toBe(reason)
})
