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
    sentBack: ['3', 'Lengkapi bukti mutasi dan pelatihan sebelum saya sahkan.'],
  },
  { unit: 'safira', character: 'fair', predicate: 'WBK', answered: 0, evidenced: 0, ending: 'filling' },
  { unit: 'cendani', character: 'good', predicate: 'WBK', answered: 100, evidenced: 90, ending: 'attested' },
  { unit: 'rotani', character: 'weak', predicate: 'WBK', answered: 97, evidenced: 62, ending: 'returned' },
  { unit: 'nilam', character: 'paper', predicate: 'WBK', answered: 100, evidenced: 82, ending: 'submitted' },
  {
    unit: 'wanisari',
    character: 'weak',
    predicate: 'WBK',
    answered: 71,
    evidenced: 55,
    ending: 'filling',
    contradictions: true,
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
