import { instantText } from '../instant.ts'
import type { AlertFinding, AlertNews } from './alert-finding.ts'

/** Hundredths of the index as it is written: 7661 is 76.61. */
const points = (hundredths: number) => hundredths / 100

/**
 * What a webhook is sent, as JSON: `type`, `timestamp` and `data`, as Standard Webhooks has them.
 * Figures only; `link` where the server knows its address.
 * @param at seconds since 1970
 */
export function webhookBody(
  { rule, name, occasion, finding }: AlertNews,
  at: number,
  publicUrl: string | undefined,
): string {
  const { key, kind, about } = rule
  const data = {
    rule: key,
    kind,
    about: about === 'server' ? { server: true } : { ...about, name },
    ...(finding && figuresOf(finding)),
    ...limitsOf(rule),
    ...(publicUrl && { link: `${publicUrl}/admin/alerts/${key}` }),
  }
  return JSON.stringify({ type: `alert.${occasion}`, timestamp: instantText(at), data })
}

function figuresOf(finding: AlertFinding) {
  const { kind, ...figures } = finding
  if (finding.kind !== 'index') return figures
  const { n, from, to, index, interval } = finding
  return {
    ...{ n, from, to, index: index === null ? null : points(index) },
    interval: interval && { low: points(interval.low), high: points(interval.high) },
  }
}

function limitsOf({ kind, bound, least, span }: AlertNews['rule']) {
  return {
    ...(bound !== null && { bound: points(bound), least }),
    ...(span !== null && (kind === 'backup' ? { hours: span } : { days: span })),
  }
}
