import { changesOf } from '../../src/audit/audit.page'
import { paths } from '../../src/paths'
import { openActivities } from '../activities/activities-office'
import { upload } from '../evidence/satker-at-work'
import { addByForm, openOffice, type Office } from '../roster/roster-office'
import { samples } from '../storage/sample-files'
import { post, tokenIn } from '../support/house'

const AGENTS = 'A.II.1.i.a'

describe('an entry of a register', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
    await addByForm(office, 'chair')
  })
  afterEach(() => office.close())

  const question = () => paths.question(office.assessment, AGENTS)
  const offered = async (entry = office.satker.id) =>
    post(await office.browserOf('chair'), question(), paths.offeredEntry(office.assessment, AGENTS), {
      entry,
    })
  const uses = () =>
    office.house.database.query<{
      title: string
      nature: string
      claim: string
      stages: string
      name: string
    }>(
      `SELECT e.title, e.nature, u.claim, u.stages, f.name FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
         JOIN evidence_files f ON f.evidence_id = e.id WHERE u.question = $1 ORDER BY u.created_at, e.title`,
      [AGENTS],
    )
  const bring = async (fields: Record<string, string>, file?: Buffer) => {
    const chair = await office.browserOf('chair')
    const page = paths.entryEvidence(office.satker.id)
    const token = tokenIn((await chair.get(page)).text)
    const posting = chair.post(page).field('_csrf', token)
    for (const [name, value] of Object.entries(fields)) void posting.field(name, value)
    return file ? posting.attach('files', file, 'sk-agen.pdf') : posting
  }

  it('is offered to the questions it supports and proves one with a single click', async () => {
    const { text } = await office.read('chair', question())
    expect(text).toContain('Daftar agen perubahan')
    expect((await offered()).status).toBe(303)
    expect(await uses()).toEqual([
      {
        title: 'Pegawai: Daftar agen perubahan',
        nature: 'formal',
        claim: 'Agen perubahan menurut register pegawai',
        stages: '["implementation"]',
        name: 'kutipan-Daftar agen perubahan.pdf',
      },
    ])
    expect((await office.read('chair', question())).text).toContain('Sudah dipakai')
  })

  it('is not put under a question a second time until it says something else', async () => {
    await offered()
    await offered()
    expect(await uses()).toHaveLength(1)
    expect((await office.read('chair', question())).text).toContain(
      'Entri ini dan buktinya sudah ada pada pertanyaan ini.',
    )
    office.house.now = new Date(office.house.now.getTime() + 60_000)
    const added = await addByForm(office, 'chair', {
      name: 'Dewi Lestari',
      nip: '',
      leftOn: '',
      agentUntil: '',
      position: 'Pengelola',
      joinedOn: '2020-01-02',
      agentFrom: '2026-01-02',
    })
    expect(added.status).toBe(303)
    await offered()
    expect(await uses()).toHaveLength(2)
  })

  it('brings the pieces it is proven by along, each with its own nature', async () => {
    const answer = await bring({ nature: 'trace', title: 'Foto pelantikan' }, samples.pdf)
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      `${paths.roster(office.satker.id)}?keadaan=agen`,
    ])
    await offered()
    expect((await uses()).map(({ title, nature }) => [title, nature])).toEqual([
      ['Foto pelantikan', 'trace'],
      ['Pegawai: Daftar agen perubahan', 'formal'],
    ])
  })

  it('takes a piece of the shelf once, and lets it go again', async () => {
    await bring({ nature: 'formal', title: 'SK agen' }, samples.pdf)
    const piece = await office.house.database.one<{ id: string }>('SELECT id FROM evidence')
    const again = await bring({ evidence: piece!.id })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Bukti ini sudah ada pada entri ini.')
    const chair = await office.browserOf('chair')
    const release = paths.entryEvidenceRelease(office.satker.id, piece!.id)
    expect((await post(chair, paths.ownAccount(), release, {})).status).toBe(303)
    expect((await bring({ evidence: piece!.id })).status).toBe(303)
    expect(
      await office.house.database.query(
        `SELECT action FROM audit_events WHERE subject_type = 'entry' ORDER BY at, id`,
      ),
    ).toHaveLength(3)
  })

  it('tells its trail that a piece came, by no id that a person could not read', async () => {
    await bring({ nature: 'formal', title: 'SK agen' }, samples.pdf)
    const [event] = await office.house.database.query<{ before: string | null; after: string | null }>(
      `SELECT before, after FROM audit_events WHERE action = 'add-entry-evidence'`,
    )
    expect(event?.after).toContain('evidenceId')
    expect(changesOf(event?.before ?? null, event?.after ?? null)).toEqual([])
  })

  it('supports the questions that its keeper chooses', async () => {
    const chair = await office.browserOf('chair')
    const page = paths.entryQuestions(office.satker.id)
    expect((await chair.get(page)).text).toContain(`value="${AGENTS}" checked`)
    const shown = [...(await chair.get(page)).text.matchAll(/name="shown" value="([^"]+)"/g)].map(
      ([, code]) => code,
    )
    const answer = await post(chair, page, page, { shown, questions: ['A.I.1.i.b', 'A.I.1.i.a'] })
    expect(answer.status).toBe(303)
    const supports = await office.house.services.entries.supportsOf([office.satker.id])
    expect(supports.get(office.satker.id)?.questions).toEqual(['A.I.1.i.a', 'A.I.1.i.b'])
    expect((await office.read('chair', question())).text).not.toContain('Daftar agen perubahan')
    const unknown = await post(chair, page, page, { questions: 'A.IX.1' })
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('Pertanyaan ini tidak ada di instrumen.')
  })

  it('keeps what two people chose at once', async () => {
    const [chair, member] = [await office.browserOf('chair'), await office.browserOf('member')]
    const page = paths.entryQuestions(office.satker.id)
    const shown = [...(await chair.get(page)).text.matchAll(/name="shown" value="([^"]+)"/g)].map(
      ([, code]) => code,
    )
    await post(chair, page, page, { shown, questions: [...shown, 'A.I.1.i.a'] })
    await post(member, page, page, { shown, questions: [...shown.slice(1), 'A.I.1.i.b'] })
    const supports = await office.house.services.entries.supportsOf([office.satker.id])
    expect(supports.get(office.satker.id)?.questions).toEqual(
      [...shown.slice(1), 'A.I.1.i.a', 'A.I.1.i.b'].sort(),
    )
  })

  it('stands in a list of all that can prove a question, which is searched', async () => {
    const all = paths.offeredEntry(office.assessment, AGENTS)
    expect((await office.read('chair', all)).text).toContain('Daftar agen perubahan')
    expect((await office.read('chair', `${all}?cari=AGEN`)).text).toContain('1 entri')
    expect((await office.read('chair', `${all}?cari=lain`)).text).toContain('Tidak ada entri yang cocok.')
    expect((await office.read('stranger', all)).status).toBe(403)
    expect((await office.read('neighbour', all)).status).toBe(404)
  })

  it('names nobody in its excerpt, which stays for good', async () => {
    const source = office.house.services.registerSources.roster!
    const paper = await source.document(await office.actor('chair'), office.satker.id)
    expect(JSON.stringify(paper)).toContain('Analis Keimigrasian')
    expect(JSON.stringify(paper)).not.toContain('Bagas')
  })

  it('is shown to nobody outside the reach and kept by none who only read', async () => {
    const entry = office.satker.id
    const [evidence, questions] = [paths.entryEvidence(entry), paths.entryQuestions(entry)]
    const allowed = async (who: Parameters<Office['read']>[0]) =>
      Promise.all([evidence, questions].map(async address => (await office.read(who, address)).status))
    expect(await allowed('member')).toEqual([200, 200])
    expect(await allowed('head')).toEqual([403, 200])
    expect(await allowed('kanwil')).toEqual([403, 403])
    expect(await allowed('neighbour')).toEqual([404, 404])
    const neighbour = await office.browserOf('neighbour')
    const answer = await post(neighbour, paths.ownAccount(), paths.offeredEntry(office.assessment, AGENTS), {
      entry,
    })
    expect(answer.status).toBe(404)
    expect(await uses()).toEqual([])
  })

  it('stands in the hub of its satker with what its register counts', async () => {
    const { text } = await office.read('kanwil', paths.registers(office.satker.id))
    expect(text).toContain('1 pegawai, 1 di garis depan')
    expect((await office.read('stranger', paths.registers(office.satker.id))).status).toBe(404)
  })
})

describe('the pieces of an entry', () => {
  it('are named but not linked for whoever reads the register and not the shelf', async () => {
    const office = await openActivities()
    const id = await office.hold()
    const bringing = paths.entryEvidence(id)
    const brought = { fields: { title: 'Notula rapat' }, files: [[samples.pdf, 'notula.pdf']] as const }
    expect((await upload(await office.browserOf('chair'), bringing, brought)).status).toBe(303)
    const piece = await office.house.database.one<{ id: string }>('SELECT id FROM evidence')
    const link = `href="${paths.evidence(piece!.id)}"`
    expect((await office.read('kanwil', paths.activity(id))).text).toContain(link)
    const { text } = await office.read('admin', paths.activity(id))
    expect(text).toContain('Notula rapat')
    expect(text).not.toContain(link)
    expect((await office.read('admin', paths.evidence(piece!.id))).status).toBe(404)
    expect((await office.read('chair', paths.activity(id))).text).toContain(bringing)
    const head = (await office.read('head', paths.activity(id))).text
    expect(head).toContain(paths.entryEvidenceRelease(id, piece!.id))
    expect(head).not.toContain(`href="${bringing}"`)
    await office.close()
  })
})
