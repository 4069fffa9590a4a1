/** The Swedish form is that of ISO 8601, but for the space between. */
const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'UTC',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** An instant as ISO 8601 writes it in UTC. @param seconds since 1970 */
export function instantText(seconds: number): string {
  return `${FORMAT.format(seconds * 1000).replace(' ', 'T')}Z`
}
