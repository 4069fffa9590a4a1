/** Why a site did not confirm an article. Closed: what stands in the database is one of these. */
export const VERIFICATION_FAILURES = [
  'no-origin',
  'plain-http',
  'unresolved',
  'private-address',
  'forbidden-address',
  'unreachable',
  'certificate',
  'timeout',
  'not-found',
  'blocked',
  'server-error',
  'status',
  'foreign-redirect',
  'moved',
  'redirects',
  'not-html',
  'too-large',
  'no-title',
  'canonical',
] as const

export type VerificationFailure = (typeof VERIFICATION_FAILURES)[number]
