import type { ProblemType } from '../../../shared/problem.ts'
import type { Decided } from '../../domain/moderation/decide.ts'
import { StorageError } from '../../store/store.ts'
import { adminLines } from './admin-response.ts'

/**
 * Carries a decision out and tells how far it is, a line for every thousand votes; the last one
 * has `done` or a `problem`. It goes on to its end where nobody listens any more. What fails
 * before the first vote was changed is thrown, and answered as everywhere.
 */
export async function progress(
  decided: Decided,
  keepGoing: (work: Promise<unknown>) => void,
  onFault: (fault: unknown) => void,
): Promise<Response> {
  const lines = createLines()
  let changed = 0
  const work = new Promise<void>((begun, failed) => {
    const whole = decided.carryOut((more) => {
      changed += more
      lines.write({ changed })
      begun()
    })
    keepGoing(
      whole
        .then(
          () => lines.end({ changed, done: true }),
          (reason: unknown) => {
            if (changed === 0) return failed(reason)
            onFault(reason)
            const problem: ProblemType = reason instanceof StorageError ? 'storage' : 'fault'
            lines.end({ changed, problem })
          },
        )
        .then(begun),
    )
  })
  await work
  return adminLines(lines.stream)
}

/** JSON lines that can be written whether or not anybody reads them. */
function createLines() {
  const encoder = new TextEncoder()
  let open: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      open = controller
    },
    cancel() {
      open = undefined
    },
  })
  const write = (line: object) => open?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
  return {
    stream,
    write,
    end(line: object) {
      write(line)
      open?.close()
    },
  }
}
