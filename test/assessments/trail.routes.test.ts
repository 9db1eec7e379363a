import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Person,
} from '../support/cast'
import { openHouse, signedIn, type Browser, type House } from '../support/house'
import type { Opened } from './filled'

describe('the trail of an assessment', () => {
  let house: House
  let opened: Opened
  let agent: Browser
  let sari: Person
  let bagas: Person

  beforeEach(async () => {
    house = await openHouse()
    const satker = await addSatker(house, 'Kanim Ujung Timur', await addSatker(house, 'Kementerian'), {
      timeZone: 'Asia/Jayapura',
    })
    opened = await addAssessment(house, satker, await addCycle(house, await loadInstrument(house)))
    sari = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    bagas = await addPerson(house, 'Bagas Hendrawan', 'member', satker)
    agent = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const act = async (by: Person, action: string, question: string | null, after: unknown = null) => {
    const actor = (await house.services.accounts.actorOf(by.id, { startedAt: house.now.toISOString() }, 'r'))!
    await house.database.inTransaction(() =>
      house.services.audit.record(actor, {
        action,
        subjectType: 'answer',
        subjectId: `${opened.id}/${question}`,
        assessmentId: opened.id,
        question,
        after,
      }),
    )
    house.now = new Date(house.now.getTime() + 60_000)
  }
  const acts = async (query: string) =>
    [
      ...(await agent.get(`/penilaian/${opened.id}/jejak${query}`)).text.matchAll(
        /trail-head"><b>([^<]+)<\/b>/g,
      ),
    ].map(found => found[1])

  it('tells in words who did what when, newest first, in the zone of the satker', async () => {
    await act(sari, 'save-value', 'A.I.1.i.a', { option: 'Ya' })
    await act(bagas, 'submit', null)
    const { text } = await agent.get(`/penilaian/${opened.id}/jejak`)
    expect(await acts('')).toEqual(['Mengajukan penilaian', 'Mengubah jawaban'])
    expect(text).toContain('Sari Puspadewi, Ketua tim ZI · 12 Maret 2026 12.45 WIT')
    expect(text).toContain('<ins>Ya</ins>')
  })

  it('names a prerequisite by its text', async () => {
    await act(sari, 'fill-prerequisite', 'P.lhkpn', { value: 'Ya' })
    const { text } = await agent.get(`/penilaian/${opened.id}/jejak`)
    expect(text).toContain('<dt>Prasyarat</dt><dd> <ins>LHKPN dilaporkan 100% oleh wajib lapor</ins>')
    expect(text).not.toContain('P.lhkpn')
  })

  it('is narrowed by person, kind and question', async () => {
    await act(sari, 'save-value', 'A.I.1.i.a')
    await act(bagas, 'save-note', 'A.I.1.i.a')
    await act(bagas, 'use-evidence', 'A.I.1.i.b')
    await act(sari, 'attest', null)
    expect(await acts(`?oleh=${bagas.id}`)).toEqual(['Memakai bukti', 'Mengubah catatan'])
    expect(await acts('?jenis=jawaban')).toEqual(['Mengubah catatan', 'Mengubah jawaban'])
    expect(await acts('?pertanyaan=A.I.1.i.a&jenis=jawaban&oleh=' + sari.id)).toEqual(['Mengubah jawaban'])
    expect(await acts('?oleh=siapa')).toEqual([])
  })

  it('turns pages in a constant number of statements', async () => {
    const count = async (query: string) => {
      house.statements.length = 0
      expect((await agent.get(`/penilaian/${opened.id}/jejak${query}`)).status).toBe(200)
      return house.statements.length
    }
    const empty = await count('')
    for (let event = 0; event < 60; event++) await act(sari, 'save-value', 'A.I.1.i.a')
    expect(await count('?oleh=' + sari.id)).toBe(empty)
    expect(await acts('')).toHaveLength(50)
    expect(await acts('?hal=2')).toHaveLength(10)
  })
})
