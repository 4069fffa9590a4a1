/** Finds the chosen language in a `Cookie` header. */
export const COOKIE = /(?:^|;\s*)tanggapan-language=(id|en)(?:;|$)/

const A_YEAR = 365 * 24 * 60 * 60

/** Keeps the language that somebody chose. It says nothing else, so that http may carry it. */
export function languageCookie(language: string | undefined): string {
  const kept = language === 'en' ? 'en' : 'id'
  return `tanggapan-language=${kept}; Path=/admin; Max-Age=${A_YEAR}; HttpOnly; SameSite=Strict`
}
