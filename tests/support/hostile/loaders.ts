import type { HostilePage } from './hostile-page.ts'

const loaded = (name: string, host: string, more: Partial<HostilePage> = {}): HostilePage => ({
  name: `loaders/${name}`,
  host,
  outcome: 'votes',
  ...more,
})

/** Hosts that bring the script in their own way. */
export const LOADERS: readonly HostilePage[] = [
  loaded('rocket-loader', "rewrites scripts by Cloudflare's Rocket Loader"),
  loaded('litespeed-delay', 'delays scripts by LiteSpeed Cache until the reader moves'),
  loaded('wp-rocket', 'delays scripts by WP Rocket until the reader moves'),
  loaded('combined', 'has put all scripts into one file of its own'),
  loaded('combined-defer', 'has put all scripts into one deferred file by Autoptimize'),
  loaded(
    'combined-placeholder',
    'has put all scripts into one, and a placeholder names the server',
  ),
  loaded('tag-manager', 'brings the script by a tag manager'),
  loaded('tag-manager-html', 'brings the script by a tag manager that drops attributes'),
  loaded('module', 'loads the script as a module'),
  loaded('document-write', 'writes the script by document.write', {
    browserSays: [/^warning: A parser-blocking, cross site/],
  }),
  loaded('twice', 'has the script twice'),
  loaded('two-versions', 'has an old copy of the script as well'),
  loaded('two-versions-trusted', 'has an old copy of the script and names our policy once', {
    browserSays: [/^error: Creating a TrustedTypePolicy named 'lit-html' violates/],
    headers: {
      'Content-Security-Policy':
        "script-src HOST 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
    },
  }),
  loaded('head', 'has the script in the head'),
  loaded('head-blocking', 'has the script in the head without async'),
  loaded('after-load', 'hides the page until load, and brings the script thereafter'),
  loaded('jquery-html', 'brings part of the page by jQuery'),
  loaded('turbo', 'swaps the page by Turbo', { article: '/loaders/turbo-next' }),
  loaded('no-script', 'has a placeholder and no script', { outcome: 'absent' }),
  loaded('base', 'has a base address elsewhere'),
  loaded('meta-refresh', 'reloads itself', {
    before: (page) => page.waitForURL('**/loaders/meta-refresh?utm_source=segar'),
  }),
]
