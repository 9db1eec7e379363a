import { paths } from '../../src/paths'
import { atField } from '../innovations/innovation-office'
import { openOffice, type Office } from '../roster/roster-office'
import { post } from '../support/house'
import { heldRows, keepPredicate, profileEvents } from './profile-office'

const FORM = { predicate: 'WBK', heldSince: '2024-12-10', decree: 'Kepmen 12/2024', lostOn: '' }

describe('the predicates of a satker', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const add = async (fields: Record<string, unknown> = FORM) => {
    const page = paths.newPredicate(office.satker.id)
    return post(await office.browserOf('chair'), page, page, fields)
  }
  const edit = async (id: string, fields: Record<string, unknown>) =>
    post(await office.browserOf('chair'), paths.editPredicate(id), paths.editPredicate(id), fields)

  it('are kept with the day on which each was given and lost', async () => {
    expect((await add()).headers['location']).toBe(paths.profiles(office.satker.id))
    const [held] = await heldRows(office)
    expect(held).toMatchObject({ predicate: 'WBK', heldSince: '2024-12-10', lostOn: null })
    const page = () => office.read('kanwil', paths.profiles(office.satker.id))
    expect((await page()).text).toContain('Sejak 10 Desember 2024')
    expect((await edit(held!.id, { ...FORM, lostOn: '2025-08-01', version: 1 })).status).toBe(303)
    expect((await page()).text).toContain('10 Desember 2024, dicabut 1 Agustus 2025')
    expect((await edit(held!.id, { ...FORM, version: 1 })).status).toBe(409)
    await post(
      await office.browserOf('chair'),
      paths.editPredicate(held!.id),
      paths.predicateRemoval(held!.id),
      {},
    )
    expect(await heldRows(office)).toEqual([])
    expect((await profileEvents(office)).map(event => event.action)).toEqual([
      'add-predicate',
      'change-predicate',
      'remove-predicate',
    ])
  })

  it.each([
    ['predicate', { predicate: 'WBX' }, 'Pilih predikatnya.'],
    ['heldSince', { heldSince: '' }, 'Isi tanggal diperolehnya.'],
    ['heldSince', { heldSince: '2026-03-13' }, 'Tanggal ini setelah hari ini.'],
    ['lostOn', { lostOn: '2026-03-13' }, 'Tanggal ini setelah hari ini.'],
    ['lostOn', { lostOn: '2024-12-09' }, 'Tanggal ini mendahului diperolehnya predikat.'],
    ['decree', { decree: '' }, 'Isi keputusan yang menetapkannya.'],
    ['heldSince', { heldSince: '2022-01-01' }, 'Predikat yang sama sudah tercatat dalam masa ini.'],
  ])('are refused at %s (%j)', async (field, wrong, message) => {
    await keepPredicate(office, office.satker.id, { heldSince: '2021-01-01', lostOn: '2023-01-01' })
    const answer = await add({ ...FORM, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(atField(field, message))
    expect(await heldRows(office)).toHaveLength(1)
  })
})
