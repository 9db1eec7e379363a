import { newId } from '../../src/db/ids'
import { Note } from '../../src/notes/note.entity'
import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { addAssessment, addPerson, addSatker, PASSWORD } from '../support/cast'
import { signedIn } from '../support/house'
import { nextCycle, noting, QUESTION } from './noted'

describe('the notes of an assessment', () => {
  let inspection: Inspection
  let act: ReturnType<typeof noting>
  beforeEach(async () => {
    inspection = await openInspection()
    act = noting(inspection)
  })
  afterEach(() => inspection.close())

  const titles = (html: string) =>
    [...html.matchAll(/<tr class="top"><th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1])
  const counts = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/>([A-Z][a-z ]+) <span class="n">(\d+)</g)].map(([, label, count]) => [
        label,
        Number(count),
      ]),
    )
  const list = async (
    query = '',
    who: 'chair' | 'member' | 'companion' = 'chair',
    id = inspection.assessment,
  ) => (await act.read(who, `${paths.assessmentNotes(id)}${query}`)).text

  /** One note in every state, due on the days of a week. */
  async function oneOfEach() {
    const note = (text: string, dueOn: string, more: object = {}) =>
      act.write('member', { text, dueOn, ...more })
    const ids = {
      open: await note('Terbuka saja', '2026-03-14', { severity: 'ringan', about: 'whole:' }),
      replied: await note('Sudah ditanggapi', '2026-03-13', { about: 'area:2', severity: 'berat' }),
      returned: await note('Dikembalikan lagi', '2026-03-15', { about: 'area:5' }),
      verified: await note('Sudah diverifikasi', '2026-03-12'),
      withdrawn: await note('Keliru', '2026-03-12'),
    }
    for (const id of [ids.replied, ids.returned, ids.verified]) await act.reply('chair', id)
    await act.giveBack('member', ids.returned)
    await act.verify('member', ids.verified)
    await act.withdraw('member', ids.withdrawn)
    return ids
  }

  it('are the open ones by their due day, with how many there are of each kind', async () => {
    await oneOfEach()
    const html = await list()
    expect(titles(html)).toEqual(['Sudah ditanggapi', 'Terbuka saja', 'Dikembalikan lagi'])
    expect(counts(html)).toEqual({
      'Belum selesai': 3,
      'Lewat tenggat': 0,
      'Menunggu verifikasi': 1,
      'Dari siklus lalu': 0,
      Diverifikasi: 1,
      Ditarik: 1,
      Semua: 4,
    })
    expect(html).toContain('3 catatan belum selesai.')
  })

  it.each([
    ['?keadaan=ditanggapi', ['Sudah ditanggapi']],
    ['?keadaan=diverifikasi', ['Sudah diverifikasi']],
    ['?keadaan=ditarik', ['Keliru']],
    ['?keadaan=semua&tingkat=berat', ['Sudah ditanggapi']],
    ['?area=5', ['Dikembalikan lagi']],
    ['?cari=terbuka', ['Terbuka saja']],
    [`?keadaan=semua&cari=${QUESTION}`, ['Sudah diverifikasi']],
    ['?urut=-tenggat', ['Dikembalikan lagi', 'Terbuka saja', 'Sudah ditanggapi']],
    ['?urut=area', ['Terbuka saja', 'Sudah ditanggapi', 'Dikembalikan lagi']],
    ['?urut=tingkat', ['Sudah ditanggapi', 'Dikembalikan lagi', 'Terbuka saja']],
    ['?cari=zzz', []],
    ['?cari=%25', []],
    ['?keadaan=apa&urut=apa&hal=x', ['Sudah ditanggapi', 'Terbuka saja', 'Dikembalikan lagi']],
  ])('are filtered and sorted by the address: %s', async (query, expected) => {
    await oneOfEach()
    expect(titles(await list(query))).toEqual(expected)
  })

  it('count as overdue what waits for the satker after its day', async () => {
    await oneOfEach()
    const { house, people } = inspection
    house.now = new Date('2026-03-20T03:00:00.000Z')
    const chair = await signedIn(house, people.chair.login, PASSWORD)
    const html = (await chair.get(`${paths.assessmentNotes(inspection.assessment)}?keadaan=lewat`)).text
    expect(titles(html)).toEqual(['Terbuka saja', 'Dikembalikan lagi'])
    expect(html).toContain('3 catatan belum selesai, 2 di antaranya lewat tenggat.')
    const home = (await chair.get(paths.assessment(inspection.assessment))).text
    expect(home).toMatch(/Catatan belum selesai<\/a><\/dt><dd><span class="st st-bad">/)
    expect(home).toContain('2 lewat tenggat.')
  })

  it('go on into the next cycle while they are open, and stay there once they are settled', async () => {
    const ids = await oneOfEach()
    const next = await nextCycle(inspection)
    const carried = ['Sudah ditanggapi', 'Terbuka saja', 'Dikembalikan lagi']
    const html = await list('', 'chair', next.id)
    expect(titles(html)).toEqual(carried)
    expect(html.match(/Dari siklus 2026/g)).toHaveLength(3)
    expect(counts(html)).toMatchObject({ 'Dari siklus lalu': 3, Diverifikasi: 0 })
    expect(titles(await list('?asal=lalu', 'chair', next.id))).toEqual(carried)
    inspection.house.now = new Date('2026-03-12T04:00:00.000Z')
    await act.verify('member', ids.replied)
    expect(titles(await list('?keadaan=diverifikasi', 'chair', next.id))).toEqual(['Sudah ditanggapi'])
    expect(titles(await list('?keadaan=diverifikasi'))).toEqual(['Sudah diverifikasi', 'Sudah ditanggapi'])
    const rows = await inspection.house.database.query('SELECT id FROM notes')
    expect(rows).toHaveLength(5)
  })

  it('are marked as recurring where the same question was noted in the cycle before', async () => {
    const first = await act.write('companion', { text: 'Tahun pertama' })
    const next = await nextCycle(inspection)
    const { notes } = inspection.house.services
    const companion = await inspection.actor('companion')
    const write = async (about: string, text: string, seen: Awaited<ReturnType<typeof next.seen>>) =>
      notes.write(companion, seen, { about, text, severity: 'ringan', dueOn: '2026-04-30', owner: '' })
    const again = await write(`question:${QUESTION}`, 'Tahun kedua', await next.seen(companion))
    await write('question:A.I.1.i.b', 'Pertanyaan lain', await next.seen(companion))
    await write('area:1', 'Area yang sama', await next.seen(companion))
    const recurring = (html: string) =>
      [
        ...html.matchAll(
          /<a href="[^"]+">([^<]+)<\/a><span class="step-where">[^<]*(?:<span class="tag">(?!Berulang)[^<]*<\/span>)*\s*<span class="tag">Berulang/g,
        ),
      ].map(match => match[1])
    expect(recurring(await list('', 'chair', next.id))).toEqual(['Tahun kedua'])
    const page = (await act.read('chair', paths.note(again))).text
    expect(page).toContain('Pertanyaan ini pada siklus lalu')
    expect(page).toContain(`href="${paths.note(first)}"`)
    // A year without a note in between.
    const later = await nextCycle(inspection, 2029)
    await nextCycle(inspection, 2028)
    await write(`question:${QUESTION}`, 'Tahun keempat', await later.seen(companion))
    expect(recurring(await list('', 'chair', later.id))).toEqual(['Tahun kedua'])
    await act.withdraw('companion', first)
    expect(recurring(await list('', 'chair', next.id))).toEqual([])
  })

  it('offer to write one to those who may', async () => {
    for (const [who, may] of [
      ['member', true],
      ['companion', true],
      ['chair', false],
    ] as const)
      expect([who, (await list('', who)).includes(paths.newNote(inspection.assessment))]).toEqual([who, may])
    const { text } = await act.read(
      'member',
      `${paths.newNote(inspection.assessment)}?pertanyaan=${QUESTION}`,
    )
    expect(text).toMatch(new RegExp(`<option value="question:${QUESTION}" selected>`))
  })

  it('are told at their question, to the satker and on the desk of the evaluator', async () => {
    const { evaluations } = inspection.house.services
    await evaluations.begin(await inspection.actor('member'), await inspection.seen('member'))
    const question = paths.question(inspection.assessment, QUESTION)
    const desk = paths.evaluationQuestion(inspection.assessment, QUESTION)
    expect((await act.read('chair', question)).text).not.toContain('belum selesai')
    const id = await act.write('member')
    await act.write('member', { about: 'question:A.I.1.i.b' })
    for (const [who, address] of [
      ['chair', question],
      ['member', desk],
    ] as const) {
      const { text } = await act.read(who, address)
      expect(text).toContain('1 catatan, 1 belum selesai')
      expect(text).toContain(`${paths.assessmentNotes(inspection.assessment)}?keadaan=semua&cari=${QUESTION}`)
    }
    expect((await act.read('member', desk)).text).toContain(
      `${paths.newNote(inspection.assessment)}?pertanyaan=${QUESTION}`,
    )
    await act.reply('chair', id)
    await act.verify('member', id)
    expect((await act.read('chair', question)).text).toContain('1 catatan, semua selesai')
  })

  it('count in the queue of the evaluator as replies that wait', async () => {
    const queue = async (who: 'member' | 'lead') => (await act.read(who, paths.evaluationQueue())).text
    expect(await queue('member')).toContain('data-l="Tanggapan">0<')
    const own = await act.write('member')
    const helped = await act.write('companion')
    for (const id of [own, helped]) await act.reply('chair', id)
    for (const who of ['member', 'lead'] as const)
      expect(await queue(who)).toMatch(/data-l="Tanggapan"><a href="[^"]+\/catatan\?keadaan=ditanggapi">1</)
    await act.verify('lead', own)
    expect(await queue('member')).toContain('data-l="Tanggapan">0<')
  })
})

