import type { CivilDate } from '../../civil-days'
import type { EvidenceFacts, Facts } from '../facts'
import type { Contradiction } from '../finding'
import { rule } from '../rule'
import { sayCount, sayDate } from '../say'
import { figure, found } from './contradiction'

type Read = Pick<Facts, 'today' | 'evidence' | 'activities'>

const NAME = { id: 'contradiction-evidence-ahead', title: 'Bukti bertanggal di masa depan' }

/** Dated after the day on which it was already there, or after today; an activity still to come that has its proof. */
export const evidenceAhead = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: tanggal bukti',
  reads: ['today', 'evidence', 'activities'],
  read: (facts: Read): Contradiction[] => {
    const pieces = facts.evidence.filter(one => beginsOn(one) > least(one.uploadedOn, facts.today))
    const early = facts.activities.filter(({ heldOn, proofs }) => heldOn > facts.today && proofs > 0)
    const told = pieces.filter(({ restricted }) => !restricted)
    const last = [...told.map(beginsOn), ...early.map(({ heldOn }) => heldOn)].sort().at(-1)
    const all = pieces.length + early.length
    return found(NAME, {
      level: all > 0 ? 'bahaya' : 'aman',
      sentence: `${sayCount(all)} bukti bertanggal sesudah hari unggahnya atau sesudah hari ini${last === undefined ? '' : `, yang terakhir ${sayDate(last)}`}.`,
      measures: [figure('pieces', 'Bukti bertanggal di masa depan', all)],
      records: [
        ...pieces.map(({ id }) => ({ kind: 'evidence' as const, id })),
        ...early.map(({ id }) => ({ kind: 'activity' as const, id })),
      ],
      questions: pieces.flatMap(({ questions }) => questions),
      remedy: 'Perbaiki tanggal kejadiannya, atau tarik bukti yang dibuat sebelum kegiatannya.',
    })
  },
})

/** An empty text lies before every date. */
const beginsOn = ({ happenedOn }: EvidenceFacts): CivilDate => happenedOn ?? ''
const least = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b)
