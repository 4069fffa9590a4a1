import type { Words } from '../words.ts'

/** English. */
export const en: Words = {
  question: 'What do you think of this article?',
  choices: {
    'sangat-puas': 'Very satisfied',
    puas: 'Satisfied',
    'cukup-puas': 'Fairly satisfied',
    'tidak-puas': 'Not satisfied',
  },
  views: '{n} views',
  responses: '{n} ratings',
  none: 'No ratings yet',
  hidden: '{n} ratings · results are shown from {from}',
  afterVote: '{n} ratings · results are shown once you have answered',
  few: 'Few responses so far; results may change.',
  rounded: 'rounded',
  opening: 'Includes an opening balance of {date}: {source}',
  estimate: 'estimate',
  hint: 'No name. This survey does not store your internet address.',
  thanks: 'Thank you for your feedback.',
  withdrawn: 'Your answer has been withdrawn.',
  closed: 'This article no longer takes ratings.',
  sending: 'Sending …',
  error: 'Something went wrong. Please try again.',
  unavailable: 'The ratings cannot be shown at the moment.',
  own: 'your answer',
  send: 'Send',
  change: 'Change my answer',
  withdraw: 'Withdraw my answer',
  retry: 'Try again',
}
