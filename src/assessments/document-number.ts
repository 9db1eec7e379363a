/** What was handed in, or will be: the round of the assessment and the edition of the worksheet in it. */
export interface Submitted {
  readonly round: number
  readonly edition: number
}

/** `putaran 1, edisi 2` */
export const editionWords = ({ round, edition }: Submitted): string => `putaran ${round}, edisi ${edition}`

/** `ZI-2026-KLN.10.05-1.2`: cycle, satker, round and edition; a draft never bears the number of what is handed in. */
export function documentNumber(
  year: number,
  satkerCode: string,
  { round, edition }: Submitted,
  draft: boolean,
): string {
  return `ZI-${year}-${satkerCode}-${round}.${edition}${draft ? '-DRAF' : ''}`
}
