import { z } from 'zod'
import { parseForm, refuseForm } from '../../src/web/form'

const schema = z.object({
  name: z.string().trim().min(1).max(20),
  mail: z.email().optional(),
  kind: z.enum(['biasa', 'terbatas']),
  stages: z.array(z.string()).min(1),
})

describe('a posted form', () => {
  it('gives the parsed value when everything is right', () => {
    const form = parseForm(schema, { name: '  Rapat ', kind: 'biasa', stages: ['planning'] })
    expect(form).toEqual({ ok: true, value: { name: 'Rapat', kind: 'biasa', stages: ['planning'] } })
  })

  it('keeps what was typed and says the first fault of each field in Indonesian', () => {
    const form = parseForm(schema, { name: ' ', mail: 'bukan', kind: 'rahasia', stages: [] })
    expect(form).toEqual({
      ok: false,
      values: { name: ' ', mail: 'bukan', kind: 'rahasia', stages: [] },
      errors: {
        name: 'Isian ini wajib.',
        mail: 'Tulis alamat surel yang lengkap, misalnya nama@instansi.go.id.',
        kind: 'Pilih salah satu yang tersedia.',
        stages: 'Pilih paling sedikit satu.',
      },
    })
  })

  it('prefers the words of the schema to its own', () => {
    const own = z.object({ name: z.string().min(3, 'Nama terlalu pendek.') })
    expect(parseForm(own, { name: 'ab' })).toMatchObject({ errors: { name: 'Nama terlalu pendek.' } })
  })

  it('names a fault inside a list by its path', () => {
    const list = z.object({ steps: z.array(z.object({ title: z.string().max(2) })) })
    expect(parseForm(list, { steps: [{ title: 'ab' }, { title: 'abc' }] })).toMatchObject({
      errors: { 'steps.1.title': 'Tulis paling banyak 2 karakter.' },
    })
  })

  it.each([undefined, null, 'teks', ['a']])('treats the body %p as an empty form', body => {
    const form = parseForm(schema, body)
    expect(form).toMatchObject({ ok: false, values: {}, errors: { name: 'Isian ini wajib.' } })
  })

  it('can be refused later with the same shape', () => {
    expect(refuseForm({ name: 'Rapat' }, { name: 'Nama ini sudah dipakai.' })).toEqual({
      ok: false,
      values: { name: 'Rapat' },
      errors: { name: 'Nama ini sudah dipakai.' },
    })
  })
})
