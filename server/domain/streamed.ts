/**
 * Pieces of a file as a body that is made while it is read: nothing is fetched for a reader who has
 * not taken what there is. Breaking off ends the making.
 */
export function streamed(
  pieces: AsyncIterable<string | Uint8Array>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next()
        if (done) return controller.close()
        controller.enqueue(
          typeof value === 'string' ? encoder.encode(value) : new Uint8Array(value),
        )
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    // One piece at a time: what waits is as much as one page of a list.
    { highWaterMark: 0 },
  )
}
