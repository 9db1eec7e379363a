import { normalNote, readValue, sameValue, valueWords } from '../../src/worksheets/answer-content'
import { noteFingerprint, readStamp, stampText, valueFingerprint } from '../../src/worksheets/answer-stamp'
import { lkeQuestion } from '../engine/support/lke'

const ratio = lkeQuestion('A.II.1.i.a')
const index = lkeQuestion('B.I.i.a')
const choice = lkeQuestion('A.I.1.i.b')

describe('reading what was typed', () => {
  it.each([
    [ratio, { agents: '7', changes: '1.234' }, { agents: '7', changes: '1234' }],
    [ratio, { agents: '', changes: ' 5 ' }, { changes: '5' }],
    [ratio, { agents: '', changes: '' }, null],
    [index, { index: '3,6' }, { index: '3.6' }],
    [index, { index: '3.60' }, { index: '3.60' }],
    [index, { index: '4' }, { index: '4' }],
  ])('keeps numbers as exact decimals', (asked, inputs, stored) => {
    expect(readValue(asked, { inputs })).toEqual({ ok: true, value: { option: null, inputs: stored } })
  })

  it.each([
    [ratio, { agents: 'tujuh' }, { agents: 'Tulis bilangan bulat, misalnya 12.' }],
    [ratio, { agents: '1,5' }, { agents: 'Tulis bilangan bulat tanpa koma.' }],
    [ratio, { agents: '-1' }, { agents: 'Angka tidak boleh kurang dari nol.' }],
    [index, { index: 'baik' }, { index: 'Tulis angka, misalnya 3,60.' }],
    [index, { index: '4,01' }, { index: 'Tulis angka dari 0 sampai 4.' }],
    [
      index,
      { index: '87.65' },
      { index: 'Tulis angka dari 0 sampai 4. Nilai 87,65 dari 100 setara 3,51 pada skala ini.' },
    ],
  ])('says of each input why it cannot be kept', (asked, inputs, errors) => {
    expect(readValue(asked, { inputs })).toEqual({ ok: false, errors })
  })

  it('takes an option of the scale, none, and no other', () => {
    expect(readValue(choice, { option: 'B' })).toEqual({ ok: true, value: { option: 'B', inputs: null } })
    expect(readValue(choice, {})).toEqual({ ok: true, value: { option: null, inputs: null } })
    expect(readValue(choice, { option: 'Z' }).ok).toBe(false)
  })

  it('knows the same content however it was typed', () => {
    const typed = (inputs: Record<string, string>) => ({ option: null, inputs })
    expect(sameValue(typed({ index: '3.6' }), typed({ index: '3.60' }))).toBe(true)
    expect(sameValue(typed({ agents: '7' }), typed({ agents: '7', changes: '0' }))).toBe(false)
    expect(sameValue({ option: 'A', inputs: null }, { option: 'B', inputs: null })).toBe(false)
    expect(normalNote('Satu\r\nDua  \n')).toBe('Satu\nDua')
  })

  it('words a value for two people at odds', () => {
    expect(valueWords(choice, { option: 'C', inputs: null })).toBe(
      'C. Anggota ditunjuk begitu saja tanpa seleksi.',
    )
    expect(valueWords(index, { option: null, inputs: { index: '3.60' } })).toBe('Nilai IPAK (0–4) 3,60')
    expect(valueWords(choice, { option: null, inputs: null })).toBe('Belum dijawab')
  })
})

describe('the stamp of a form', () => {
  it('comes back as it was written, and nothing else is taken for one', () => {
    const value = { option: 'A', inputs: null }
    const text = stampText({ ...value, valueVersion: 3 }, { note: 'Lihat hal. 4.', noteVersion: 1 })
    expect(readStamp(text)).toEqual({
      valueVersion: 3,
      noteVersion: 1,
      value: valueFingerprint(value),
      note: noteFingerprint('Lihat hal. 4.\r\n'),
    })
    expect(readStamp('3.1')).toBeNull()
    expect(readStamp('x.1.0.0')).toBeNull()
  })
})
