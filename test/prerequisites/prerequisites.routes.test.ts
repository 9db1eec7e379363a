import { Assessment } from '../../src/assessments/assessment.entity'
import { PrerequisiteValue } from '../../src/prerequisites/prerequisite-value.entity'
import { newId } from '../../src/db/ids'
import { Evidence } from '../../src/evidence/evidence.entity'
import { EvidenceUseRow } from '../../src/evidence/evidence-use.entity'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Unit,
} from '../support/cast'
import { openHouse, post, signedIn, type Browser, type House } from '../support/house'
import { contextOf, type Opened } from '../assessments/filled'

describe('the prerequisites', () => {
  let house: House
  let ministry: Unit
  let satker: Unit
  let opened: Opened
  let page: string

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    satker = await addSatker(house, 'Kanim Tanjung Kirana', ministry)
    opened = await addAssessment(house, satker, await addCycle(house, await loadInstrument(house)))
    page = `/penilaian/${opened.id}/prasyarat`
  })
  afterEach(() => house.close())

  const enter = async (name: string, role: Parameters<typeof addPerson>[2], at: Unit = satker) =>
    signedIn(house, (await addPerson(house, name, role, at)).login, PASSWORD)
  const fill = (agent: Browser, id: string, fields: Record<string, unknown>) =>
    post(agent, page, `${page}/${id}`, { version: '0', note: '', ...fields })
  const values = () => house.database.manager.getRepository(PrerequisiteValue).find()

  it('are filled by the chair and the head, and those of the centre by the centre alone', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    const head = await enter('Galih Pranawa', 'head')
    const centre = await enter('Nadia Rahmi', 'centre-admin', ministry)
    expect((await fill(chair, 'lhkpn', { value: 'Ya', note: '57 dari 57' })).status).toBe(303)
    expect((await fill(head, 'sakip', { value: 'BB' })).status).toBe(303)
    expect((await fill(centre, 'quota', { value: 'Tidak' })).status).toBe(303)
    for (const [agent, id] of [
      [chair, 'quota'],
      [head, 'wbk-held'],
      [centre, 'lhkpn'],
    ] as const)
      expect((await fill(agent, id, { value: 'Ya' })).status).toBe(403)
    expect((await values()).map(row => [row.prerequisite, row.value]).sort()).toEqual([
      ['lhkpn', 'Ya'],
      ['quota', 'Tidak'],
      ['sakip', 'BB'],
    ])
    const home = await chair.get(`/penilaian/${opened.id}`)
    expect(home.text).toContain('2 dari 7')
    expect(home.text).toContain('Belum terpenuhi: Masuk kuota usulan kementerian tahun berjalan.')
  })

  it('are not filled by a member, a reader or another satker', async () => {
    const member = await enter('Bagas Hendrawan', 'member')
    expect((await member.get(page)).status).toBe(200)
    const foreign = await enter('Bima Satria', 'chair', await addSatker(house, 'Lapas Muara', ministry))
    const csrf = '/akun'
    const tried = [
      await post(member, page, `${page}/lhkpn`, { value: 'Ya', version: '0' }),
      await post(foreign, csrf, `${page}/lhkpn`, { value: 'Ya', version: '0' }),
    ]
    expect(tried.map(answer => answer.status)).toEqual([403, 404])
    expect(await values()).toEqual([])
  })

  it('judges a date by the months that have passed and a grade by each predicate', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    await fill(chair, 'one-year', { value: '2025-03-12' })
    await fill(chair, 'sakip', { value: 'B' })
    const item = (text: string, id: string) => text.split(`<section class="panel prereq" id="${id}"`)[1] ?? ''
    const verdicts = (text: string, id: string) =>
      [
        ...item(text, id)
          .split('</section>')[0]!
          .matchAll(/<b class="sm">(\w+)<\/b>.*?<\/svg>([^<]+)</g),
      ].map(found => found.slice(1))
    const { text } = await chair.get(page)
    expect(verdicts(text, 'one-year')).toEqual([
      ['WBK', 'Terpenuhi'],
      ['WBBM', 'Terpenuhi'],
    ])
    expect(verdicts(text, 'sakip')).toEqual([
      ['WBK', 'Terpenuhi'],
      ['WBBM', 'Belum terpenuhi'],
    ])
    await fill(chair, 'one-year', { value: '2025-03-13', version: '1' })
    expect(verdicts((await chair.get(page)).text, 'one-year')[0]).toEqual(['WBK', 'Belum terpenuhi'])
  })

  it('refuses what no prerequisite can be, and keeps what was typed', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    const date = await fill(chair, 'one-year', { value: '2025-02-30', note: 'tanggal pencanangan' })
    expect(date.status).toBe(422)
    expect(date.text).toContain('Isi tanggal yang ada di kalender.')
    expect(date.text).toContain('tanggal pencanangan')
    expect((await fill(chair, 'sakip', { value: 'Z' })).status).toBe(422)
    expect((await fill(chair, 'tidak-ada', { value: 'Ya' })).status).toBe(404)
    expect(await values()).toEqual([])
  })

  it('shows both contents to whoever came second, overwrites nothing in silence, and lets them choose', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    const head = await enter('Galih Pranawa', 'head')
    await fill(chair, 'lhkpn', { value: 'Ya', note: 'semua sudah' })
    const late = await fill(head, 'lhkpn', { value: 'Tidak', note: 'dua belum' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Prasyarat ini diubah oleh dua orang.')
    expect(late.text).toContain('semua')
    expect(late.text).toContain('dua')
    expect((await values())[0]).toMatchObject({ value: 'Ya', note: 'semua sudah', version: 1 })
    await fill(head, 'lhkpn', { value: 'Tidak', note: 'dua belum', version: '1', pakai: 'mereka' })
    expect((await values())[0]).toMatchObject({ value: 'Ya', version: 1 })
    await fill(head, 'lhkpn', { value: 'Tidak', note: 'dua belum', version: '1', pakai: 'saya' })
    expect((await values())[0]).toMatchObject({ value: 'Tidak', note: 'dua belum', version: 2 })
    const same = await fill(chair, 'lhkpn', { value: 'Tidak', note: 'dua belum', version: '1' })
    expect(same.status).toBe(303)
    const events = await house.database.query<{ after: string }>(
      `SELECT after FROM audit_events WHERE action = 'fill-prerequisite' ORDER BY at, id`,
    )
    expect(events.map(event => (JSON.parse(event.after) as { value: string }).value)).toEqual(['Ya', 'Tidak'])
  })

  it('contest a base that is newer than what stands: the database was brought back from a backup', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    await fill(chair, 'lhkpn', { value: 'Ya', note: 'dari cadangan' })
    const reply = await fill(chair, 'lhkpn', { value: 'Tidak', note: 'dari peramban', version: '7' })
    expect(reply.status).toBe(409)
    expect((await values())[0]).toMatchObject({ value: 'Ya', note: 'dari cadangan', version: 1 })
  })

  it('close with the window for the satker, with the submission for everybody', async () => {
    const centre = await addPerson(house, 'Nadia Rahmi', 'centre-admin', ministry)
    const chair = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    house.now = new Date('2026-07-01T03:00:00.000Z')
    const late = await signedIn(house, chair.login, PASSWORD)
    const admin = await signedIn(house, centre.login, PASSWORD)
    const refused = await fill(late, 'lhkpn', { value: 'Ya' })
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Batas pengisian 30 Juni 2026 sudah lewat.')
    expect((await fill(admin, 'quota', { value: 'Ya' })).status).toBe(303)
    await house.database.inTransaction(async () => {
      await house.database.writing().update(Assessment, { id: opened.id }, { stage: 'diajukan' })
    })
    expect((await fill(admin, 'quota', { value: 'Tidak', version: '1' })).status).toBe(403)
    expect((await values())[0]).toMatchObject({ prerequisite: 'quota', value: 'Ya' })
  })

  it('carry evidence of their own, which never touches the score, in a constant number of statements', async () => {
    const person = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    const chair = await signedIn(house, person.login, PASSWORD)
    const count = async () => {
      house.statements.length = 0
      const { text } = await chair.get(page)
      return { text, statements: house.statements.length }
    }
    const empty = await count()
    const made = { createdBy: person.id, createdAt: '2026-02-01T00:00:00.000Z' }
    const id = newId()
    await house.database.inTransaction(async () => {
      await house.database.insert(Evidence, [
        { id, satkerId: satker.id, title: 'Tanda terima LHKPN', nature: 'formal', ...made },
      ])
      await house.database.insert(EvidenceUseRow, [
        { id: newId(), assessmentId: opened.id, question: 'P.lhkpn', evidenceId: id, stages: [], ...made },
      ])
      await house.services.scoring.rescore(await contextOf(house, opened))
    })
    const full = await count()
    expect(full.text).toContain('Tanda terima LHKPN')
    expect(full.statements).toBe(empty.statements)
  })
})
