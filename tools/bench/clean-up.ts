/** What has to be undone at the end, the latest first. */
export interface CleanUp {
  add(undo: () => Promise<void>): void
  /** Undoes everything, once however often it is asked. @throws the first error, after the rest */
  run(): Promise<void>
}

export function createCleanUp(): CleanUp {
  const undoings: (() => Promise<void>)[] = []
  let running: Promise<void> | undefined

  async function undoAll(): Promise<void> {
    const errors: unknown[] = []
    for (const undo of undoings.reverse()) {
      await undo().catch((reason: unknown) => errors.push(reason))
    }
    if (errors.length > 0) throw errors[0]
  }

  return {
    add: (undo) => void undoings.push(undo),
    run: () => (running ??= undoAll()),
  }
}

/** Ctrl-C leaves no process and no folder behind either. */
export function cleanUpOnSignal(cleanUp: CleanUp): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    // Stays after the first: some terminals and runners pass a signal on twice.
    process.on(signal, () => {
      const end = () => process.exit(code)
      cleanUp.run().then(end, end)
    })
  }
}
