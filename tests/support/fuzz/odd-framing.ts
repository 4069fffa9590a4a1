import { pick, type Random } from '../seeded.ts'
import { type Draft, setHeader } from './draft.ts'

type Change = (draft: Draft, random: Random) => void

const CHUNKED = 'Transfer-Encoding'
const LENGTH = 'Content-Length'

/** Ways to lie about where a request ends; the sender hangs up after it. */
const FRAMINGS: readonly Change[] = [
  (draft) => {
    draft.framing = 'chunked'
  },
  (draft) => {
    draft.framing = 'none'
  },
  (draft, random) => {
    draft.framing = 'odd'
    const lengths = [
      '-1',
      '',
      'x',
      '1e3',
      '0x10',
      '99999999999999999999',
      '2049',
      '5, 5',
      '+5',
      ' 7',
      '0',
    ]
    setHeader(draft, LENGTH, pick(random, lengths))
  },
  (draft, random) => {
    draft.framing = 'odd'
    const near = draft.body.length + pick(random, [-5, -1, 1, 5])
    setHeader(draft, LENGTH, String(Math.max(0, near)))
  },
  (draft, random) => {
    draft.framing = 'odd'
    draft.headers.push(
      [LENGTH, String(draft.body.length)],
      [LENGTH, pick(random, ['0', '3', '4000'])],
    )
  },
  (draft, random) => {
    draft.framing = 'odd'
    setHeader(
      draft,
      CHUNKED,
      pick(random, ['chunked', 'chunked, chunked', 'gzip', 'identity', 'xchunked']),
    )
    if (random() < 0.5) setHeader(draft, LENGTH, String(draft.body.length))
    const sizes = [
      'zz',
      '-1',
      '0',
      '',
      'ffffffffffffffffff',
      '5;a=b',
      '5 ',
      String(draft.body.length),
    ]
    draft.body = Buffer.from(
      `${pick(random, sizes)}\r\n${draft.body.toString('latin1')}\r\n0\r\n\r\n`,
      'latin1',
    )
  },
  (draft, random) => {
    draft.framing = 'odd'
    setHeader(draft, 'Expect', pick(random, ['100-continue', 'x', '200-ok']))
    setHeader(draft, LENGTH, String(draft.body.length))
  },
  (draft, random) => {
    draft.framing = 'odd'
    draft.version = pick(random, [
      'HTTP/1.0',
      'HTTP/0.9',
      'HTTP/2.0',
      'HTTP/1.2',
      'http/1.1',
      'ICY',
      '',
    ])
    setHeader(draft, LENGTH, String(draft.body.length))
  },
  // Half a request: the sender goes away in the middle of a line, or of the body.
  (draft, random) => {
    draft.sent = random()
  },
]

export function changeFraming(draft: Draft, random: Random): void {
  pick(random, FRAMINGS)(draft, random)
}
