import { VERIFICATION_FAILURES } from '../../domain/verification/verification-failure.ts'
import { VERIFICATION_WORDS } from '../../domain/verification/verification-words.ts'
import type { ArticleFacts } from '../../store/store.ts'
import { type Html, html, NOTHING } from '../html.ts'
import type { Words } from '../words/words.ts'

/** Whether an article's own site has it; where not, why, what helps, and whether it is tried again. */
export function articleVerification(
  words: Words,
  site: string,
  { verified, failure, waits }: ArticleFacts,
): Html {
  if (verified) {
    return html`<h2>${words.articlesVerified}</h2><p>${words.articleVerified}</p>`
  }
  const known = VERIFICATION_FAILURES.find((each) => each === failure)
  const said = known && VERIFICATION_WORDS[words.language === 'en' ? 'en' : 'id'][known]
  return html`<h2>${words.articlesVerified}</h2>
    <p><strong>${words.articleUnverified}</strong> ${
      said
        ? html`${said.explanation} ${said.remedy}`
        : failure === null
          ? words.articleUntried
          : failure
    }</p>
    <p>${waits ? words.articleTriedAgain : words.articleGivenUp} ${
      waits ? NOTHING : html`<a href="/admin/sites/${site}/operations">${words.operationsTitle}</a>`
    }</p>`
}
