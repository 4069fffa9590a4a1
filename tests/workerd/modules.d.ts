/* What the tests use of workerd's own modules; the whole of their types clashes with the DOM's. */

declare module 'cloudflare:workers' {
  export const env: { readonly DB: import('@cloudflare/workers-types').D1Database }
}

declare module 'cloudflare:test' {
  /** Deletes everything that is behind the bindings. */
  export function reset(): Promise<void>
}
