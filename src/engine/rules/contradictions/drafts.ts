import type { EvidenceFacts, Facts } from '../facts'
import type { Contradiction } from '../finding'
import { rule, wordsOf } from '../rule'
import { sayCount } from '../say'
import { figure, found } from './contradiction'

type Read = Pick<Facts, 'evidence' | 'worksheet'>

const NAME = { id: 'contradiction-draft', title: 'Konsep di tempat naskah yang ditetapkan' }

/** Only files that can still be edited, where a top answer needs a paper that was decided. */
export const drafts = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: konsep di tempat naskah yang ditetapkan',
  reads: ['evidence', 'worksheet'],
  words: ['draft_kinds', 'decided_stages'],
  read: (facts: Read, means): Contradiction[] => {
    const kinds = wordsOf(means, 'draft_kinds')
    const stages = wordsOf(means, 'decided_stages')
    return facts.worksheet.answers
      .filter(one => one.state === 'answered' && one.asksAbout === 'document')
      .filter(one => one.value !== '0' && one.expects.some(stage => stages.includes(stage)))
      .flatMap(({ code }) => {
        const pieces = facts.evidence.filter(one => one.questions.includes(code))
        const files = pieces.flatMap(one => one.files)
        return found(NAME, {
          about: code,
          level: files.length > 0 && pieces.every(one => isDraft(one, kinds)) ? 'waspada' : 'aman',
          sentence: `Bukti ${code} hanya ${sayCount(files.length)} berkas yang masih dapat disunting; naskah yang ditetapkan belum ada.`,
          measures: [figure('files', 'Berkas yang masih dapat disunting', files.length)],
          records: pieces.map(({ id }) => ({ kind: 'evidence', id })),
          questions: [code],
          remedy: 'Unggah naskah yang sudah ditandatangani, misalnya hasil pindai dalam PDF.',
        })
      })
  },
})

/** A link may lead to the decided paper; a piece that holds neither file nor link says nothing. */
const isDraft = ({ files, links }: EvidenceFacts, kinds: readonly string[]): boolean =>
  links === 0 && files.every(({ kind }) => kinds.includes(kind))
