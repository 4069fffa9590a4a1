/* What is used of workerd's own modules; the whole of their types clashes with the DOM's. */

declare module 'cloudflare:workers' {
  /** Keeps the present request's work going after its reply was sent. */
  export function waitUntil(work: Promise<unknown>): void
}
