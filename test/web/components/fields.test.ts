import { errorSummary } from '../../../src/web/components/error-summary'
import {
  checkboxesField,
  checkField,
  passwordField,
  radioField,
  selectField,
  textAreaField,
  textField,
} from '../../../src/web/components/fields'
import { renderPartial } from './rendering'

const choices = [
  { value: 'biasa', label: 'Biasa' },
  { value: 'terbatas', label: 'Terbatas' },
]

describe('a field', () => {
  it('ties label, hint and error to its control', () => {
    const form = { values: { name: 'Rapat <1>' }, errors: { name: 'Terlalu pendek.' } }
    const html = renderPartial('field', textField(form, 'name', { label: 'Judul', hint: 'Singkat.' }))
    expect(html).toContain('<label class="label" for="f-name">Judul</label>')
    expect(html).toContain('aria-describedby="f-name-hint f-name-error"')
    expect(html).toContain('id="f-name-hint"')
    expect(html).toContain('id="f-name-error"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('value="Rapat &lt;1&gt;"')
  })

  it('says when it may stay empty', () => {
    const field = textAreaField({ values: {}, errors: {} }, 'note', { label: 'Catatan', required: false })
    expect(renderPartial('field', field)).toContain('(boleh kosong)')
  })

  it('never prints a password again', () => {
    const form = { values: { password: 'rahasia-sekali' }, errors: {} }
    const field = passwordField(form, 'password', { label: 'Kata sandi', autocomplete: 'new-password' })
    expect(renderPartial('field', field)).not.toContain('rahasia-sekali')
  })

  it('keeps a text that begins with an empty line', () => {
    const field = textAreaField({ values: { note: '\nbaris dua' }, errors: {} }, 'note', { label: 'Catatan' })
    expect(renderPartial('field', field)).toContain('>\n\nbaris dua</textarea>')
  })

  it('marks what was chosen in lists, radios and checkboxes', () => {
    const form = { values: { access: 'terbatas', many: ['biasa', 'terbatas'], sure: 'ya' }, errors: {} }
    const select = renderPartial('field', selectField(form, 'access', { label: 'Akses', choices }))
    expect(select).toContain('<option value="terbatas" selected>')
    const radios = renderPartial('field', radioField(form, 'access', { label: 'Akses', choices }))
    expect(radios.match(/ checked/g)).toHaveLength(1)
    expect(radios).toMatch(/value="terbatas" checked/)
    const boxes = renderPartial('field', checkboxesField(form, 'many', { label: 'Akses', choices }))
    expect(boxes.match(/ checked/g)).toHaveLength(2)
    expect(renderPartial('field', checkField(form, 'sure', { label: 'Yakin' }))).toContain(' checked')
  })

  it('does not choose anything by itself', () => {
    const radios = renderPartial(
      'field',
      radioField({ values: {}, errors: {} }, 'access', { label: 'Akses', choices }),
    )
    expect(radios).not.toContain('checked')
  })
})

describe('the error summary', () => {
  const form = { values: {}, errors: { b: 'Salah.', a: 'Isian ini wajib.', '': 'Sudah ditutup.' } }
  const fields = ['a', 'b', 'c'].map(name =>
    textField(form, name, { label: name.toUpperCase(), idPrefix: 'x-' }),
  )

  it('lists the faults in the order of the fields, those of no field last', () => {
    expect(errorSummary(form, fields)).toEqual({
      title: 'Tiga isian belum tersimpan',
      items: [
        { text: 'A: Isian ini wajib.', href: '#f-x-a' },
        { text: 'B: Salah.', href: '#f-x-b' },
        { text: 'Sudah ditutup.', href: '#isi' },
      ],
    })
  })

  it('is headed by the fault of the whole form where that stands alone, and by what a form that saves nothing says', () => {
    const whole = { values: {}, errors: { '': 'NIP atau kata sandi tidak cocok.' } }
    const summary = errorSummary(whole, [], 'Belum dapat masuk')
    expect(summary).toEqual({ title: 'NIP atau kata sandi tidak cocok.', items: [] })
    expect(renderPartial('error-summary', summary!)).not.toContain('<ul>')
    expect(errorSummary(form, fields, 'Belum dapat masuk')?.title).toBe('Belum dapat masuk')
  })

  it('leads to a control that exists, also in a group of radios', () => {
    const refused = { values: {}, errors: { access: 'Pilih satu.' } }
    const radios = radioField(refused, 'access', { label: 'Akses', choices })
    const [item] = errorSummary(refused, [radios])?.items ?? []
    expect(renderPartial('field', radios)).toContain(`id="${item?.href.slice(1)}"`)
  })

  it('is absent when nothing is wrong', () =>
    expect(errorSummary({ values: {}, errors: {} }, fields.slice(2))).toBeNull())
})
