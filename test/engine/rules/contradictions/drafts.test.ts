import { drafts } from '../../../../src/engine/rules/contradictions/drafts'
import type { AnswerFacts } from '../../../../src/engine/rules/facts'
import { answer, answering, piece, reading, seenBy } from '../facts-of'

const CODE = 'A.I.1.ii.a'
const files = (...kinds: string[]) =>
  kinds.map((kind, place) => ({ name: `f.${kind}`, kind, sha256: `h${place}` }))
const asked = (known: Partial<AnswerFacts> = {}) =>
  answering(answer(CODE, { asksAbout: 'document', expects: ['planning'], ...known }))
const with_ = (...kinds: string[]) => [piece('e1', { questions: [CODE], files: files(...kinds) })]

describe('drafts where a decided paper is needed', () => {
  it.each([
    [['docx'], [`${CODE} waspada`]],
    [['xlsx', 'pptx'], [`${CODE} waspada`]],
    [['docx', 'pdf'], []],
    [['pdf'], []],
    [['jpg'], []],
    [[], []],
  ])('files %j', (kinds, found) => {
    expect(seenBy(drafts, { ...asked(), evidence: with_(...kinds) })).toEqual(found)
  })

  it.each([
    ['about a practice', { asksAbout: 'practice' as const }],
    ['that needs no plan', { expects: ['monitoring' as const] }],
    ['answered with nothing', { value: '0' }],
    ['unanswered', { state: 'unanswered' as const }],
  ])('asks nothing of a question %s', (_, known) => {
    expect(seenBy(drafts, { ...asked(known), evidence: with_('docx') })).toEqual([])
  })

  it('is content with another piece that is decided, or a link', () => {
    const decided = piece('e2', { questions: [CODE], files: files('pdf') })
    const linked = piece('e3', { questions: [CODE], links: 1 })
    expect(seenBy(drafts, { ...asked(), evidence: [...with_('docx'), decided] })).toEqual([])
    expect(seenBy(drafts, { ...asked(), evidence: [...with_('docx'), linked] })).toEqual([])
    expect(
      seenBy(drafts, { ...asked(), evidence: [...with_('docx'), { ...decided, questions: [] }] }),
    ).toHaveLength(1)
  })

  it('says how many files', () => {
    expect(reading(drafts, { ...asked(), evidence: with_('docx', 'xlsx') })[0]?.sentence).toBe(
      'Bukti A.I.1.ii.a hanya 2 berkas yang masih dapat disunting; naskah yang ditetapkan belum ada.',
    )
    expect(seenBy(drafts)).toEqual([])
  })
})
