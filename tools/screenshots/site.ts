/** The demo's site, for which every loopback address counts. */
export const SITE = 'bojonegoro'
