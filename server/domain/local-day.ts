const QUARTER_HOUR = 15 * 60 * 1000

const formats = new Map<string, Intl.DateTimeFormat>()
const latest = new Map<string, { quarter: number; day: string }>()

/**
 * The day, YYYY-MM-DD, that it is in a time zone at an instant. Zones keep whole quarters
 * of an hour, so one answer serves for the quarter: asking Intl costs more than a vote's
 * statement.
 * @param timeZone IANA name; an unknown one throws a RangeError
 * @param now milliseconds since 1970
 */
export function localDay(timeZone: string, now: number): string {
  const quarter = Math.floor(now / QUARTER_HOUR)
  const known = latest.get(timeZone)
  if (known?.quarter === quarter) return known.day
  const day = formatFor(timeZone).format(now)
  latest.set(timeZone, { quarter, day })
  return day
}

/** Whether this runtime knows an IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    formatFor(name)
    return true
  } catch {
    // Intl's way of saying no.
    return false
  }
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    // The Swedish date form is YYYY-MM-DD.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone })
    formats.set(timeZone, format)
  }
  return format
}
