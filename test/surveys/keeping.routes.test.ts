import { paths } from '../../src/paths'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { post } from '../support/house'
import { addSurvey, putSurveys, round, SKM_FORM, surveyEvents, surveyRows } from './surveys-office'

describe('keeping surveys', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const fieldFault = (text: string, field: string) =>
    new RegExp(`id="f-${field}-error"[^>]*>(?:<svg.*?</svg>)?(?:<span>)?([^<]+)`).exec(text)?.[1]
  const edit = async (id: string, fields: Record<string, unknown>, who: Who = 'chair') =>
    post(await office.browserOf(who), paths.editSurvey(id), paths.editSurvey(id), fields)

  it('writes down a round and says at once that one respondent is lacking', async () => {
    const answer = await addSurvey(office)
    const [row] = await surveyRows(office)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.survey(row!.id)])
    expect(row).toMatchObject({ kind: 'SKM', population: 1000, respondents: 277, index: '87.65', version: 1 })
    const { text } = await office.read('chair', paths.survey(row!.id))
    expect(text).toContain('SKM 1 Okt – 19 Des 2025. Kurang 1 responden.')
    expect(text).toContain('278 menurut Krejcie dan Morgan, 286 menurut Slovin; kurang 1')
    expect(text).toContain('3,506 pada 1–4; 3,506 pada 0–4')
    expect(text).toContain('B (baik)')
    expect(text).toContain('Hasil memakai IPKP dari survei eksternal.')
    expect(text).toContain('Krejcie dan Morgan (1970)')
    expect(text).toContain('hanya pembanding: asal rumusnya tidak terdokumentasi')
    expect(text).toContain('padanan ini ketentuan aplikasi, tidak tertulis dalam peraturan')
    const [entry] = await office.house.database.query(
      'SELECT register, title, summary, happened_on AS "from", happened_until AS "until" FROM register_entries',
    )
    expect(entry).toEqual({
      register: 'surveys',
      title: 'SKM 1 Okt – 19 Des 2025',
      summary: 'Indeks 87,65 (25–100), setara 3,506 dari 4; responden 277 dari 1.000; perlu 278, kurang 1',
      from: '2025-10-01',
      until: '2025-12-19',
    })
    const [event] = await surveyEvents(office)
    expect([event?.action, event?.role]).toEqual(['add-survey', 'chair'])
    expect(JSON.parse(event?.after ?? '')).toMatchObject({ survey: 'SKM', index: '87,65', population: 1000 })
  })

  it('takes an external survey of people that nobody counted, and points nothing out', async () => {
    const external = {
      ...SKM_FORM,
      kind: 'IPAK',
      population: '',
      respondents: '384',
      scale: '0-4',
      index: '3.6',
    }
    expect((await addSurvey(office, external, 'member')).status).toBe(303)
    const [row] = await surveyRows(office)
    expect(row).toMatchObject({ population: null, index: '3.6', scale: '0-4' })
    const { text } = await office.read('kanwil', paths.survey(row!.id))
    expect(text).toContain('Sampel cukup')
    expect(text).toContain('Eksternal, dihitung di Hasil')
    expect(text).toContain('3,60 pada 1–4; 90,00 pada 25–100')
    expect(text).not.toContain('Survei internal tidak dihitung')
    expect(text).not.toContain('Mutu pelayanan</dt>')
    expect(text).not.toContain('Ubah survei')
  })

  it.each([
    ['kind', { kind: 'XYZ' }, 'Pilih survei.'],
    ['heldFrom', { heldFrom: '' }, 'Isi hari pertama.'],
    ['heldFrom', { heldFrom: '0202-01-01' }, 'Periksa tahunnya.'],
    ['heldUntil', { heldUntil: '2025-09-30' }, 'Hari terakhir mendahului hari pertama.'],
    ['heldUntil', { heldUntil: '2026-03-13' }, 'Survei ini belum selesai. Catat setelah hari terakhirnya.'],
    ['method', { method: '' }, 'Pilih caranya.'],
    ['conductedBy', { conductedBy: ' ' }, 'Isi siapa yang menyelenggarakan.'],
    ['population', { population: '0' }, 'Kosongkan bila populasi tidak diketahui.'],
    ['respondents', { respondents: '' }, 'Isi jumlah responden.'],
    ['respondents', { respondents: '0' }, 'Isi jumlah responden, paling sedikit 1.'],
    ['respondents', { respondents: '1001' }, 'Responden 1001 melebihi populasi 1000.'],
    ['scale', { scale: '' }, 'Pilih skalanya.'],
    ['index', { index: '' }, 'Isi indeksnya.'],
    ['index', { index: 'baik' }, 'Tulis angka saja, misalnya 87,5.'],
    ['index', { index: '-5' }, 'Indeks −5,00 di luar skala 25–100.'],
    ['index', { scale: '0-4' }, 'Indeks 87,65 di luar skala 0–4. Pilih skala 25–100, atau tulis 3,506.'],
    ['index', { index: '3,5' }, 'Indeks 3,50 di luar skala 25–100. Pilih skala 1–4, atau tulis 87,50.'],
    ['index', { index: '0,5' }, 'Indeks 0,50 di luar skala 25–100. Pilih skala 0–4.'],
    ['index', { index: '100,01' }, 'Indeks 100,01 di luar skala 25–100.'],
  ])('refuses %s for %o', async (field, wrong, message) => {
    const answer = await addSurvey(office, { ...SKM_FORM, ...wrong })
    expect(answer.status).toBe(422)
    expect(fieldFault(answer.text, field)).toBe(message)
    if (field !== 'conductedBy') expect(answer.text).toContain('value="Tim SKM Kanim"')
    expect(await surveyRows(office)).toEqual([])
  })

  it('takes a round of one period once', async () => {
    await addSurvey(office)
    const again = await addSurvey(office, { ...SKM_FORM, index: '90' })
    expect(again.status).toBe(422)
    expect(fieldFault(again.text, 'heldFrom')).toBe('Survei ini dengan periode yang sama sudah tercatat.')
    expect((await addSurvey(office, { ...SKM_FORM, kind: 'SPAK' })).status).toBe(303)
  })

  it('changes what stands, and shows both texts to whoever came late', async () => {
    const [id] = await putSurveys(office.house, office.satker.id, [round()])
    const fields = { ...SKM_FORM, population: '', version: '1' }
    expect((await edit(id!, fields, 'head')).status).toBe(303)
    expect((await surveyRows(office))[0]).toMatchObject({ population: null, respondents: 277, version: 2 })
    const late = await edit(id!, { ...fields, respondents: '280' })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/Responden<\/th><td[^>]*>280<\/td><td[^>]*>277</)
    expect((await edit(id!, { ...fields, version: '2' })).status).toBe(303)
    expect((await surveyRows(office))[0]?.version).toBe(2)
    expect((await surveyEvents(office)).map(({ action, role }) => [action, role])).toEqual([
      ['change-survey', 'head'],
    ])
  })

  it('takes a mistake away', async () => {
    const [id] = await putSurveys(office.house, office.satker.id, [round()])
    const chair = await office.browserOf('chair')
    const answer = await post(chair, paths.editSurvey(id!), paths.surveyRemoval(id!), {})
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.surveys(office.satker.id)])
    expect(await surveyRows(office)).toEqual([])
    expect(await office.house.database.query('SELECT id FROM register_entries')).toEqual([])
    expect((await surveyEvents(office)).map(event => event.action)).toEqual(['remove-survey'])
  })

  it.each([
    ['kanwil', 403, 200],
    ['admin', 403, 200],
    ['neighbour', 404, 404],
    ['stranger', 403, 404],
  ] as const)('answers the %s with %d where it is kept and %d where it is read', async (who, keep, read) => {
    const [id] = await putSurveys(office.house, office.satker.id, [round()])
    const { satker } = office
    for (const address of [paths.newSurvey(satker.id), paths.editSurvey(id!), paths.importSurveys(satker.id)])
      expect((await office.read(who, address)).status).toBe(keep)
    for (const address of [paths.surveys(satker.id), paths.survey(id!), paths.surveysPaper(satker.id)])
      expect((await office.read(who, address)).status).toBe(read)
    const agent = await office.browserOf(who)
    expect((await post(agent, paths.ownAccount(), paths.surveyRemoval(id!), {})).status).toBe(keep)
    expect((await post(agent, paths.ownAccount(), paths.newSurvey(satker.id), SKM_FORM)).status).toBe(keep)
    expect(await surveyRows(office)).toHaveLength(1)
  })
})
