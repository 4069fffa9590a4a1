import type { ID_SETTINGS } from './id-settings.ts'

/** Of a site's settings, in English. */
export const EN_SETTINGS: typeof ID_SETTINGS = {
  settingsTitle: 'Settings',
  settingSave: 'Save the settings',
  doneSettings: 'The settings are saved. Readers see them within half a minute.',
  preview: 'Preview',
  previewHint:
    'The script that readers have, with the figures of an example. Nothing is counted here, or sent.',
  settingZoneHint: 'It decides when the site’s day ends. Figures that are there keep their day.',
  settingResultsFrom: 'From how many ratings results are shown',
  settingResultsFromHint: '1 to 50. Empty means 5.',
  settingResults: 'When readers see the results',
  settingResultsShown: {
    '': 'always (unless set)',
    always: 'always',
    'after-vote': 'after voting',
    never: 'never',
  },
  settingLanguage: 'Language',
  settingLanguageHint: 'For pages that do not say theirs.',
  settingLanguages: {
    '': 'after the page (unless set)',
    id: 'Indonesian',
    en: 'English',
    jv: 'Javanese',
    su: 'Sundanese',
  },
  settingIdentity: 'What an article is known by',
  settingIdentityHint:
    'Choose the page’s address where a template gives many pages the same canonical one.',
  settingIdentities: { '': 'its canonical address (unless set)', address: 'the page’s address' },
  settingSwitches: {
    responseRate: 'Show how many of those who viewed the article answered',
    publicPage: 'Public page: anybody may see this site’s figures and take its data',
  },
  settingController: 'Who answers for the data',
  settingControllerHint: 'Named in what readers are told. Fill in both or neither.',
  settingControllerName: 'Name of the institution',
  settingControllerContact: 'E-mail or https address',
  settingFollowUp: 'A link after Not satisfied',
  settingFollowUpHint:
    'Such as to LAPOR!. Its address is https, on a host of this site or lapor.go.id. Fill in both or neither.',
  settingFollowUpText: 'Words of the link',
  settingFollowUpUrl: 'Address of the link',
  settingWording: 'Words of your own',
  settingWordingHint:
    'Empty means as shipped. At most 80 characters. What the four choices mean and score does not change.',
  settingQuestion: 'Question',
  settingLabels: {
    'sangat-puas': 'Label of Very satisfied',
    puas: 'Label of Satisfied',
    'cukup-puas': 'Label of Fairly satisfied',
    'tidak-puas': 'Label of Not satisfied',
  },
  settingFaults: {
    resultsFrom: 'Give a whole number from 1 to 50, or leave it empty.',
    results: 'Choose when results are shown.',
    language: 'Choose a language.',
    identity: 'Choose what an article is known by.',
    'followUp.text': 'Give the words of the link, at most 80 characters.',
    'followUp.url': 'Give an https address on a host of this site or lapor.go.id.',
    'controller.name': 'Give the institution’s name, at most 120 characters.',
    'controller.contact': 'Give an e-mail or an https address.',
    wording: 'Give at most 80 characters of text, or leave it empty.',
  },
}
