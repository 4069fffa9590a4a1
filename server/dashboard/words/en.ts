import { EN_ACCESS } from './en-access.ts'
import { EN_ALERTS } from './en-alerts.ts'
import { EN_ARTICLES } from './en-articles.ts'
import { EN_FOLLOW_UPS } from './en-follow-ups.ts'
import { EN_IMPORTS } from './en-imports.ts'
import { EN_MODERATION } from './en-moderation.ts'
import { EN_MOVING } from './en-moving.ts'
import { EN_OFFICES } from './en-offices.ts'
import { EN_OPERATIONS } from './en-operations.ts'
import { EN_READING } from './en-reading.ts'
import { EN_REPORT } from './en-report.ts'
import { EN_SECTIONS } from './en-sections.ts'
import { EN_SETTINGS } from './en-settings.ts'
import { EN_SETUP } from './en-setup.ts'
import { EN_WORDING } from './en-wording.ts'
import type { Words } from './words.ts'

/** Everything that the dashboard says, in English. */
export const EN: Words = {
  ...EN_ACCESS,
  ...EN_ALERTS,
  ...EN_ARTICLES,
  ...EN_FOLLOW_UPS,
  ...EN_REPORT,
  ...EN_SETUP,
  ...EN_SETTINGS,
  ...EN_OPERATIONS,
  ...EN_MODERATION,
  ...EN_IMPORTS,
  ...EN_MOVING,
  ...EN_READING,
  ...EN_OFFICES,
  ...EN_SECTIONS,
  ...EN_WORDING,

  overviewTitle: 'Overview',
  overviewEmpty: 'There is no site yet that you may see.',
  overviewEmptyNext:
    'Ask an owner for a role. Owners add the first site here, or by command: npm run site -- add',
  site: 'Site',
  viewsToday: 'Views today',
  views7: 'Views, 7 days',
  votes7: 'Ratings, 7 days',
  pending7: 'On hold, 7 days',
  siteFigures: 'Figures of the site',
  siteWeek: (from: string, to: string) => `From ${from} to ${to}`,
  measure: 'Measure',
  today: 'Today',
  week: '7 days',
  countedViews: 'Views',
  droppedViews: 'Requests that are not counted',
  countedVotes: 'Ratings that are counted',
  pendingVotes: 'Ratings on hold',
  excludedVotes: 'Ratings taken out',
  origins: 'Origins',

  peopleTitle: 'People',
  peopleInvite: 'Invite',
  peopleInviteText:
    'You get a link to hand over yourself, in a message or in person. It works once, for seven days.',
  peopleInviteButton: 'Make an invitation',
  peopleNone: 'There is nobody else here yet. Invite the first one.',
  peopleWaiting: 'Invitations not used yet',
  peopleLastSeen: 'Last seen',
  peopleNever: 'never',
  peopleTwoFactor: 'Two steps',
  yes: 'yes',
  no: 'not yet',
  revokeRole: (role: string, place: string, name: string) =>
    `Take the role ${role} (${place}) from ${name}`,
  revoke: 'Take away',
  remove: 'Remove the account',
  removeName: (name: string) => `Remove the account of ${name}`,
  removeTitle: 'Remove this account?',
  removeText: (name: string) =>
    `${name} can sign in no more, and loses every role. The audit log stays. This cannot be undone; the same person can be invited again.`,
  cancel: 'Cancel',
  manage: 'Manage',
  manageName: (name: string) => `Manage ${name}`,
  resetLink: 'Make a link for a new password',
  resetLinkText: 'It works once, for one day. Hand it over yourself.',
  resetTwoFactor: 'Remove two-step verification',
  resetTwoFactorText:
    'For when phone and backup codes are lost. A new one is set up at the next sign-in.',
  rolesOf: 'Roles',
  noRoles: 'no role',
  expires: 'Works until',
  linkTitle: 'Hand this link over',
  linkText: (email: string, until: string) =>
    `For ${email}. It works once, until ${until}, and is shown only now.`,
  link: 'Link',
  back: 'Back',
  doneInvited: 'There is an account already; the role was added.',
  doneRevoked: 'The role was taken away.',
  doneRemoved: 'The account was removed.',
  doneInvitationRemoved: 'The invitation was taken back.',
  doneTwoFactorReset: 'Two-step verification was removed; every session of theirs has ended.',
  donePassword: 'The password was changed. Other sessions have ended.',
  doneSession: 'The session has ended.',
  doneTwoFactor: 'Two-step verification is on.',
  faultLastOwner: 'The last owner stays: give the role to somebody else first.',
  faultGranted: 'This person has a role at that place already.',

  accountTitle: 'Your account',
  accountPassword: 'Change the password',
  accountPasswordButton: 'Change the password',
  accountSessions: 'Sessions',
  accountSessionsText:
    'Where you are signed in. A session ends after 30 minutes without use, or 12 hours.',
  browser: 'Browser',
  began: 'Began',
  thisSession: 'this session',
  endSession: 'End',
  endSessionName: (browser: string) => `End the session ${browser}`,
  endSessions: 'Sign out everywhere',

  auditTitle: 'Audit log',
  auditText: 'Who did what, the latest first. Kept for two years.',
  auditNone: 'There is nothing yet.',
  when: 'When',
  who: 'Who',
  what: 'What',
  about: 'About',
  note: 'Note',
  older: 'Older',
  utc: 'UTC',

  notFoundTitle: 'Not here',
  notFoundText: 'There is no such page, or it is not for you.',
  foreignTitle: 'Request refused',
  foreignText:
    'This form was not sent from a page of this dashboard. Load the page anew and try again.',
  openTitle: 'https is needed',
  openText:
    'The dashboard opens over https only, or over localhost on the server’s machine. A proxy that ends https has to stand in TRUSTED_PROXIES and to send X-Forwarded-Proto.',
  faultTitle: 'Something went wrong',
  faultText: 'It stands in the server’s log. Try again in a moment.',
  busyText: 'The server is busy. Try again in a moment.',
}
