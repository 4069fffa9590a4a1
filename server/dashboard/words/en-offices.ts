import type { ID_OFFICES } from './id-offices.ts'

/** Of offices and the overview, in English. */
export const EN_OFFICES: typeof ID_OFFICES = {
  navOffices: 'Offices',
  officesTitle: 'Offices',
  office: 'Office',
  officesNone: 'There is no office yet that you may see.',
  officesNoneNext:
    'Add the one at the top, such as the regency, then the departments below it. After that, give each site or section to whoever answers for it.',
  gradeShort: 'Grade',
  sincePrevious: 'Since the period before',
  sinceLastYear: 'Since last year',
  answersNote:
    'Ratings of everything below are pooled; indexes are not averaged. Below the index: its 95 % interval. Grades begin at 30 ratings, and are not SKM. A change is called one only where the two intervals do not meet.',
  officeWithin: 'Part of',
  officeBelow: 'Below it',
  officeItself: 'itself, without what is below',
  officeSites: 'Sites',
  section: 'Section',
  officeSections: 'Sections of sites',
  officeSectionOf: (section, site) => `${section} (${site})`,
  officeNothing: 'It does not answer for any site or section yet.',
  officeReport: 'Report of this period',
  officeFollowUps: 'Follow-ups',
  officeArrange: 'Change this office',
  officeAdd: 'Add an office',
  officeName: 'Name',
  officeNameHint: 'As it is called officially, such as Dinas Kesehatan.',
  officeKey: 'Key',
  officeKeyHint: 'Lower-case letters, digits and hyphens, such as dinkes. It cannot be changed.',
  officeUnder: 'Below',
  officeTop: 'nothing (at the top)',
  officeNone: 'none yet',
  faultOfficeTaken: 'This key is taken.',
  faultOfficeForm: 'Give a name, and a key of lower-case letters, digits and hyphens, at most 63.',
  faultOfficeName: 'Give a name, one line of at most 200 characters.',
  faultOfficeCircle: 'An office cannot stand below itself.',
  officeArrangeTitle: (name) => `Change ${name}`,
  officeRename: 'Rename',
  officeMove: 'Move',
  officeNow: (above) => `Now below: ${above}.`,
  officeMoveNowhere: 'There is no other place that is yours to give.',
  officeMoveAsk: 'See what comes of it',
  officeMoveTitle: (name) => `Move ${name}?`,
  officeMoveText: (name, from, to) => `${name} moves. Now below: ${from}. Then below: ${to}.`,
  officeMovedOffices: (n) => (n === 1 ? '1 office goes along' : `${n} offices go along`),
  officeMovedSites: (n) => (n === 1 ? '1 site goes along' : `${n} sites go along`),
  officeMoveConsequence:
    'All its ratings move along, those of the past as well: from now on they count for the new place in every period, and no longer for the old one. Admins above the old place see it no longer, those above the new one do. This can be undone.',
  officeMoveDo: (to) => `Move below: ${to}`,
  officeRemove: 'Remove',
  officeRemoveHint: 'Only one that has no site, no section and no office below it any more.',
  officeRemoveAsk: 'See whether it can be removed',
  officeRemoveTitle: (name) => `Remove ${name}?`,
  officeRemoveText: (name) =>
    `Nothing belongs to ${name} any more. No rating is lost. Invitations to it go with it.`,
  officeRemoveDo: (name) => `Remove ${name}`,
  officeInUse: (name) =>
    `${name} cannot be removed yet: something still belongs to it. Move or finish that first.`,
  officeInUseOffice: 'Move or remove it first.',
  officeInUseSite: 'Give it to somebody else.',
  officeTiedArticles: (n) =>
    n === 1 ? '1 article was given to it directly.' : `${n} articles were given to it directly.`,
  officeTiedFollowUps: (n) =>
    n === 1
      ? '1 follow-up is about it. Since that is kept, so is the office.'
      : `${n} follow-ups are about it. Since those are kept, so is the office.`,
  officeTiedRoles: (n) =>
    n === 1
      ? '1 person has a role there. Take or change it.'
      : `${n} people have a role there. Take or change those.`,
  officeTiedAlerts: (n) =>
    n === 1 ? '1 rule of alerts. Remove it first.' : `${n} rules of alerts. Remove them first.`,
  officeAboveOnly: 'Moving and removing this office is for an admin above it, or an owner.',
  officeGiveSite: 'Give it a site',
  officeGiveHint: 'The next page says what comes of it.',
  siteOfficeTitle: (name) => `Who answers for ${name}`,
  siteOfficeNow: (office) => `Its office now: ${office}.`,
  siteOfficeConsequence:
    'Given away, all ratings of this site go along, those of the past as well, but for sections and articles that have an office of their own. Its present admins see this site no longer, the new ones do. Its editors and viewers stay.',
  siteOfficeNew: 'Give to',
  siteOfficeDo: 'Give the site with its history',
  undoTo: (name) => `Back to: ${name}`,
  undoRemoval: (name) => `Make ${name} again`,
  doneOffice: 'The office was added. Give it sites or sections.',
  doneOfficeName: 'The name was changed.',
  doneOfficeMoved: 'The office was moved with all its history.',
  doneOfficeRemoved: 'The office was removed.',
  doneSiteOffice: 'The site was given away with all its history.',
  attentionTitle: 'Needs attention today',
  attentionNone: 'Nothing waits for a decision.',
  attentionPending: (n, one) =>
    one ? `${n} rating of 7 days is on hold.` : `${n} ratings of 7 days are on hold.`,
  attentionReviews: (n, one) =>
    one ? `${n} article is under review.` : `${n} articles are under review.`,
  attentionOverdue: (n, one) =>
    one ? `${n} follow-up is overdue.` : `${n} follow-ups are overdue.`,
  attentionOpen: 'Open',
  attentionServer: 'the whole server',
  attentionMore: (n) => (n === 1 ? 'and 1 more site' : `and ${n} more sites`),
  overviewAllOffices: (n) => `All ${n} offices`,
  votesToday: 'Ratings today',
  siteSilent: (name) => `Nobody has opened ${name} in these 7 days.`,
  siteSilentNext: 'See whether its line is in place.',
}