describe('the notes over many units', () => {
  let inspection: Inspection
  let act: ReturnType<typeof noting>
  let other: string
  beforeAll(async () => {
    inspection = await openInspection()
    act = noting(inspection)
    const { house, kanwil, cycle } = inspection
    const unit = await addSatker(house, 'AAA Lapas', kanwil)
    other = (await addAssessment(house, unit, cycle)).id
    await act.write('member', { text: 'Pada imigrasi', dueOn: '2026-04-01' })
    const companion = await inspection.actor('companion')
    const seen = await house.services.assessments.visibleTo(companion).get(other)
    const note = {
      text: 'Pada lapas',
      severity: 'berat',
      dueOn: '2026-04-02',
      owner: '',
      about: 'area:4',
    } as const
    await house.services.notes.write(companion, seen, note)
  })
  afterAll(() => inspection.close())

  const titles = (html: string) =>
    [...html.matchAll(/<tr class="top"><th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1])
  const list = async (who: Parameters<typeof act.read>[0], query = '') =>
    (await act.read(who, `${paths.notes()}${query}`)).text

  it('are those of the units that somebody sees', async () => {
    for (const who of ['companion', 'admin'] as const)
      expect(titles(await list(who))).toEqual(['Pada imigrasi', 'Pada lapas'])
    expect(titles(await list('member'))).toEqual(['Pada imigrasi'])
    expect(titles(await list('outsider'))).toEqual([])
    expect(await list('companion')).toContain('<a href="/catatan" aria-current="page">Catatan</a>')
  })

  it('are sorted by unit, area and due day, and found by the name of the unit', async () => {
    expect(titles(await list('companion', '?urut=satker'))).toEqual(['Pada lapas', 'Pada imigrasi'])
    expect(titles(await list('companion', '?urut=-area'))).toEqual(['Pada lapas', 'Pada imigrasi'])
    expect(titles(await list('companion', '?cari=aaa%20lapas'))).toEqual(['Pada lapas'])
    expect(titles(await list('companion', '?area=1'))).toEqual(['Pada imigrasi'])
  })

  it('are fifty to a page of a thousand, asked for in as many statements as two', async () => {
    const { house } = inspection
    const count = async (who: 'companion' | 'chair', address: string) => {
      await act.read(who, address)
      house.statements.length = 0
      const { text } = await act.read(who, address)
      return { statements: house.statements.length, rows: titles(text).length, text }
    }
    const addresses = [
      ['companion', paths.notes()],
      ['chair', paths.assessmentNotes(inspection.assessment)],
    ] as const
    const before = []
    for (const [who, address] of addresses) before.push((await count(who, address)).statements)
    const writer = inspection.people.member.id
    await house.database.inTransaction(() =>
      house.database.insert(
        Note,
        Array.from({ length: 1_000 }, (_, place) => ({
          id: newId(),
          assessmentId: place % 2 ? other : inspection.assessment,
          origin: 'evaluation' as const,
          scope: 'question' as const,
          place: QUESTION,
          part: '1',
          text: `Catatan ke-${place}`,
          severity: 'ringan' as const,
          dueOn: '2026-05-01',
          ownerId: null,
          state: 'terbuka' as const,
          version: 1,
          writtenBy: writer,
          writtenAt: '2026-03-01T00:00:00.000Z',
          settledAt: null,
        })),
      ),
    )
    const [all, own] = [await count('companion', paths.notes()), await count('chair', addresses[1][1])]
    expect([all.rows, own.rows]).toEqual([50, 50])
    expect([all.statements, own.statements]).toEqual(before)
    expect(all.text).toContain('1.002 catatan belum selesai.')
    expect(await list('companion', '?hal=21')).toContain('1.001–1.002 dari 1.002')
    const whole = await count('companion', `${paths.notes()}?hal=semua`)
    expect([whole.rows, whole.statements]).toEqual([1_000, before[0]])
  })

  it('are printed whole as they are filtered, and no more than a thousand', async () => {
    const first = await list('companion', '?urut=-satker')
    expect(first).toContain(`href="${paths.notes()}?urut=-satker&hal=semua">Cetak 1.000 catatan pertama</a>`)
    const printed = await list('companion', '?urut=-satker&hal=semua')
    expect(printed).toContain('1.000 pertama dari 1.002 catatan belum selesai')
    expect(printed).not.toContain('Halaman daftar')
    expect(printed).toContain(`href="${paths.notes()}?urut=-satker">Kembali ke daftar per halaman</a>`)
    const own = await act.read('chair', `${paths.assessmentNotes(inspection.assessment)}?hal=semua`)
    expect(titles(own.text)).toHaveLength(501)
    expect(own.text).toContain('501 catatan belum selesai')
    expect(await list('companion', '?cari=Pada')).not.toContain('hal=semua')
    const long = `${'Notulen rapat belum bertanda tangan. '.repeat(6)}Itu kata terakhirnya.`
    await act.write('member', { text: long })
    expect(await list('companion', '?cari=Notulen')).not.toContain('Itu kata terakhirnya.')
    expect(await list('companion', '?cari=Notulen&hal=semua')).toContain('Itu kata terakhirnya.')
  })

  it('are also read by who watches the region, and written by nobody of them', async () => {
    const { house, kanwil } = inspection
    const viewer = await addPerson(house, 'Galih Pranawa', 'kanwil-viewer', kanwil)
    const agent = await signedIn(house, viewer.login, PASSWORD)
    expect((await agent.get(paths.notes())).status).toBe(200)
    expect((await agent.get(paths.assessmentNotes(other))).text).not.toContain('Tulis catatan')
    expect((await agent.get(paths.newNote(other))).status).toBe(403)
  })
})
