import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { lookup } from '../../src/engine/instrument/lookup'
import type { VisibleUse } from '../../src/evidence/evidence.service'
import type { AnswerRow } from '../../src/worksheets/answers.repository'
import { questionRow, savedTime, type RowSetting } from '../../src/worksheets/question-row.page'
import { scoreFrom } from '../../src/worksheets/scoring.service'
import { lke } from '../engine/support/lke'

const assessment = {
  id: 'a1',
  instrument: lke,
  areaGates: 'joint',
  timeZone: 'Asia/Makassar',
} as AssessmentContext
const now = new Date('2026-03-12T03:45:00.000Z')

const answer = (question: string, more: Partial<AnswerRow>): AnswerRow => ({
  id: question,
  question,
  option: null,
  inputs: null,
  valueVersion: 1,
  valueByName: 'Sari Puspadewi',
  valueAt: '2026-03-12T02:42:00.000Z',
  note: '',
  noteVersion: 0,
  noteByName: null,
  noteAt: null,
  carried: false,
  ...more,
})

const use = (question: string, more: Partial<VisibleUse> = {}): VisibleUse => ({
  id: `u-${question}`,
  question,
  evidenceId: 'e1',
  nature: 'formal',
  stages: ['planning'],
  restricted: false,
  withdrawn: false,
  opened: true,
  title: 'SK Tim ZI.pdf',
  claim: '',
  page: '',
  version: 1,
  files: 1,
  ...more,
})

function rowOf(
  code: string,
  given?: Partial<AnswerRow>,
  uses: VisibleUse[] = [],
  more: Partial<RowSetting> = {},
) {
  const rows = given ? [answer(code, given)] : []
  const { score } = scoreFrom(assessment, { answers: rows.filter(row => !row.carried), uses })
  const setting: RowSetting = {
    assessment,
    contents: { rows: new Map(rows.map(row => [row.question, row])), uses: new Map([[code, uses]]), score },
    flags: new Map(score.flags.map(flag => [flag.question, flag])),
    contradictions: new Map(score.contradictions.map(one => [one.question, one])),
    editable: true,
    mayAttach: true,
    assignees: new Map(),
    answerers: null,
    refused: new Map(),
    marks: new Map(),
    repairs: new Map(),
    now,
    ...more,
  }
  return questionRow(setting, lookup(assessment.instrument).questions.get(code)!.question, code, 'form')
}

describe('a question of the worksheet', () => {
  it('is unanswered, counted as nought, and a stop of "next unanswered"', () => {
    const row = rowOf('A.I.1.i.b')
    expect(row).toMatchObject({ unanswered: true, open: true, clearable: false, carried: false })
    expect(row.status.text).toBe('Belum dijawab, dihitung 0')
    expect(row.options.map(option => option.checked)).toEqual([false, false, false])
  })

  it('says when it was saved in the zone of the satker: the time today, the date before', () => {
    expect(rowOf('A.I.1.i.b', { option: 'B' }).status.text).toBe('Tersimpan 10.42')
    expect(rowOf('A.I.1.i.b', { option: 'B', noteAt: '2026-03-12T03:10:00.000Z' }).status.text).toBe(
      'Tersimpan 11.10',
    )
    expect(savedTime('2026-03-11T15:59:00.000Z', 'Asia/Makassar', now)).toBe('11 Mar')
    expect(savedTime('2025-12-30T16:00:00.000Z', 'Asia/Makassar', now)).toBe('31 Des 2025')
    expect(savedTime('2026-03-11T16:00:00.000Z', 'Asia/Makassar', now)).toBe('00.00')
  })

  it('shows the stages that evidence shows, and the flag with how to clear it', () => {
    const row = rowOf('A.I.1.ii.c', { option: 'A' }, [use('A.I.1.ii.c')])
    expect(row.coverage.stages).toEqual([
      { text: 'Rencana', shown: true },
      { text: 'Pelaksanaan', shown: false },
    ])
    expect(row.flags).toEqual([
      {
        lead: 'Hanya dokumen',
        text: 'Satu-satunya bukti adalah dokumen formal. Tunjukkan bukti pelaksanaan berupa jejak kegiatan.',
      },
    ])
    expect(rowOf('A.I.1.i.b', { option: 'C' }).flags).toEqual([])
  })

  it('shows inputs with their formula, and a contradiction instead of a value', () => {
    const fine = rowOf('A.II.1.i.a', { inputs: '{"agents":"7","changes":"5"}' })
    expect(fine.counts).toMatchObject({ formula: '5 ÷ 7', result: '0,71', contradiction: '' })
    const wrong = rowOf('A.II.1.i.b', { inputs: '{"changes":"0","integrated":"4"}' })
    expect(wrong.stateClass).toBe(' is-error')
    expect(wrong.status.text).toBe('Bertentangan')
    expect(wrong.counts).toMatchObject({
      result: 'Belum dihitung',
      contradiction:
        'Angka bertentangan: jumlah perubahan yang masuk ke sistem manajemen 4, tetapi jumlah perubahan yang dihasilkan 0; pembaginya nol.',
    })
    const half = rowOf('A.II.1.i.a', { inputs: '{"agents":"7"}' })
    expect(half.counts).toMatchObject({ formula: '', result: 'Belum lengkap' })
    expect(half.status.text).toBe('Belum lengkap')
    const fall = rowOf('A.II.3.iii.a', { inputs: '{"previous":"10","current":"8"}' })
    expect(fall.counts).toMatchObject({ formula: '(10 − 8) ÷ 10', result: '0,20' })
  })

  it('keeps what was refused in its field, with the reason above it', () => {
    const refused = new Map([
      [
        'A.II.1.i.a',
        { inputs: { agents: 'tujuh', changes: '5' }, errors: { agents: 'Tulis bilangan bulat.' } },
      ],
    ])
    const row = rowOf('A.II.1.i.a', { inputs: '{"agents":"7","changes":"5"}' }, [], { refused })
    expect(row.stateClass).toBe(' is-error')
    expect(row.counts?.inputs.map(({ value, error }) => [value, error])).toEqual([
      ['tujuh', 'Tulis bilangan bulat.'],
      ['5', ''],
    ])
  })

  it('marks a copied answer that nobody reviewed, and does not value it', () => {
    const row = rowOf('A.I.1.i.b', { option: 'A', carried: true })
    expect(row).toMatchObject({ carried: true, open: true, unanswered: false })
    expect(row.status.text).toBe('Belum ditinjau ulang')
    expect(row.options[0]?.checked).toBe(true)
    expect(row.flags).toEqual([])
  })

  it('offers the people of the pokja, and still names one who has left it', () => {
    const answerers = [{ userId: 'p1', name: 'Galih Pranawa' }]
    const assignees = new Map([['A.I.1.i.b', { userId: 'p0', name: 'Dewi Lestari', left: true }]])
    const row = rowOf('A.I.1.i.b', undefined, [], { answerers, assignees })
    expect(row.assignee).toBe('Dewi Lestari, tidak lagi di bagian ini')
    expect(row.assignment?.choices.map(choice => [choice.label, choice.selected])).toEqual([
      ['Galih Pranawa', false],
      ['Dewi Lestari', true],
    ])
  })
})
