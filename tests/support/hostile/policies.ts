import type { HostilePage } from './hostile-page.ts'

const STRICT = "default-src 'none'; script-src HOST; connect-src HOST"
const csp = (policy: string) => ({ 'Content-Security-Policy': policy })

/** Hosts whose policies forbid things, by headers or by frames. */
export const POLICIES: readonly HostilePage[] = [
  {
    name: 'policies/strict',
    host: 'allows our script and our server and nothing else',
    outcome: 'votes',
    headers: csp(STRICT),
  },
  {
    name: 'policies/trusted-types',
    host: 'requires trusted types and names our policy',
    outcome: 'votes',
    headers: csp(`${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html`),
  },
  {
    name: 'policies/no-trusted-types',
    host: 'requires trusted types and names no policy',
    outcome: 'absent',
    headers: csp(`${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`),
    browserSays: [/^error: Creating a TrustedTypePolicy named 'lit-html' violates/],
  },
  {
    name: 'policies/no-connect',
    host: 'forgets our server in connect-src',
    outcome: 'apologises',
    headers: csp("default-src 'none'; script-src HOST"),
    browserSays: [/^error: .*Content Security Policy/],
  },
  {
    name: 'policies/no-script',
    host: 'forgets our script in script-src',
    outcome: 'absent',
    headers: csp("default-src 'none'; script-src 'self'"),
    browserSays: [/^error: .*Content Security Policy/],
  },
  {
    name: 'policies/isolated',
    host: 'isolates itself from every other origin',
    outcome: 'votes',
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
  { name: 'policies/integrity', host: 'pins the script by its hash', outcome: 'votes' },
  { name: 'policies/no-referrer', host: 'sends no referrer', outcome: 'votes' },
  {
    name: 'policies/sandbox-opaque',
    host: 'shows the article in a sandbox without an origin',
    outcome: 'apologises',
    frame: 'iframe',
    article: '/policies/article?id=1',
    browserSays: [/^error: Failed to load resource: the server responded with a status of 403/],
  },
  {
    name: 'policies/sandbox-same-origin',
    host: 'shows the article in a sandbox that keeps its origin',
    outcome: 'votes',
    frame: 'iframe',
    article: '/policies/article?id=2',
    browserSays: [/^warning: An iframe which has both allow-scripts and allow-same-origin/],
  },
  {
    name: 'policies/sandbox-no-script',
    host: 'shows the article in a sandbox without scripts',
    outcome: 'absent',
    frame: 'iframe',
    article: '/policies/article?id=3',
    browserSays: [/^error: Blocked script execution/],
  },
]
