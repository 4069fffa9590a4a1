/**
 * Every refusal the server can give, in one closed list: the `type` of the RFC 9457
 * problem document, its HTTP status and its title. Callers branch on `type`; `title`
 * and `detail` are for people and are never parsed.
 */
export const PROBLEMS = {
  json: { status: 400, title: 'The body is not a JSON object.' },
  'unknown-field': { status: 400, title: 'There is a field that this address does not know.' },
  value: { status: 400, title: 'A field has a value that this address does not take.' },
  site: { status: 404, title: 'There is no such site.' },
  article: { status: 400, title: 'This is not the address of an article of the site.' },
  page: { status: 400, title: 'This is not the address of a page of the site.' },
  visit: { status: 400, title: 'A visit is "new", "repeat" or "unknown".' },
  ballot: { status: 400, title: 'A ballot is 22 characters of base64url.' },
  turn: { status: 400, title: 'A turn is a whole number from 1 up.' },
  choice: { status: 400, title: 'This is not one of the four choices.' },
  automated: { status: 400, title: '"automated" is true or false.' },
  address: { status: 400, title: 'The address of the request cannot be read.' },
  token: { status: 401, title: 'The page token is missing, expired or of another article.' },
  unauthorised: { status: 401, title: 'This address asks for a token of the admin API.' },
  insecure: { status: 403, title: 'This address answers over https or on its machine only.' },
  origin: { status: 403, title: 'This site does not take part from that origin.' },
  'fetch-mode': { status: 403, title: 'This address answers scripts only, not navigation.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  method: { status: 405, title: 'This address does not know that method.' },
  timeout: { status: 408, title: 'The request took too long to arrive.' },
  closed: { status: 409, title: 'This article no longer takes votes.' },
  'body-size': { status: 413, title: 'The body is larger than this address takes.' },
  'content-type': { status: 415, title: 'The body is of a type that this address does not take.' },
  attempts: { status: 429, title: 'Too many wrong tokens came from there.' },
  'article-quota': { status: 429, title: 'Too many articles are new at the moment.' },
  rate: { status: 429, title: 'Too many votes come from there at the moment.' },
  busy: { status: 429, title: 'Too many ask for this list at the moment.' },
  'header-size': { status: 431, title: 'The request line and headers are too large.' },
  fault: { status: 500, title: 'Something went wrong here.' },
  storage: { status: 503, title: 'Nothing can be stored at the moment.' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemType = keyof typeof PROBLEMS

/** A refusal as a value: what a parse function or a rule returns instead of throwing. */
export interface Problem {
  readonly problem: ProblemType
  /** One sentence for the person who reads the reply; never parsed. */
  readonly detail?: string
  /** When to try again, in seconds, where that is known. */
  readonly retryAfter?: number
}

export function isProblem(value: object): value is Problem {
  return 'problem' in value
}
