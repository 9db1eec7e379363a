import { paths } from '../../src/paths'
import { RosterEntries } from '../../src/roster/roster-entries'
import { upload, type Upload } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { post } from '../support/house'
import { openOffice, TASK, TODAY, type Office, type Who } from './agreement-office'

const TEAM = 'A.I.1.i.a'
const PAPER = {
  fields: { nature: 'formal', title: 'Naskah PKS' },
  files: [[samples.pdf, 'pks.pdf']] as const,
}
const KEEPERS = [
  ['companion', 'kanwil', 'pendamping'],
  ['centre', 'ministry', 'centre-admin'],
  ['admin', 'satker', 'satker-admin'],
  ['head', 'satker', 'head'],
] as const

describe('the papers of an agreement', () => {
  let office: Office
  beforeEach(async () => void (office = await openOffice()))
  afterEach(() => office.close())

  const bring = async (who: Who, entry: string, given: Upload = PAPER) =>
    upload(await office.browserOf(who), paths.ownAccount(), given, {
      action: paths.entryEvidence(entry),
      usual: false,
    })
  const send = async (who: Who, action: string, fields: Record<string, unknown> = {}) =>
    post(await office.browserOf(who), paths.ownAccount(), action, fields)
  const status = async (who: Who, address: string) => (await office.read(who, address)).status
  const pieces = () =>
    office.house.database.query<{ id: string; title: string; access: string; file: string }>(
      `SELECT e.id, e.title, e.access, f.id AS file FROM evidence e
         JOIN evidence_files f ON f.evidence_id = e.id AND f.replaced_at IS NULL ORDER BY e.created_at, e.id, f.id`,
    )
  const piece = async () => (await pieces())[0]!
  const on = async (entry: string) =>
    (
      await office.house.database.query<{ id: string }>(
        'SELECT evidence_id AS id FROM entry_evidence WHERE entry_id = $1',
        [entry],
      )
    ).map(({ id }) => id)
  const shelve = async (title: string) => {
    const page = paths.newEvidence(office.units.satker.id)
    await upload(await office.browserOf('chair'), page, { ...PAPER, fields: { nature: 'formal', title } })
    return (await pieces()).find(one => one.title === title)!
  }

  it.each(KEEPERS)('are brought by the %s of the %s, and open', async (who, unit, role) => {
    const id = await office.keep({ satkerId: office.units[unit].id })
    expect((await office.read(who, paths.cooperation(id))).text).toContain(paths.entryEvidence(id))
    expect(await status(who, paths.entryEvidence(id))).toBe(200)
    const answer = await bring(who, id)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.cooperation(id)])
    const { id: paper, file } = await piece()
    expect((await office.read(who, paths.cooperation(id))).text).toContain(
      `href="${paths.evidence(paper)}">Naskah PKS`,
    )
    expect((await office.read(who, paths.evidence(paper))).text).toContain('pks.pdf')
    const opened = await (await office.browserOf(who)).get(paths.evidenceFile(file))
    expect([opened.status, opened.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(
      await office.house.database.query(
        `SELECT action, role, satker_id AS satker FROM audit_events
          WHERE action IN ('add-evidence', 'add-entry-evidence') ORDER BY action DESC`,
      ),
    ).toEqual([
      { action: 'add-evidence', role, satker: office.units[unit].id },
      { action: 'add-entry-evidence', role, satker: office.units[unit].id },
    ])
  })

  it('are not there for another kanwil, and only read from above', async () => {
    const id = await office.keep({ satkerId: office.units.kanwil.id })
    await bring('companion', id)
    const { id: paper, file } = await piece()
    const places = [
      paths.cooperation(id),
      paths.entryEvidence(id),
      paths.evidence(paper),
      paths.evidenceFile(file),
    ]
    for (const place of places) expect([place, await status('outsider', place)]).toEqual([place, 404])
    expect((await bring('outsider', id)).status).toBe(404)
    expect((await send('outsider', paths.entryEvidenceRelease(id, paper))).status).toBe(404)
    expect(await status('centre', paths.evidence(paper))).toBe(200)
    expect((await bring('centre', id)).status).toBe(403)
    expect((await send('centre', paths.entryEvidenceRelease(id, paper))).status).toBe(403)
    expect(await on(id)).toEqual([paper])
  })

  it('of a unit below are not brought by whoever only reads it', async () => {
    const id = await office.keep({}, [['2026-03-31', null]])
    expect((await office.read('companion', paths.cooperation(id))).text).not.toContain(
      paths.entryEvidence(id),
    )
    expect(await status('companion', paths.entryEvidence(id))).toBe(403)
    expect((await bring('companion', id)).status).toBe(403)
    expect((await bring('viewer', id)).status).toBe(403)
    expect(await pieces()).toEqual([])
  })

  it('give no way to another register, or to the shelf', async () => {
    const { kanwil, satker } = office.units
    const { database, services } = office.house
    const roster = new RosterEntries(services.entries, services.instruments)
    for (const [who, unit] of [
      ['companion', kanwil],
      ['admin', satker],
    ] as const) {
      await database.inTransaction(() => roster.keep(unit.id))
      expect(await status(who, paths.entryEvidence(unit.id))).toBe(403)
      expect((await bring(who, unit.id)).status).toBe(403)
      expect(await status(who, paths.newEvidence(unit.id))).toBe(403)
      expect(await status(who, paths.entryQuestions(unit.id))).toBe(403)
    }
    expect(await status('admin', paths.evidenceShelf(satker.id))).toBe(403)
    expect(await pieces()).toEqual([])
  })

  it('show an administrator of the satker nothing else of its shelf', async () => {
    const id = await office.keep()
    const hidden = await shelve('Kajian internal')
    for (const place of [paths.evidence(hidden.id), paths.evidenceFile(hidden.file)])
      expect([place, await status('admin', place)]).toEqual([place, 404])
    expect((await office.read('admin', paths.entryEvidence(id))).text).not.toContain('Kajian internal')
    expect((await bring('admin', id, { fields: { evidence: hidden.id } })).status).toBe(404)
    expect(await on(id)).toEqual([])

    expect((await bring('chair', id, { fields: { evidence: hidden.id } })).status).toBe(303)
    expect(await status('admin', paths.evidence(hidden.id))).toBe(200)
    const other = await office.keep({ title: 'Bantuan hukum' })
    expect((await office.read('admin', paths.entryEvidence(other))).text).toContain('Kajian internal')
    expect((await bring('admin', other, { fields: { evidence: hidden.id } })).status).toBe(303)
    expect(await on(other)).toEqual([hidden.id])

    await office.house.database.inTransaction(() =>
      office.house.database.writing().query("UPDATE evidence SET access = 'terbatas'"),
    )
    expect(await status('admin', paths.evidence(hidden.id))).toBe(404)
    expect(await status('admin', paths.evidenceFile(hidden.file))).toBe(404)
    expect((await office.read('admin', paths.cooperation(id))).text).toContain('Bukti terbatas')
  })

  it('are taken off again, and are no longer opened by whoever does not read the shelf', async () => {
    const id = await office.keep()
    await bring('admin', id)
    const { id: paper } = await piece()
    expect((await send('admin', paths.entryEvidenceRelease(id, paper))).status).toBe(303)
    expect(await on(id)).toEqual([])
    expect(await status('admin', paths.evidence(paper))).toBe(404)
    expect(await status('chair', paths.evidence(paper))).toBe(200)
  })

  it.each(KEEPERS)('are changed, replaced and withdrawn by the %s of the %s', async (who, unit) => {
    const id = await office.keep({ satkerId: office.units[unit].id })
    await bring(who, id)
    const { id: paper, file } = await piece()
    const agent = await office.browserOf(who)
    const facts = { title: 'Naskah PKS bertanda tangan', nature: 'formal', access: 'biasa', version: 1 }
    expect((await post(agent, paths.evidence(paper), paths.evidence(paper), facts)).status).toBe(303)
    const other = { files: [[samples.png, 'halaman-tanda-tangan.png']] as const }
    expect((await upload(agent, paths.evidenceFileReplacement(file), other)).status).toBe(303)
    expect((await pieces()).map(one => one.title)).toEqual(['Naskah PKS bertanda tangan'])
    expect((await piece()).file).not.toBe(file)
    const more = { files: [[samples.pdf, 'lampiran.pdf']] as const }
    const added = await upload(agent, paths.evidence(paper), more, { action: paths.evidenceFiles(paper) })
    expect(added.status).toBe(303)
    expect(
      (await send(who, paths.evidenceWithdrawal(paper), { reason: 'Salah unggah.', version: 2 })).status,
    ).toBe(303)
    expect((await office.read(who, paths.cooperation(id))).text).toContain('Ditarik')
  })

  it('are out of their hands once a question or another register rests on them', async () => {
    const id = await office.keep()
    await bring('admin', id)
    const { id: paper } = await piece()
    const uses = paths.evidenceUses(office.assessment, TEAM)
    const used = { evidence: paper, stages: 'planning', claim: 'Bab 3 memuat target' }
    expect((await post(await office.browserOf('chair'), uses, uses, used)).status).toBe(303)
    const { text } = await office.read('admin', paths.evidence(paper))
    expect(text).toContain('Naskah PKS')
    for (const untold of ['Bab 3 memuat target', TEAM, 'Tarik bukti', 'Ubah keterangan', 'Jejak'])
      expect([untold, text.includes(untold)]).toEqual([untold, false])
    const around = (await office.read('admin', paths.cooperation(id))).text
    expect(around).toContain(`${TEAM} (2026)`)
    expect(around).not.toContain(paths.question(office.assessment, TEAM))
    const withdrawal = { reason: 'Salah unggah.', version: 1 }
    expect((await send('admin', paths.evidenceWithdrawal(paper), withdrawal)).status).toBe(403)

    const kanwil = office.units.kanwil.id
    const own = await office.keep({ satkerId: kanwil })
    await bring('companion', own)
    const second = (await pieces()).find(one => one.id !== paper)!
    const { database, services } = office.house
    await database.inTransaction(async () => {
      await new RosterEntries(services.entries, services.instruments).keep(kanwil)
      await database
        .writing()
        .query('UPDATE entry_evidence SET entry_id = $1 WHERE evidence_id = $2', [kanwil, second.id])
    })
    expect((await send('companion', paths.evidenceWithdrawal(second.id), withdrawal)).status).toBe(403)
    expect((await office.read('companion', paths.evidence(second.id))).text).not.toContain('Tarik bukti')
  })

  it('of somebody else stay as they are', async () => {
    const id = await office.keep()
    await bring('chair', id)
    const { id: paper } = await piece()
    expect((await office.read('admin', paths.evidence(paper))).text).not.toContain('Tarik bukti')
    const facts = { title: 'Lain', nature: 'formal', access: 'biasa', version: 1 }
    expect((await send('admin', paths.evidence(paper), facts)).status).toBe(403)
    expect((await piece()).title).toBe('Naskah PKS')
  })

  it('are not closed by whoever could not open them any more', async () => {
    const id = await office.keep({ satkerId: office.units.kanwil.id })
    expect((await office.read('companion', paths.entryEvidence(id))).text).not.toContain('name="access"')
    const closed = await bring('companion', id, {
      ...PAPER,
      fields: { nature: 'formal', access: 'terbatas' },
    })
    expect(closed.status).toBe(422)
    expect(await pieces()).toEqual([])
    await bring('companion', id)
    const { id: paper } = await piece()
    const facts = { title: 'Naskah PKS', nature: 'formal', access: 'terbatas', version: 1 }
    const refused = await send('companion', paths.evidence(paper), facts)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Bukti terbatas tidak lagi dapat Anda buka.')
    expect((await piece()).access).toBe('biasa')
  })

  it('prove a task that was realised', async () => {
    const id = await office.keep({}, [['2026-03-31', null]])
    await bring('admin', id)
    const { id: paper } = await piece()
    const [task] = await office.tasks()
    const page = paths.agreementTask(id, task!.id)
    expect((await office.read('admin', page)).text).toContain(`value="${paper}"`)
    const done = { ...TASK, doneOn: TODAY, evidenceId: paper, version: 1 }
    expect((await post(await office.browserOf('admin'), page, page, done)).status).toBe(303)
    expect((await office.tasks())[0]?.evidenceId).toBe(paper)
    await send('admin', paths.entryEvidenceRelease(id, paper))
    expect((await office.read('admin', paths.cooperation(id))).text).toContain(
      `href="${paths.evidence(paper)}"`,
    )
    expect(await status('admin', paths.evidence(paper))).toBe(200)
  })
})

describe('the room for the papers of an agreement', () => {
  it('is that of the unit itself', async () => {
    const office = await openOffice({ UPLOAD_SATKER_MAX_GB: String((samples.pdf.length + 1) / 1024 ** 3) })
    const agent = await office.browserOf('companion')
    const bring = async (content: Buffer, name: string) => {
      const id = await office.keep({ satkerId: office.units.kanwil.id })
      const given = { fields: { nature: 'formal' }, files: [[content, name]] as const }
      return (await upload(agent, paths.entryEvidence(id), given, { usual: false })).status
    }
    expect(await bring(samples.pdf, 'pks.pdf')).toBe(303)
    expect(await bring(samples.png, 'lampiran.png')).toBe(422)
    await office.close()
  })
})
