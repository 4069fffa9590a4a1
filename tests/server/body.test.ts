import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readBody } from '../../server/guards/body.ts'

const app = new Hono().post('/', async (c) => c.json(await readBody(c, 16)))

/** What is made of a body; without a length it comes in pieces. */
async function read(body: BodyInit | null, length?: number): Promise<unknown> {
  const headers = length === undefined ? {} : { 'Content-Length': String(length) }
  // Needed on Node for a stream, and not in the DOM's types.
  const init = { method: 'POST', headers, body, duplex: 'half' }
  return (await app.request('/', init)).json()
}

/** A body of so many pieces, and how many were asked for. */
function pieces(texts: readonly string[], end?: Error) {
  let asked = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const text = texts[asked]
      asked += 1
      if (text !== undefined) controller.enqueue(new TextEncoder().encode(text))
      else if (end) controller.error(end)
      else controller.close()
    },
  })
  return { stream, asked: () => asked }
}

test('a body is read whole, in one piece or many', async () => {
  expect(await read('{"a":"é"}', 10)).toEqual({ json: { a: 'é' } })
  expect(await read(pieces(['{"a"', ':1}']).stream)).toEqual({ json: { a: 1 } })
  expect(await read(pieces([`"${'a'.repeat(14)}"`]).stream)).toEqual({ json: 'a'.repeat(14) })
})

test('a letter that is torn between two pieces is the same letter', async () => {
  const bytes = new TextEncoder().encode('"é"')
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect(await read(stream)).toEqual({ json: 'é' })
})

test('what is no JSON is refused as such', async () => {
  for (const text of ['', '{', '{"a":1}}', 'é'])
    expect(await read(text)).toEqual({ problem: 'json' })
  expect(await read(null)).toEqual({ problem: 'json' })
  expect(await read(pieces(['"', '\u00e9'.slice(0, 1)]).stream)).toEqual({ problem: 'json' })
})

test('one that is too large is refused by what it says, and else as soon as it is', async () => {
  expect(await read('"a"', 17)).toEqual({ problem: 'body-size' })
  const endless = pieces(Array.from({ length: 1000 }, () => '        '))
  expect(await read(endless.stream)).toEqual({ problem: 'body-size' })
  expect(endless.asked()).toBeLessThan(6)
})

test('one whose sender went away is no fault of the server', async () => {
  const cut = () => pieces(['{"a"'], new Error('aborted')).stream
  expect(await read(cut())).toEqual({ problem: 'timeout' })
  expect(await read(cut(), 10)).toEqual({ problem: 'timeout' })
})
