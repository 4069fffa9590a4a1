import type { ID_WORDING } from './id-wording.ts'

/** Of changes of what readers are asked, in English. */
export const EN_WORDING: typeof ID_WORDING = {
  wordingTitle: 'Changes of wording',
  wordingKey:
    'Numbered rule: from that day on the question or a choice reads differently. That day is counted with the new wording.',
  wordingMark: (number, days) => `Wording changed (${number}): ${days}`,
  wordingField: (field, former, wording) => `${field} “${former}” became “${wording}”`,
  wordingQuestion: 'Question',
  wordingLanguages: { id: 'Indonesian', en: 'English', jv: 'Javanese', su: 'Sundanese' },
  wordingWithin: (days) =>
    `The wording of the question or of a choice changed within this period (${days}); ratings before and after answer different things.`,
  wordingReport: 'The figures before and after, in the report',
  wordingSince: (period) =>
    `The wording has not been the same since ${period}; a comparison with it is not about the same thing.`,
  wordingOther: 'other wording',
  wordingText:
    'Readers were not asked the same throughout the periods compared. Both wordings stand below, with the figures before and after apart. The day of a change is counted with the new wording.',
  wordingUntil: (day) => `Until ${day}`,
  wordingFrom: (day) => `From ${day}`,
  wordingWhat: 'Reads',
  wordingParts: 'Figures by wording',
  wordingAsked: 'Wording',
  wordingSheet: 'Wording',
  wordingFirst: 'First day',
  wordingLast: 'Last day',
}
