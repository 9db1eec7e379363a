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
import type { FilledJson } from '../../src/prerequisites/filled-json'
import { openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'
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
    post(agent, page, `${page}/${id}`, { ...over(0, 0), ...fields })
  /** What a form was typed over. */
  const over = (valueVersion: number, noteVersion: number, valueWas = '', noteWas = '') => ({
    ...{ valueVersion: String(valueVersion), noteVersion: String(noteVersion) },
    ...{ valueWas, noteWas },
  })
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
      await post(member, page, `${page}/lhkpn`, { value: 'Ya', ...over(0, 0) }),
      await post(foreign, csrf, `${page}/lhkpn`, { value: 'Ya', ...over(0, 0) }),
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
    await fill(chair, 'one-year', { value: '2025-03-13', ...over(1, 0, '2025-03-12') })
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

  it('leaves alone what a form did not post at all', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    await fill(chair, 'lhkpn', { value: 'Ya', note: 'semua sudah' })
    await fill(chair, 'lhkpn', over(1, 1, 'Ya', 'semua sudah'))
    expect((await values())[0]).toMatchObject({ value: 'Ya', note: 'semua sudah', valueVersion: 1 })
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
    const both = { value: 'Ya', note: 'semua sudah', valueVersion: 1, noteVersion: 1 }
    expect((await values())[0]).toMatchObject(both)
    const again = { value: 'Tidak', note: 'dua belum', ...over(1, 1, 'Ya', 'semua sudah') }
    await fill(head, 'lhkpn', { ...again, pakai: 'mereka' })
    expect((await values())[0]).toMatchObject(both)
    await fill(head, 'lhkpn', { ...again, pakai: 'saya' })
    const chosen = { value: 'Tidak', note: 'dua belum', valueVersion: 2, noteVersion: 2 }
    expect((await values())[0]).toMatchObject(chosen)
    expect((await fill(chair, 'lhkpn', again)).status).toBe(303)
    expect((await values())[0]).toMatchObject(chosen)
    const events = await house.database.query<{ after: string }>(
      `SELECT after FROM audit_events WHERE action = 'fill-prerequisite' ORDER BY at, id`,
    )
    expect(events.map(event => (JSON.parse(event.after) as { value: string }).value)).toEqual(['Ya', 'Tidak'])
  })

  it('merge the fields that two people changed apart, and show what stands beside the contested one', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    const head = await enter('Galih Pranawa', 'head')
    await fill(chair, 'lhkpn', { value: 'Ya' })
    expect((await fill(head, 'lhkpn', { note: 'dua belum' })).status).toBe(303)
    expect((await values())[0]).toMatchObject({ value: 'Ya', note: 'dua belum' })
    const late = await fill(chair, 'lhkpn', { value: 'Tidak', ...over(0, 0) })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/<textarea[^>]*>\s*dua belum</)
    expect(late.text).toContain('name="noteWas" value="dua belum"')
    expect((await values())[0]).toMatchObject({ value: 'Ya', note: 'dua belum' })
  })

  it('contest a base that is newer than what stands: the database was brought back from a backup', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    await fill(chair, 'lhkpn', { value: 'Ya', note: 'dari cadangan' })
    const reply = await fill(chair, 'lhkpn', {
      ...{ value: 'Tidak', note: 'dari peramban' },
      ...over(7, 7),
    })
    expect(reply.status).toBe(409)
    expect((await values())[0]).toMatchObject({ value: 'Ya', note: 'dari cadangan', valueVersion: 1 })
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
    expect((await fill(admin, 'quota', { value: 'Tidak', ...over(1, 0, 'Ya') })).status).toBe(403)
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

  describe('sent by a script, one field each,', () => {
    const send = async (agent: Browser, id: string, fields: Record<string, unknown>) => {
      const token = tokenIn((await agent.get(page)).text)
      return agent
        .post(`${page}/${id}`)
        .set('accept', 'application/json')
        .set('x-csrf-token', token)
        .send(fields)
    }

    it('are answered with their version, the time, who changed them and what passes now', async () => {
      const chair = await enter('Sari Puspadewi', 'chair')
      const reply = await send(chair, 'sakip', { field: 'value', option: 'B', base: 0, seen: 0 })
      expect(reply.status).toBe(200)
      expect(reply.body).toMatchObject({ field: 'value', version: 1, newer: null })
      const { savedAt, changed, intro, verdicts } = reply.body as FilledJson
      expect(savedAt).toMatch(/^\d\d\.\d\d$/)
      expect(changed).toContain('Diubah Sari Puspadewi')
      expect(intro).toContain('1 dari 7 prasyarat WBK terpenuhi')
      expect(verdicts.map(({ text }) => text)).toEqual(['Terpenuhi', 'Belum terpenuhi'])
      const emptied = await send(chair, 'sakip', { field: 'value', option: '', base: 1 })
      expect((emptied.body as FilledJson).verdicts.map(({ text }) => text)).toEqual([
        'Belum diisi',
        'Belum diisi',
      ])
      expect((await values())[0]).toMatchObject({ value: null, valueVersion: 2, noteVersion: 0 })
    })

    it('merge, and tell the page what somebody else changed in the other field', async () => {
      const chair = await enter('Sari Puspadewi', 'chair')
      const head = await enter('Galih Pranawa', 'head')
      await send(chair, 'lhkpn', { field: 'value', option: 'Ya', base: 0, seen: 0 })
      const reply = await send(head, 'lhkpn', { field: 'note', note: '57 dari 57', base: 0, seen: 0 })
      expect(reply.body).toMatchObject({
        version: 1,
        newer: { field: 'value', version: 1, by: 'Sari Puspadewi', value: { option: 'Ya' } },
      })
      expect((await values())[0]).toMatchObject({ value: 'Ya', note: '57 dari 57' })
    })

    it('are contested with both contents when somebody else changed the same field', async () => {
      const chair = await enter('Sari Puspadewi', 'chair')
      const head = await enter('Galih Pranawa', 'head')
      await send(chair, 'lhkpn', { field: 'note', note: 'semua sudah', base: 0 })
      await send(chair, 'lhkpn', { field: 'value', option: 'Ya', base: 0 })
      const note = await send(head, 'lhkpn', { field: 'note', note: 'dua <belum>', base: 0 })
      expect(note.status).toBe(409)
      expect(note.body).toMatchObject({
        current: { version: 1, note: 'semua sudah' },
        words: { theirName: 'Sari Puspadewi', mine: expect.stringContaining('&lt;belum&gt;') as string },
      })
      const value = await send(head, 'lhkpn', { field: 'value', option: 'Tidak', base: 0 })
      expect(value.body).toMatchObject({
        current: { version: 1, value: { option: 'Ya' } },
        words: { lead: 'Jawaban ini diubah oleh dua orang.', theirs: '<mark>Ya</mark>' },
      })
      expect((await values())[0]).toMatchObject({ value: 'Ya', note: 'semua sudah' })
      expect((await send(head, 'lhkpn', { field: 'value', option: 'Ya', base: 0 })).status).toBe(200)
    })

    it('are refused by field, kept from another account, and closed to those who do not fill them', async () => {
      const chair = await enter('Sari Puspadewi', 'chair')
      const half = await send(chair, 'one-year', { field: 'value', option: '0202-03-12', base: 0 })
      expect(half.status).toBe(422)
      expect(half.body).toMatchObject({ fields: { value: 'Periksa tahunnya.' } })
      expect((await send(chair, 'lhkpn', { field: 'value', base: 0 })).status).toBe(422)
      expect((await send(chair, 'quota', { field: 'value', option: 'Ya', base: 0 })).status).toBe(403)
      expect((await send(chair, 'tidak-ada', { field: 'note', note: 'x', base: 0 })).status).toBe(404)
      const others = await send(chair, 'lhkpn', { field: 'note', note: 'x', base: 0, actor: 'orang lain' })
      expect(others.status).toBe(401)
      expect(await values()).toEqual([])
    })

    it('make one event of a note that is typed on, and one of each value', async () => {
      const chair = await enter('Sari Puspadewi', 'chair')
      await send(chair, 'lhkpn', { field: 'note', note: 'semua', base: 0 })
      await send(chair, 'lhkpn', { field: 'value', option: 'Ya', base: 0 })
      await send(chair, 'lhkpn', { field: 'note', note: 'semua sudah', base: 1 })
      const events = await house.database.query<{ action: string; before: string; after: string }>(
        `SELECT action, before, after FROM audit_events WHERE question = 'P.lhkpn' ORDER BY action`,
      )
      const told = events.map(({ action, before, after }) => [
        action,
        ...[before, after].map(text => JSON.parse(text) as unknown),
      ])
      const prerequisite = 'LHKPN dilaporkan 100% oleh wajib lapor'
      expect(told).toEqual([
        ['fill-prerequisite', { prerequisite, value: null }, { prerequisite, value: 'Ya' }],
        ['note-prerequisite', { prerequisite, note: '' }, { prerequisite, note: 'semua sudah' }],
      ])
    })
  })
})
