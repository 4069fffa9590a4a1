/** The paths of the readers' contract, version 1. Frozen once released. */
export const VIEWS_PATH = '/v1/views'
export const VOTES_PATH = '/v1/votes'
export const WITHDRAWALS_PATH = '/v1/withdrawals'
export const WIDGET_PATH = '/v1/widget.js'

/** Path of a site's tallies; `?article=` follows, 1 to 100 times. */
export function talliesPath(site: string): string {
  return `/v1/sites/${encodeURIComponent(site)}/tallies`
}
