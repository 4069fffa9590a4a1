import type { DashboardAct } from './dashboard-route.ts'
import { buttonForm } from './form.ts'
import { type Html, html, NOTHING } from './html.ts'
import type { Words } from './words/words.ts'

/** What a page needs to know of who reads it. */
export interface PageFrame {
  readonly words: Words
  /** Path of the page, for the way back after the language changed. */
  readonly at: string
  /** Undefined where nobody is signed in: there is then no menu. */
  readonly act: DashboardAct | undefined
  /** Seconds after which the page asks again; undefined for never. */
  readonly refresh: number | undefined
}

/** A whole page around its content. */
export function page({ words, at, act, refresh }: PageFrame, title: string, body: Html): Html {
  return html`<!DOCTYPE html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${words.product}</title>
${refresh === undefined ? NOTHING : html`<meta http-equiv="refresh" content="${refresh}">`}
<link rel="stylesheet" href="/admin/dashboard.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top">
  <a class="product" href="/admin">${words.product}</a>
  ${act?.signedIn?.twoFactor ? menu(words, at, act) : NOTHING}
  ${act?.signedIn ? buttonForm('/admin/sign-out', words.signOut) : NOTHING}
</header>
<main id="content" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer class="bottom">
  ${buttonForm('/admin/language', words.otherLanguage, {
    hidden: { language: words.language === 'id' ? 'en' : 'id', at },
  })}
</footer>
</body>
</html>`
}

/** Where the reader may go; what is not theirs isn't shown. */
function menu(words: Words, at: string, act: DashboardAct): Html {
  const sees = (act.person?.roles.length ?? 0) > 0
  const edits = act.person?.roles.some(({ role }) => role !== 'viewer')
  const appoints = act.person?.roles.some(({ role }) => role === 'owner' || role === 'admin')
  const links: readonly (readonly [href: string, text: string])[] = [
    ['/admin', words.navOverview],
    ...(appoints ? ([['/admin/offices', words.navOffices]] as const) : []),
    ...(sees
      ? ([
          ['/admin/ranking', words.rankingTitle],
          ['/admin/reports', words.navReports],
        ] as const)
      : []),
    ...(sees ? ([['/admin/follow-ups', words.navFollowUps]] as const) : []),
    ...(edits ? ([['/admin/alerts', words.navAlerts]] as const) : []),
    ...(appoints ? ([['/admin/people', words.navPeople]] as const) : []),
    ...(act.may('govern', { kind: 'server' })
      ? ([
          ['/admin/audit', words.navAudit],
          ['/admin/tokens', words.tokensTitle],
        ] as const)
      : []),
    ['/admin/account', words.navAccount],
  ]
  return html`<nav aria-label="${words.menu}"><ul>${links.map(
    ([href, text]) =>
      html`<li><a href="${href}" ${href === at ? html`aria-current="page"` : NOTHING}>${text}</a></li>`,
  )}</ul></nav>`
}

/** That something was done, where the address says so in one of these words. */
export function doneNotice(words: Words, done: string | undefined): Html | readonly Html[] {
  const said: Readonly<Record<string, string>> = {
    invited: words.doneInvited,
    revoked: words.doneRevoked,
    removed: words.doneRemoved,
    'invitation-removed': words.doneInvitationRemoved,
    'two-factor-reset': words.doneTwoFactorReset,
    password: words.donePassword,
    session: words.doneSession,
    'two-factor': words.doneTwoFactor,
    'last-owner': words.faultLastOwner,
    granted: words.faultGranted,
    'follow-up': words.doneFollowUp,
    alert: words.doneAlert,
    'alert-test': words.doneAlertTest,
    'alert-wait': words.doneAlertWait,
    'alert-removed': words.doneAlertRemoved,
    digest: words.doneDigest,
    site: words.doneSite,
    settings: words.doneSettings,
    token: words.doneToken,
    retry: words.doneRetry,
    merged: words.doneMerged,
    unmerged: words.doneUnmerged,
    'article-closed': words.doneArticleClosed,
    'article-opened': words.doneArticleOpened,
    origins: words.doneOrigins,
    'origin-removed': words.doneOriginRemoved,
  }
  const text = done !== undefined && Object.hasOwn(said, done) ? said[done] : undefined
  return text ? html`<p class="notice" role="status">${text}</p>` : NOTHING
}
