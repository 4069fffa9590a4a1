import type { ID_SECTIONS } from './id-sections.ts'

/** Of sections of a site, in English. */
export const EN_SECTIONS: typeof ID_SECTIONS = {
  sectionsTitle: 'Sections',
  sectionsLead: (named, found) =>
    `${named} ${named === 1 ? 'section has' : 'sections have'} been named, ${found} found in addresses of articles.`,
  sectionsNamed: 'Named ones',
  sectionsNamedHint:
    'Beginnings of addresses that an admin set. The longest one that fits decides.',
  sectionsFound: 'Found in addresses',
  sectionsFoundHint:
    'By the first part of the path of articles that are in no named section. Give them a name or an office where that helps.',
  sectionsNone:
    'None yet. Name the beginning of an address to give that part an office of its own.',
  sectionRest: 'Everything else',
  sectionOffice: 'Who answers for it',
  sectionOfSite: (office) => `as for the site: ${office}`,
  sectionAdd: 'Name a section',
  sectionChange: 'Change a section',
  sectionAddress: 'Beginning of the address',
  sectionAddressHint:
    'A host or the first part of a path, such as dinkes.contoh.go.id or https://contoh.go.id/kesehatan',
  sectionCheck: 'See what fits',
  sectionMatches: (n, many) => {
    if (many) return `more than ${n} articles fit.`
    return n === '1' ? `${n} article fits.` : `${n} articles fit.`
  },
  sectionMatchesNone:
    'There is no article below it yet. Look at the spelling; it may be saved all the same for articles to come.',
  sectionMatchesMore: 'Some of them.',
  sectionDeeper: (names) => `There are named sections in it: ${names}. Their articles stay there.`,
  sectionIsFound: 'This section was found in addresses. Saved, it is a named one.',
  sectionName: 'Name of the section',
  sectionConsequence:
    'Once saved, all ratings of these articles count for that office in every period, those of the past as well.',
  sectionSave: 'Save the section',
  sectionSorting: 'Its articles are sorted anew; figures follow within minutes.',
  sectionRemove: 'Remove this section',
  sectionRemoveTitle: 'Remove this section?',
  sectionRemoveName: (prefix) => `Remove the section ${prefix}`,
  sectionRemoveText:
    'Its articles go back to the section around it, or to the site. All their ratings go along, those of the past as well; none is lost. This can be undone.',
  sectionBack: (name, prefix) => `Back to: ${name} (${prefix})`,
  faultSectionName: 'Give a name, one line of at most 200 characters.',
  faultSectionAddress: 'This is no address of the site, or its host is none of its origins yet.',
  doneSection: 'The section was saved.',
  doneSectionRemoved: 'The section was removed.',
}
