import type { AlertingGround } from './alerts/alerting.ts'
import type { Chore } from './schedule.ts'

/**
 * Alerts and digests: rules are looked at every five minutes, what is due is sent within five
 * seconds, and what became of old messages is forgotten each night. Read in when first needed.
 */
export function alertChores(ground: AlertingGround): readonly Chore[] {
  let read: ReturnType<typeof open> | undefined
  async function open() {
    return (await import('./alerts/alerting.ts')).createAlerting(ground)
  }
  const alerting = () => {
    read ??= open()
    return read
  }
  return [
    {
      pattern: '3-58/5 * * * *',
      run: async (stopping) => (await alerting()).watch(stopping),
    },
    { pattern: '*/5 * * * * *', run: async (stopping) => (await alerting()).deliver(stopping) },
    { pattern: '41 3 * * *', run: async () => (await alerting()).forget() },
  ]
}
