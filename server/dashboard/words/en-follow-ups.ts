import type { ID_FOLLOW_UPS } from './id-follow-ups.ts'

/** Of follow-ups, in English. */
export const EN_FOLLOW_UPS: typeof ID_FOLLOW_UPS = {
  navFollowUps: 'Follow-ups',
  followUpsTitle: 'Follow-ups',
  followUpsNone: 'There are no follow-ups yet.',
  followUpsNoneHere: 'No follow-up fits this filter.',
  followUpsNext:
    'Write down what readers are not satisfied with, what will be done, by whom and until when. It goes into the quarter’s report.',
  followUpsOpen: (open, late) => {
    if (open === 0) return 'Every follow-up has ended.'
    const unfinished = `${open} ${open === 1 ? 'follow-up is' : 'follow-ups are'} not finished`
    return late === 0
      ? `${unfinished}, none is overdue.`
      : `${unfinished}, ${late} of them overdue.`
  },
  followUpAdd: 'Add a follow-up',
  followUpSave: 'Save',
  followUpDone: 'Mark as done',
  followUpIssue: 'Issue',
  followUpIssueHint:
    'What readers are not satisfied with. No names, and nobody’s complaint in person.',
  followUpAction: 'Action',
  followUpOwner: 'Owner',
  followUpDue: 'Due',
  followUpStatus: 'Status',
  followUpAbout: 'About',
  followUpArticle: 'Address of the article',
  followUpArticleHint: 'Leave it empty where it is about the whole site or office.',
  followUpSite: (name) => `Site ${name}`,
  followUpOpened: 'Written down',
  followUpEnded: 'Ended',
  followUpChanged: 'Changed',
  followUpAnswering: 'Office',
  followUpBy: (day, who) => `${day}, ${who}`,
  followUpLate: (days) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  followUpStatuses: {
    open: 'not begun',
    'under-way': 'under way',
    done: 'done',
    dropped: 'dropped',
  },
  followUpsUnfinished: 'not finished',
  followUpsAll: 'all',
  followUpsWhenever: 'whenever',
  followUpsOverdue: 'overdue',
  followUpsWeek: 'within 7 days',
  followUpsMonth: 'within 30 days',
  followUpsEverything: 'everything',
  filter: 'Filter',
  next: 'Next',
  doneFollowUp: 'The follow-up was saved.',
  faultIssue: 'Give the issue, in 300 characters at most.',
  faultAction: 'Give the action, in 500 characters at most.',
  faultOwner: 'Give the owner, in 120 characters at most.',
  faultDue: 'Give the due day as a date, such as 2026-12-31.',
  faultStatus: 'Choose a status.',
  faultAbout: 'Choose a site or an office.',
  faultArticle:
    'This is no address of an article of that site, or the server does not know it yet.',
}
