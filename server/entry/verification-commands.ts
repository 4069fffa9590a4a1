import { VERIFICATION_FAILURES } from '../domain/verification-failure.ts'
import { VERIFICATION_WORDS } from '../domain/verification-words.ts'
import type { Store } from '../store/store.ts'
import { type SiteCommand, siteNamed } from './site-command.ts'

/** Commands on what a site itself says of its articles. */
export const VERIFICATION_COMMANDS: Readonly<Record<string, SiteCommand>> = {
  intranet: {
    operands: ['KEY', 'on|off'],
    options: [],
    prepare([key, wish = '']) {
      if (!/^(on|off)$/.test(wish)) throw new TypeError('An intranet is on or off.')
      return async (store) => {
        const site = await siteNamed(store, key)
        await store.setIntranet(site.key, wish === 'on')
        return `intranet ${wish}  ${site.key}`
      }
    },
  },
  unverified: {
    operands: ['KEY'],
    options: [],
    prepare:
      ([key]) =>
      async (store) =>
        failuresText(store, (await siteNamed(store, key)).key),
  },
}

/** What failed and what to do about it, the commonest first. */
async function failuresText(store: Store, site: string): Promise<string> {
  const failures = await store.readFailures(site)
  const lines = failures.map(({ reason, articles, example }) => {
    const known = VERIFICATION_FAILURES.find((failure) => failure === reason)
    const { explanation, remedy } = known
      ? VERIFICATION_WORDS.en[known]
      : { explanation: reason, remedy: '' }
    return `${articles} × ${reason}, such as ${example}\n  ${explanation}\n  ${remedy}`
  })
  return lines.length > 0 ? lines.join('\n') : 'No article has failed.'
}
