/** Follows one connection's responses just far enough to know where each one ends. */
export interface ResponseReader {
  /**
   * Takes what arrived. Answers with the status once a response is complete, 0 before.
   * @throws Error for what it cannot follow, such as a response without a length
   */
  take(bytes: Buffer): number
}

const HEAD_END = '\r\n\r\n'
const LENGTH = /\r\ncontent-length: *(\d+)\r\n/i

export function createResponseReader(): ResponseReader {
  /** The beginning of a head that has not arrived completely. */
  let begun: Buffer | undefined
  let status = 0
  let missing = 0

  return {
    take(arrived) {
      if (status !== 0) {
        missing -= arrived.length
        return ended()
      }
      const bytes = begun ? Buffer.concat([begun, arrived]) : arrived
      const end = bytes.indexOf(HEAD_END, 0, 'latin1')
      if (end < 0) {
        begun = Buffer.from(bytes)
        return 0
      }
      begun = undefined
      const head = bytes.toString('latin1', 0, end + 2)
      const length = LENGTH.exec(head)?.[1]
      if (length === undefined) throw new Error(`a response without a length:\n${head}`)
      status = Number(head.slice(9, 12))
      missing = Number(length) - (bytes.length - end - HEAD_END.length)
      return ended()
    },
  }

  function ended(): number {
    if (missing > 0) return 0
    if (missing < 0) throw new Error('more arrived than was asked for')
    const complete = status
    status = 0
    return complete
  }
}
