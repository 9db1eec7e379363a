import { Assessment } from '../../src/assessments/assessment.entity'
import { Attestation } from '../../src/attestations/attestation.entity'
import { newId } from '../../src/db/ids'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Unit,
} from '../support/cast'
import { openHouse, signedIn, type House } from '../support/house'
import { answer, answerAll, type Opened } from './filled'

/** The text of a page without its markup. */
const words = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the first page of everybody', () => {
  let house: House
  let ministry: Unit
  let kanwil: Unit
  let satker: Unit
  let instrument: string
  let cycle: string
  let opened: Opened

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    kanwil = await addSatker(house, 'Kanwil Nusa Timur', ministry, { level: 'kanwil' })
    satker = await addSatker(house, 'Kanim Tanjung Kirana', kanwil)
    instrument = await loadInstrument(house)
    cycle = await addCycle(house, instrument)
    opened = await addAssessment(house, satker, cycle)
  })
  afterEach(() => house.close())

  const enter = async (name: string, role: Parameters<typeof addPerson>[2], at: Unit, more = {}) =>
    signedIn(house, (await addPerson(house, name, role, at, more)).login, PASSWORD)

  it('is the assessment for who works in one satker, the list for who watches, the accounts for who keeps them', async () => {
    const chair = await enter('Sari Puspadewi', 'chair', satker)
    expect((await chair.get('/')).headers['location']).toBe(`/penilaian/${opened.id}`)
    const viewer = await enter('Wira Lesmana', 'kanwil-viewer', kanwil)
    expect((await viewer.get('/')).headers['location']).toBe('/penilaian')
    const keeper = await enter('Dewi Larasanti', 'satker-admin', satker)
    expect((await keeper.get('/')).headers['location']).toBe('/pengguna')
  })

  it('says so honestly when there is no assessment yet', async () => {
    const fresh = await addSatker(house, 'Rutan Baru', kanwil)
    const head = await enter('Galih Pranawa', 'head', fresh)
    const page = await head.get('/')
    expect(page.status).toBe(200)
    expect(words(page.text)).toContain('Belum ada penilaian untuk satker Anda.')
  })

  it('lets a person of two satker choose, and leads to the newest year of each', async () => {
    const other = await addSatker(house, 'Rutan Teluk Sari', kanwil)
    await addAssessment(house, other, await addCycle(house, instrument, 2025))
    const newest = await addAssessment(house, other, cycle)
    const head = await addPerson(house, 'Galih Pranawa', 'head', satker)
    await house.database.inTransaction(() =>
      house.database.writing().query(
        `INSERT INTO memberships (id, user_id, satker_id, role, acting, valid_from, created_at)
         SELECT $1, user_id, $2, role, acting, valid_from, created_at FROM memberships WHERE user_id = $3`,
        [newId(), other.id, head.id],
      ),
    )
    const page = await (await signedIn(house, head.login, PASSWORD)).get('/')
    expect(page.text).toContain(`href="/penilaian/${opened.id}"`)
    expect(page.text).toContain(`href="/penilaian/${newest.id}"`)
    expect(words(page.text)).not.toContain('Siklus 2025')
  })

  it('does not exist for another kanwil, another satker and a stranger', async () => {
    const foreign = await addSatker(house, 'Kanwil Nusa Barat', ministry, { level: 'kanwil' })
    const viewer = await enter('Nadia Rahmi', 'kanwil-viewer', foreign)
    const neighbour = await enter('Bima Satria', 'chair', await addSatker(house, 'Lapas Muara', kanwil))
    for (const path of ['', '/kurang', '/prasyarat', '/jejak']) {
      expect((await viewer.get(`/penilaian/${opened.id}${path}`)).status).toBe(404)
      expect((await neighbour.get(`/penilaian/${opened.id}${path}`)).status).toBe(404)
    }
  })

  it('shows what is claimed beside what is proven, in every case, in words', async () => {
    const sari = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    const agent = await signedIn(house, sari.login, PASSWORD)
    const home = async () => words((await agent.get(`/penilaian/${opened.id}`)).text)
    expect(await home()).toContain('Belum ada pertanyaan yang dijawab')
    expect(await home()).toContain('Mulai mengisi lembar kerja')

    await answerAll(house, opened, sari.id, { proven: () => false })
    const claimed = await home()
    expect(claimed).toContain('Yang terbukti belum mencapai ambang WBK')
    expect(claimed).toContain('100,00 poin sudah diklaim tetapi buktinya belum lengkap.')
    expect(claimed).toContain('Ambang WBK: 0 dari 12 terpenuhi')
    expect(claimed).toContain('Nilai total belum terpenuhi. Terbukti 0,00 dari ambang 75,00, kurang 75,00 .')
    expect(claimed).toContain('Jawaban 113 dari 113')
    expect(claimed).toContain('Jawaban dengan bukti 0 dari 113')
  })

  it('says when all is proven, and sends the chair to the head and the head to the attesting and the submission', async () => {
    const sari = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    await answerAll(house, opened, sari.id)
    const chair = await (await signedIn(house, sari.login, PASSWORD)).get(`/penilaian/${opened.id}`)
    expect(words(chair.text)).toContain('Semua ambang WBK tercapai dan terbukti')
    expect(words(chair.text)).toContain('Siap diperiksa kepala satker')
    expect(words(chair.text)).toContain('Prasyarat di luar nilai 0 dari 7')
    const head = await enter('Galih Pranawa', 'head', satker)
    expect(words((await head.get(`/penilaian/${opened.id}`)).text)).toContain(
      'Periksa dan sahkan 7 dari 7 bagian',
    )
    await house.database.inTransaction(() =>
      house.database.insert(
        Attestation,
        ['1', '2', '3', '4', '5', '6', 'B'].map(part => ({
          id: newId(),
          assessmentId: opened.id,
          round: 1,
          part,
          outcome: 'attested' as const,
          acting: false,
          createdBy: sari.id,
          createdAt: '2026-03-01T00:00:00.000Z',
        })),
      ),
    )
    const ready = await head.get(`/penilaian/${opened.id}`)
    expect(words(ready.text)).toContain('Bagian disahkan kepala satker 7 dari 7')
    expect(ready.text).toContain(`class="btn btn-primary" href="/penilaian/${opened.id}/pengajuan"`)
  })

  it('puts contradictory inputs before everything else', async () => {
    await answer(house, opened, {
      'A.I.1.i.a': { option: 'Ya' },
      'A.II.1.i.b': { inputs: { changes: '2', integrated: '5' } },
    })
    const page = await (await enter('Sari Puspadewi', 'chair', satker)).get(`/penilaian/${opened.id}`)
    expect(words(page.text)).toContain('Betulkan 1 jawaban yang bertentangan')
    expect(words(page.text)).toContain('Jawaban bertentangan 1')
    expect(page.text).toContain(`href="/penilaian/${opened.id}/pertanyaan/A.II.1.i.b"`)
  })

  it('gives a member the first step of the own parts', async () => {
    await answer(house, opened, { 'A.I.5.i.a': { option: 'A' } })
    const page = await (
      await enter('Rahma Setyorini', 'member', satker, { parts: '5' })
    ).get(`/penilaian/${opened.id}`)
    expect(words(page.text)).toMatch(/Langkah berikutnya .*Penguatan Pengawasan · /)
  })

  it('tells a member of a contradiction in the own parts only', async () => {
    await answer(house, opened, {
      'A.II.1.i.b': { inputs: { changes: '2', integrated: '5' } },
      'A.I.3.i.a': { option: 'Ya' },
    })
    const home = async (name: string, part: string) =>
      words(
        (await (await enter(name, 'member', satker, { parts: part })).get(`/penilaian/${opened.id}`)).text,
      )
    expect(await home('Maya Kirana', '3')).toMatch(/Langkah berikutnya .*Penataan Sistem Manajemen SDM/)
    expect(await home('Arif Setyabudi', '2')).toContain('Mulai mengisi bagian Anda')
    expect(await home('Bagas Hendrawan', '1')).toContain('Betulkan 1 jawaban yang bertentangan')
  })

  it('gives a member first what was assigned to them by name', async () => {
    await answer(house, opened, { 'A.I.5.i.a': { option: 'A' } })
    const rahma = await addPerson(house, 'Rahma Setyorini', 'member', satker, { parts: '5' })
    const agent = await signedIn(house, rahma.login, PASSWORD)
    const next = async () => (await agent.get(`/penilaian/${opened.id}`)).text.split('id="h-next"')[1] ?? ''
    const stepOf = (html: string) => /pertanyaan\/(A[\w.]+)/.exec(html)?.[1] ?? ''
    const first = stepOf(await next())
    const steps = [
      ...(await agent.get(`/penilaian/${opened.id}/kurang`)).text.matchAll(
        /name="langkah" value="([\w.]+)"/g,
      ),
    ]
      .map(match => match[1] ?? '')
      .filter(code => /^A\.I{1,2}\.5\./.test(code))
    const last = steps.at(-1) ?? ''
    expect(last).not.toBe(first)
    await house.database.inTransaction(() =>
      house.database
        .writing()
        .query(
          'INSERT INTO assignments (assessment_id, question, user_id, assigned_at) VALUES ($1, $2, $3, $4)',
          [opened.id, last, rahma.id, house.now.toISOString()],
        ),
    )
    expect(stepOf(await next())).toBe(last)
  })

  it("carries the head's remark to whoever fills in the part, and on the page of the part", async () => {
    await answer(house, opened, { 'A.I.1.i.a': { option: 'Ya' }, 'A.I.2.i.a': { option: 'A' } })
    const head = await addPerson(house, 'Galih Pranawa', 'head', satker)
    const remark = 'Lampirkan daftar hadir rapat Februari.'
    await house.database.inTransaction(() =>
      house.database.insert(Attestation, [
        {
          id: newId(),
          assessmentId: opened.id,
          round: 1,
          part: '1',
          outcome: 'returned' as const,
          remark,
          acting: false,
          createdBy: head.id,
          createdAt: '2026-03-01T00:00:00.000Z',
        },
      ]),
    )
    const member = await enter('Bagas Hendrawan', 'member', satker, { parts: '1' })
    const home = words((await member.get(`/penilaian/${opened.id}`)).text)
    expect(home).toContain(`mengembalikan Area 1 Manajemen Perubahan “${remark}”`)
    expect(words((await member.get(`/penilaian/${opened.id}/lke/1`)).text)).toContain(remark)
    expect(words((await member.get(`/penilaian/${opened.id}/lke/2`)).text)).not.toContain(remark)
    const other = await enter('Arif Setyabudi', 'member', satker, { parts: '2' })
    expect(words((await other.get(`/penilaian/${opened.id}`)).text)).not.toContain(remark)
  })

  it('leads with what is proven where the claim fails too', async () => {
    const agent = await enter('Sari Puspadewi', 'chair', satker)
    await answer(house, opened, { 'A.I.1.i.a': { option: 'Ya' } })
    const home = words((await agent.get(`/penilaian/${opened.id}`)).text)
    expect(home).toContain('Yang terbukti belum mencapai ambang WBK')
    expect(home).toContain('12 ambang gagal pada nilai terbukti, 12 di antaranya juga pada nilai diklaim.')
    expect(home).toContain(
      'Nilai total belum terpenuhi. Terbukti 0,00 dari ambang 75,00, kurang 75,00 . Yang diklaim pun kurang 74,75.',
    )
    expect(home).toContain(
      'Area 2 Penataan Tatalaksana belum terpenuhi. Terbukti 0,00 dari ambang 4,20, kurang 4,20 . Area',
    )
  })

  it('counts the days to the end of the last day where the satker is', async () => {
    const east = await addSatker(house, 'Kanim Ujung Timur', kanwil, { timeZone: 'Asia/Jayapura' })
    const far = await addAssessment(house, east, cycle)
    const home = async (name: string, unit: Unit, id: string, now: string) => {
      house.now = new Date(now)
      const agent = await enter(name, 'chair', unit)
      return words((await agent.get(`/penilaian/${id}`)).text)
    }
    const wib = (name: string, now: string) => home(name, satker, opened.id, now)
    const wit = (name: string, now: string) => home(name, east, far.id, now)
    const last = 'Hari terakhir sampai 30 Juni 2026'
    const over = 'Batas pengisian 30 Juni 2026 sudah lewat.'
    // 23.59.59 in WIT is 14.59.59 UTC, in WIB 16.59.59 UTC.
    expect(await wit('Yosua Rumbiak', '2026-06-30T14:59:59.000Z')).toContain(last)
    expect(await wit('Marthen Kogoya', '2026-06-30T15:00:00.000Z')).toContain(over)
    expect(await wib('Sari Puspadewi', '2026-06-30T15:00:00.000Z')).toContain(last)
    expect(await wib('Bagas Hendrawan', '2026-06-30T17:00:00.000Z')).toContain(over)
  })

  it('asks the database the same number of times for an empty worksheet, a full one and a second year', async () => {
    const sari = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    const agent = await signedIn(house, sari.login, PASSWORD)
    const count = async () => {
      house.statements.length = 0
      expect((await agent.get(`/penilaian/${opened.id}`)).status).toBe(200)
      return house.statements.length
    }
    const empty = await count()
    await answerAll(house, opened, sari.id)
    const last = await addAssessment(house, satker, await addCycle(house, instrument, 2025))
    expect(await count()).toBe(empty)
    expect(empty).toBeLessThanOrEqual(9)
    const page = await agent.get(`/penilaian/${opened.id}`)
    expect(page.text).toContain(`href="/penilaian/${last.id}"`)
    expect((await agent.get(`/penilaian/${last.id}`)).status).toBe(200)
  })

  it('is for reading once it was submitted', async () => {
    await house.database.inTransaction(async () => {
      await house.database.writing().update(Assessment, { id: opened.id }, { stage: 'diajukan' })
    })
    const page = await (await enter('Sari Puspadewi', 'chair', satker)).get(`/penilaian/${opened.id}`)
    expect(words(page.text)).toContain('Menunggu evaluasi dimulai')
    expect(words(page.text)).toContain('Penilaian ini sudah diajukan')
    expect(words(page.text)).toContain('Isi yang diajukan')
    expect(words(page.text)).not.toContain('Sebelum diajukan')
    expect(page.text).not.toContain('Lihat pengajuan')
    const head = await (await enter('Hendra Wiguna', 'head', satker)).get(`/penilaian/${opened.id}`)
    expect(head.text).toContain(`href="/penilaian/${opened.id}/pengajuan">Lihat pengajuan`)
  })

  it('leads to the result once there is one', async () => {
    await house.database.inTransaction(async () => {
      await house.database.writing().update(Assessment, { id: opened.id }, { stage: 'dinilai' })
    })
    const { text } = await (await enter('Sari Puspadewi', 'chair', satker)).get(`/penilaian/${opened.id}`)
    expect(text).toContain(`href="/penilaian/${opened.id}/hasil">Lihat hasil`)
    expect(text).toContain('Lihat laporan kesiapan')
  })
})
