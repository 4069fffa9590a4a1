export type Grade = 'A' | 'B' | 'C' | 'D'

interface GradeBound {
  readonly grade: Grade
  /** Lowest index of the grade, in whole hundredths: 8831 is 88,31. */
  readonly from: number
  readonly meaning: string
}

/** A table of grades, with the rule and the year it comes from: the rule may be replaced. */
export interface GradeScale {
  readonly name: string
  readonly year: number
  /** Best first. */
  readonly bounds: readonly GradeBound[]
}

/**
 * The table of PermenPANRB 14/2017. As printed it has holes between the grades (88,305 stands
 * nowhere), so only the lower bounds are read.
 */
export const PERMENPAN_14_2017: GradeScale = {
  name: 'PermenPANRB 14/2017',
  year: 2017,
  bounds: [
    { grade: 'A', from: 8831, meaning: 'Sangat Baik' },
    { grade: 'B', from: 7661, meaning: 'Baik' },
    { grade: 'C', from: 6500, meaning: 'Kurang Baik' },
    { grade: 'D', from: 2500, meaning: 'Tidak Baik' },
  ],
}

/** The grade of an index in whole hundredths; D where no bound is reached. */
export function gradeOf(index: number, scale: GradeScale = PERMENPAN_14_2017): Grade {
  return scale.bounds.find(({ from }) => index >= from)?.grade ?? 'D'
}
