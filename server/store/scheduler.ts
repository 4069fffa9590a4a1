/** The runtime's ways to run something later; passed in, because runtimes differ. */
export interface Scheduler {
  /** After the event loop has polled for input once more. */
  afterPoll(run: () => void): void
  /** After a number of milliseconds; keeps no process alive. */
  after(milliseconds: number, run: () => void): void
}
