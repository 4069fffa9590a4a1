import type { ID_OPERATIONS } from './id-operations.ts'

/** Of tokens and operations, in English. */
export const EN_OPERATIONS: typeof ID_OPERATIONS = {
  tokensTitle: 'API tokens',
  tokensText:
    'Programs use a token for the admin API. Only its fingerprint is kept; one that is lost is revoked and made anew.',
  tokensNone: 'There are no tokens yet.',
  tokenAdd: 'Make a token',
  tokenNameHint:
    'Lower-case letters, digits and hyphens, such as laporan-dinkes. The audit log has it.',
  tokenAllSites: 'all sites',
  tokenOnce: 'Copy it now. This token is shown this once.',
  token: 'Token',
  faultToken:
    'Give a name: lower-case letters, digits, hyphens, at most 40; not system or operator.',
  faultTokenTaken: 'This name is taken.',
  doneToken: 'The token is revoked and opens nothing any more.',
  operationsTitle: 'Operations',
  operationsLead: (requests, counted) =>
    `${counted} of ${requests} requests of the last seven days were counted as views.`,
  operationsChain: 'Signed chain',
  operationsChainHead: (number, day) => `Entry ${number}, ${day}`,
  operationsChainNone: 'None yet; the first day is signed after its end.',
  operationsUpkeep: 'Maintenance',
  operationsBackup: 'The last backup that was tested',
  operationsBackupNone: 'none yet',
  operationsBackupFailed: (time) => `Failed ${time}:`,
  operationsFailures: 'Articles that are not verified',
  operationsFailuresNone: 'No article failed to be verified.',
  operationsArticles: 'Articles',
  operationsRemedy: 'Why, and what helps',
  operationsExample: 'Such as',
  operationsRetry: 'Try to verify again',
  operationsShared:
    'Many pages say that they are one article. Mend the canonical links, or set articles to be known by their pages’ addresses.',
  doneRetry: 'The server asks for every unverified article again.',
  dropReasons: {
    'no-origin': 'no page sent it',
    prefetch: 'fetched ahead, unseen',
    automated: 'automated browser',
    bot: 'robot',
    'user-agent': 'no browser',
    repeat: 'viewed again within half an hour',
    seen: 'viewed before, as the server knows',
    rate: 'too many from one address',
  },
}
