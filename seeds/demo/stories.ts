/** How a team works, and so how its worksheet looks. */
export type Character = 'good' | 'fair' | 'weak' | 'paper'

/** How far a worksheet came. */
export type Ending = 'filling' | 'attested' | 'submitted' | 'evaluating' | 'returned' | 'assessed' | 'final'

/** What happens to one satker in one cycle. */
export interface Story {
  readonly unit: string
  readonly character: Character
  readonly predicate: 'WBK' | 'WBBM'
  /** Questions out of a hundred that are answered. */
  readonly answered: number
  /** Answered questions out of a hundred with evidence. */
  readonly evidenced: number
  readonly ending: Ending
  /** Parts that the head attested while the rest is still being filled. */
  readonly attested?: readonly string[]
  /** A part that the head sent back to its pokja, with the remark. */
  readonly sentBack?: readonly [part: string, remark: string]
  readonly contradictions?: true
  /** Days before today on which filling began; absent: as the cycle was opened. */
  readonly begun?: number
  /** Pokja that began to work in the middle of the year. */
  readonly late?: readonly string[]
  /** Every practice and result is shown by what was done and what it brought. */
  readonly thorough?: true
  /** Complaints pile up, and people are less and less satisfied. */
  readonly worsens?: true
}

/** This year: nine satker, each at another point of the way. */
export const STORIES: readonly Story[] = [
  {
    unit: 'lazuardi',
    character: 'good',
    predicate: 'WBBM',
    answered: 100,
    evidenced: 100,
    ending: 'assessed',
  },
  {
    unit: 'lintara',
    character: 'paper',
    predicate: 'WBK',
    answered: 100,
    evidenced: 94,
    ending: 'evaluating',
    begun: 45,
  },
  { unit: 'kenanga', character: 'fair', predicate: 'WBK', answered: 52, evidenced: 60, ending: 'filling' },
  {
    unit: 'seruni',
    character: 'fair',
    predicate: 'WBK',
    answered: 94,
    evidenced: 92,
    ending: 'filling',
    attested: ['1', '4'],
    late: ['2', '5'],
    sentBack: ['3', 'Lengkapi bukti mutasi dan pelatihan sebelum saya sahkan.'],
  },
  { unit: 'safira', character: 'fair', predicate: 'WBK', answered: 0, evidenced: 0, ending: 'filling' },
  {
    unit: 'cendani',
    character: 'good',
    predicate: 'WBK',
    answered: 100,
    evidenced: 100,
    ending: 'attested',
    thorough: true,
  },
  {
    unit: 'rotani',
    character: 'weak',
    predicate: 'WBK',
    answered: 97,
    evidenced: 62,
    ending: 'returned',
    begun: 75,
  },
  {
    unit: 'nilam',
    character: 'paper',
    predicate: 'WBK',
    answered: 100,
    evidenced: 82,
    ending: 'submitted',
    begun: 16,
  },
  {
    unit: 'wanisari',
    character: 'weak',
    predicate: 'WBK',
    answered: 71,
    evidenced: 55,
    ending: 'filling',
    begun: 75,
    contradictions: true,
    worsens: true,
  },
]

/** Last year: what some of them handed in. */
export const LAST_YEAR: readonly Story[] = [
  {
    unit: 'lazuardi',
    character: 'fair',
    predicate: 'WBK',
    answered: 100,
    evidenced: 40,
    ending: 'final',
  },
  { unit: 'lintara', character: 'fair', predicate: 'WBK', answered: 98, evidenced: 25, ending: 'final' },
  { unit: 'seruni', character: 'weak', predicate: 'WBK', answered: 96, evidenced: 28, ending: 'final' },
  { unit: 'safira', character: 'fair', predicate: 'WBK', answered: 92, evidenced: 22, ending: 'final' },
]
