import type { ID_OFFICES } from './id-offices.ts'

/** Of offices and sections, in English. */
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
}
