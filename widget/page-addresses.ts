import type { PageAddresses } from '../shared/article-address.ts'

/** The addresses by which the page itself says which article it is. */
export function pageAddresses(asked: string | null): PageAddresses {
  return {
    asked,
    canonical: document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null,
    openGraph: document.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? null,
    location: location.href,
  }
}
