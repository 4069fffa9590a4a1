import type { Scheduler } from '../store/scheduler.ts'

export const NODE_SCHEDULER: Scheduler = {
  afterPoll: setImmediate,
  after: (milliseconds, run) => {
    setTimeout(run, milliseconds).unref()
  },
}
