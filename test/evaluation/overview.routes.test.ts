import { paths } from '../../src/paths'
import { post } from '../support/house'
import { evaluators, score } from './acting'
import { openInspection, type Inspection } from './inspection'

const QUESTION = 'A.I.1.i.a'

describe('the page of an evaluation', () => {
  let inspection: Inspection
  let page: string
  beforeEach(async () => {
    inspection = await openInspection()
    page = paths.evaluation(inspection.assessment)
  })
  afterEach(() => inspection.close())

  const read = async (who: Parameters<Inspection['browserOf']>[0]) =>
    (await (await inspection.browserOf(who)).get(page)).text
  const act = async (who: Parameters<Inspection['browserOf']>[0], address: string) =>
    post(await inspection.browserOf(who), page, address, {})
  const stage = async () =>
    (await inspection.house.database.one<{ stage: string }>('SELECT stage FROM assessments'))?.stage

  it('says whose turn it is, and lets that one begin', async () => {
    expect(await read('member')).toContain('Giliran Anda.')
    expect(await read('member')).toContain('Mulai menilai')
    const lead = await read('lead')
    expect(lead).toContain('Giliran anggota TPI, Nirmala Sekarwangi.')
    expect(lead).not.toContain('Mulai menilai')
    expect((await act('lead', page)).status).toBe(403)
    expect((await act('member', page)).status).toBe(303)
    expect(await stage()).toBe('dievaluasi')
    const begun = await read('member')
    expect(begun).toContain('0 dari 113')
    expect(begun).toContain('Dinilai, sementara')
    expect(begun).toContain(`href="${paths.evaluationQuestion(inspection.assessment, QUESTION)}"`)
    expect(begun).toContain('1. Manajemen Perubahan')
    expect((await act('member', page)).status).toBe(303)
    expect(await read('member')).toContain('Lembar sudah dimulai.')
  })

  it('agrees with the rest as one act, hands in, and then it is the turn of the ketua', async () => {
    await act('member', page)
    await score(inspection, 'member', QUESTION, { option: 'Tidak' }, 'SK tidak ada.')
    expect(await read('member')).toContain('Setujui 112 sisanya')
    expect(await read('member')).toContain('112 pertanyaan belum diputuskan')
    const early = await act('member', paths.evaluationHandIn(inspection.assessment))
    expect(early.status).toBe(422)
    expect(early.text).toContain('Lembar belum dapat diserahkan. 112 pertanyaan belum diputuskan')
    await act('member', paths.evaluationAgreement(inspection.assessment))
    const all = await read('member')
    expect(all).toContain('113 dari 113')
    expect(all).not.toContain('sementara')
    const acts = await inspection.house.database.query(
      "SELECT id FROM audit_events WHERE action = 'agree-with-rest'",
    )
    expect(acts.length).toBe(1)
    expect((await act('member', paths.evaluationHandIn(inspection.assessment))).status).toBe(303)
    const lead = await read('lead')
    expect(lead).toContain('Giliran Anda.')
    expect(lead).toMatch(
      /Mandiri<\/th>[\s\S]*data-l="Diklaim"><b>94,92<[\s\S]*TPI<\/th>[\s\S]*data-l="Dinilai"><b>/,
    )
    expect(lead).toContain(`href="${paths.evaluationReturn(inspection.assessment)}"`)
    expect(await read('member')).not.toContain('Serahkan lembar')
  })

  it('is found by nobody outside the team, and read without buttons by the pendamping of the kanwil', async () => {
    const outsider = await inspection.browserOf('outsider')
    expect((await outsider.get(page)).status).toBe(404)
    expect((await (await inspection.browserOf('second')).get(page)).status).toBe(404)
    expect((await (await inspection.browserOf('chair')).get(page)).status).toBe(403)
    const companion = await read('companion')
    expect(companion).toContain('Giliran anggota TPI')
    expect(companion).not.toContain('<button class="btn')
    expect((await act('companion', page)).status).toBe(403)
  })

  it('lets the kanwil begin where it scores first', async () => {
    await inspection.close()
    inspection = await openInspection({ preAssessment: true })
    page = paths.evaluation(inspection.assessment)
    expect(await read('member')).toContain('Giliran prapenilai kanwil.')
    expect((await act('companion', page)).status).toBe(303)
    expect(await read('companion')).toContain('Lembar Kanwil sedang dikerjakan.')
  })

  it('asks the database as often with four worksheets as with one, and reflows on a phone', async () => {
    const count = async () => {
      await read('lead')
      inspection.house.statements.length = 0
      const text = await read('lead')
      expect(text).toContain('class="tbl tbl-dense stack sheets"')
      return inspection.house.statements.length
    }
    const { begin, agree, handIn } = evaluators(inspection)
    await begin('member')
    const one = await count()
    await agree('member')
    await handIn('member')
    await begin('lead')
    expect(await count()).toBe(one)
  })

  it('stands in the navigation of evaluators beside the queue, and of nobody else', async () => {
    const { text } = await (await inspection.browserOf('member')).get(paths.assessment(inspection.assessment))
    expect(text).toContain(`<a href="${page}">Evaluasi</a>`)
    expect(text).toContain(`<a href="${paths.evaluationQueue()}">Antrean</a>`)
    const chair = (await (await inspection.browserOf('chair')).get(paths.assessment(inspection.assessment)))
      .text
    expect(chair).not.toContain(`<a href="${page}">`)
    expect(chair).toContain(`<a href="${paths.comparison(inspection.assessment)}">Perbandingan</a>`)
  })
})
