import { findingHref } from '../../src/findings/finding-words'
import { keptFindings } from '../../src/findings/finding-document'
import { paths } from '../../src/paths'
import { addByForm as addGoalByForm } from '../action-plan/plan-office'
import { answer } from '../assessments/filled'
import { PARTS } from '../attestations/hand-in'
import { upload } from '../evidence/satker-at-work'
import { addByForm, openOffice, type Office, type Who } from '../roster/roster-office'
import { samples } from '../storage/sample-files'
import { addPerson, PASSWORD } from '../support/cast'
import { post, signedIn, type Browser } from '../support/house'
import { loadRules } from './rules-at-work'

describe('the pages of the findings', () => {
  let office: Office
  let companion: Browser
  beforeEach(async () => {
    office = await openOffice()
    const kanwil = (await office.house.database.one<{ id: string; path: string; name: string }>(
      `SELECT id, path, name FROM satker WHERE name = 'Kanwil Tirta Raya'`,
    ))!
    const { login } = await addPerson(office.house, 'Meutia Rahardja', 'pendamping', kanwil)
    companion = await signedIn(office.house, login, PASSWORD)
    await loadRules(office.house)
  })
  afterEach(() => office.close())

  const overview = () => paths.findings(office.assessment)
  const finding = (rule: string) => paths.finding(office.assessment, rule)
  const events = (action: string) =>
    office.house.database.query<{ role: string; after: string }>(
      'SELECT role, after FROM audit_events WHERE action = $1',
      [action],
    )

  const handIn = async () => {
    const { assessments, attestations, submissions } = office.house.services
    const head = await office.actor('head')
    const seen = () => assessments.visibleTo(head).get(office.assessment)
    for (const part of PARTS) {
      const stamp = (await attestations.stampsOf(await seen())).get(part) ?? ''
      await attestations.attest(head, await seen(), part, stamp)
    }
    await submissions.submit(head, await seen())
  }

  it('show every family, the verdict and its grounds to whoever reads the satker', async () => {
    for (const who of ['chair', 'head', 'member', 'kanwil', 'centre'] as const) {
      const { status, text } = await office.read(who, overview())
      expect([who, status]).toEqual([who, 200])
      expect(text).toContain('Belum siap')
      for (const heading of ['Enam hal', 'Tiga kunci', 'Tujuh faktor', 'Sebelas rekomendasi'])
        expect(text).toContain(heading)
    }
  })

  it('are not there for a stranger, nor a finding for anybody that no rule gives', async () => {
    expect((await office.read('stranger', overview())).status).toBe(404)
    expect((await office.read('neighbour', finding('pitfall-2'))).status).toBe(404)
    expect((await office.read('chair', finding('pitfall-7'))).status).toBe(404)
    expect((await office.read('chair', `${finding('pitfall-2')}?tentang=lain`)).status).toBe(404)
  })

  it('say what to do before any rule book was loaded', async () => {
    await office.house.database.inTransaction(() =>
      office.house.database.writing().query('DELETE FROM rule_books'),
    )
    expect((await office.read('chair', overview())).text).toContain('Buku aturan belum dimuat')
    expect((await office.read('chair', finding('pitfall-2'))).status).toBe(404)
    expect((await office.read('chair', paths.findingsPaper(office.assessment))).status).toBe(404)
  })

  it('have one sheet to sign', async () => {
    const { status, text } = await office.read('head', paths.findingsPaper(office.assessment))
    expect(status).toBe(200)
    expect(text).toContain('Kesiapan Pembangunan Zona Integritas')
    expect(text).toContain('Kepala satuan kerja')
  })

  it('name the records behind a finding, and say which of them are no longer there', async () => {
    const { database, services } = office.house
    await addGoalByForm(office, { title: 'Layanan satu jam selesai' })
    const [goal] = await database.query<{ id: string }>('SELECT id FROM action_goals')
    expect(goal).toBeDefined()
    await services.findings.refreshChanged()
    // The first page after the form says what was kept.
    await office.read('chair', overview())
    expect((await office.read('chair', finding('pitfall-3'))).text).toContain('Layanan satu jam selesai')
    const { text } = await office.read('chair', paths.goal(goal!.id))
    expect(text).toContain('Dihitung pada')
    expect(text).toContain(finding('pitfall-3'))
    await handIn()
    await post(await office.browserOf('chair'), overview(), paths.goalRemoval(goal!.id), {})
    expect(await database.query('SELECT id FROM action_goals')).toEqual([])
    expect((await office.read('chair', finding('pitfall-3'))).text).toContain('Sudah tidak ada')
  })

  it('are ruled on by whoever assists, with a reason, and say so ever after', async () => {
    const page = finding('pitfall-2')
    expect((await office.read('chair', page)).text).not.toContain('name="outcome"')
    const shown = /name="shown" value="([0-9a-f]{64})"/.exec((await companion.get(page)).text)?.[1] ?? ''
    const rule = (fields: object, agent = companion) => post(agent, page, page, { shown, ...fields })
    expect((await rule({ outcome: 'dismissed', reason: ' ' })).text).toContain('Tulis alasannya.')
    expect((await rule({ reason: 'Ada.' })).text).toContain('Pilih apakah temuan ini benar.')
    expect((await events('dismiss-finding')).length).toBe(0)
    expect((await rule({ outcome: 'dismissed', reason: 'Naskahnya di kanwil.' })).status).toBe(303)
    const { text } = await office.read('chair', page)
    expect(text).toContain('Diabaikan')
    expect(text).toContain('Naskahnya di kanwil.')
    expect(text).toContain('Meutia Rahardja, Pendamping')
    expect((await office.read('chair', overview())).text).toContain('Diabaikan oleh Meutia Rahardja')
    expect((await office.read('chair', paths.findingsPaper(office.assessment))).text).toContain(
      'Naskahnya di kanwil.',
    )
    office.house.now = new Date(office.house.now.getTime() + 60_000)
    await rule({ outcome: 'confirmed', reason: 'Kanwil tidak menyimpannya.' })
    const again = (await office.read('chair', page)).text
    expect(again.split('Diganti oleh penetapan yang lebih baru.')).toHaveLength(2)
    expect(again.indexOf('Kanwil tidak menyimpannya.')).toBeLessThan(again.indexOf('Diganti oleh'))
    const refused = await post(await office.browserOf('chair'), overview(), page, {
      shown,
      outcome: 'confirmed',
      reason: 'Saya setuju.',
    })
    expect(refused.status).toBe(403)
  })

  it('keep what was typed when the facts changed under a ruling', async () => {
    const page = finding('factor-commitment')
    const sent = { shown: 'x'.repeat(64), outcome: 'confirmed', reason: 'Belum ada tanda tangan.' }
    const { status, text } = await post(companion, page, page, sent)
    expect(status).toBe(409)
    expect(text).toContain('berubah sejak Anda membukanya')
    expect(text).toContain('Belum ada tanda tangan.')
  })

  const change = async (who: Who | Browser, fields: object, number = 5) => {
    const agent = typeof who === 'string' ? await office.browserOf(who) : who
    const page = finding(`recommendation-${number}`)
    return post(agent, page, paths.recommendation(office.assessment, String(number)), {
      status: 'berjalan',
      owner: 'Ketua tim',
      dueOn: '2026-03-01',
      notes: 'Sejak Januari.',
      version: '0',
      ...fields,
    })
  }

  it('keep the status of a recommendation beside its reading, and say that it is past its day', async () => {
    expect((await change('member', {})).status).toBe(303)
    const { text } = await office.read('chair', finding('recommendation-5'))
    expect(text).toContain('Sejak Januari.')
    expect(text).toContain('Lewat')
    expect(text).toContain('1 Maret 2026')
    expect((await office.read('chair', overview())).text).toContain('sampai 1 Mar 2026')
    expect(await events('change-recommendation')).toMatchObject([{ role: 'member' }])
  })

  it('is not past its day on the day itself', async () => {
    await change('chair', { dueOn: '2026-03-12' })
    expect((await office.read('chair', finding('recommendation-5'))).text).not.toContain('>Lewat<')
    await change('chair', { dueOn: '2026-03-11', version: '1' })
    expect((await office.read('chair', finding('recommendation-5'))).text).toMatch(/Lewat</)
  })

  it('let those outside verify, and nobody else', async () => {
    await change('chair', { status: 'selesai' })
    expect((await change('chair', { status: 'diverifikasi', version: '1' })).status).toBe(403)
    expect((await change(companion, { status: 'diverifikasi', version: '1' })).status).toBe(303)
    const { text } = await office.read('chair', finding('recommendation-5'))
    expect(text).toContain('Diverifikasi')
    expect(text).not.toContain('Ubah status')
    expect((await companion.get(finding('recommendation-5'))).text).toContain('Ubah status')
    expect((await change('kanwil', { version: '2' })).status).toBe(403)
  })

  it('refuse what cannot be read beside its field, and a second writer with both texts', async () => {
    const bad = await change('chair', { dueOn: '2026-02-31', status: 'mungkin' })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('Tulis tanggal yang ada di kalender.')
    expect(bad.text).toContain('Sejak Januari.')
    for (const dueOn of ['0202-03-01', '9999-12-31'])
      expect((await change('chair', { dueOn })).text).toContain('Periksa tahunnya.')
    await change('chair', { notes: 'Yang pertama.' })
    const late = await change('head', { notes: 'Yang kedua.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Yang pertama.')
    expect(late.text).toContain('Yang kedua.')
    expect((await change('chair', {}, 12)).status).toBe(404)
  })

  it('do not lose what somebody else saved while one searches or mends a field', async () => {
    await change('head', { notes: 'Yang pertama.' })
    for (const more of [{ lihat: '1' }, { dueOn: '2026-02-31' }]) {
      const { text } = await change('chair', more)
      expect(/name="version" value="(\d+)"/.exec(text)?.[1]).toBe('0')
    }
    const late = await change('chair', {})
    expect(late.status).toBe(409)
    expect(/name="version" value="(\d+)"/.exec(late.text)?.[1]).toBe('1')
  })

  it('attach pieces of the shelf, which are kept when somebody who does not open them saves', async () => {
    await upload(await office.browserOf('chair'), paths.newEvidence(office.satker.id), {
      fields: { title: 'Notula rahasia', nature: 'formal', access: 'terbatas' },
      files: [[samples.pdf, 'notula.pdf']],
    })
    const [piece] = await office.house.database.query<{ id: string }>('SELECT id FROM evidence')
    const found = await change('chair', { lihat: '1', cari: 'rahasia', notes: 'Belum disimpan.' })
    expect(found.status).toBe(200)
    expect(found.text).toContain(`value="${piece!.id}"`)
    expect(found.text).toContain('Belum disimpan.')
    expect((await change('chair', { evidence: piece!.id, status: 'selesai' })).status).toBe(303)
    expect((await office.read('chair', finding('recommendation-5'))).text).toContain('Notula rahasia')
    const seen = await companion.get(finding('recommendation-5'))
    expect(seen.text).not.toContain('Notula rahasia')
    expect(seen.text).toContain('Bukti terbatas')
    expect((await change(companion, { status: 'diverifikasi', version: '1' })).status).toBe(303)
    expect((await office.read('chair', finding('recommendation-5'))).text).toContain('Notula rahasia')
    const taken = { evidence: piece!.id, status: 'selesai', owner: 'Orang lain', notes: '', version: '2' }
    expect((await change(companion, taken)).status).toBe(303)
    const { text } = await office.read('chair', finding('recommendation-5'))
    expect(text).toContain('Notula rahasia')
    expect(text).toContain('Ketua tim')
    expect(text).not.toContain('Orang lain')
  })

  it('are neither ruled on nor planned any more once the result is final', async () => {
    await change('chair', {})
    const page = finding('pitfall-2')
    const shown = /name="shown" value="([0-9a-f]{64})"/.exec((await companion.get(page)).text)?.[1] ?? ''
    await office.house.database.inTransaction(() =>
      office.house.database.writing().query(`UPDATE assessments SET stage = 'final'`),
    )
    const ruled = { shown, outcome: 'dismissed', reason: 'Naskahnya di kanwil.' }
    expect((await post(companion, overview(), page, ruled)).status).toBe(403)
    expect((await change('chair', { version: '1' })).status).toBe(403)
    expect((await office.read('chair', finding('recommendation-5'))).text).not.toContain('Ubah status')
    expect(await events('dismiss-finding')).toEqual([])
  })

  it('ask at the question that they touch, until somebody dismisses them', async () => {
    const { findings, assessments } = office.house.services
    const assessment = await assessments.visibleTo(await office.actor('chair')).get(office.assessment)
    await answer(office.house, assessment, { 'A.I.1.i.a': { option: 'Ya', note: 'xxx' } })
    await findings.refreshChanged()
    const seen = await findings.of(assessment)
    const placeholder = keptFindings(seen!.document.findings).find(
      one => one.rule === 'contradiction-placeholder',
    )
    expect(placeholder?.questions).toContain('A.I.1.i.a')
    const page = findingHref(assessment.id, placeholder!, false)
    const { text } = await office.read('chair', paths.question(assessment.id, 'A.I.1.i.a'))
    expect(text).toContain('Lihat dasarnya')
    expect((await office.read('chair', paths.worksheetPart(assessment.id, '1'))).text).toContain(
      'Lihat dasarnya',
    )
    const shown = /name="shown" value="([0-9a-f]{64})"/.exec((await companion.get(page)).text)?.[1] ?? ''
    await post(companion, page, page, { shown, outcome: 'dismissed', reason: 'Memang begitu namanya.' })
    expect((await office.read('chair', paths.question(assessment.id, 'A.I.1.i.a'))).text).not.toContain(
      'Lihat dasarnya',
    )
  })

  it('stay as they were handed in, and show today beside it to those outside alone', async () => {
    await office.house.services.findings.refreshChanged()
    await handIn()
    office.house.now = new Date(office.house.now.getTime() + 3 * 24 * 3_600_000)
    await addByForm(office, 'admin')
    const handedIn = await office.read('kanwil', overview())
    expect(handedIn.text).toContain('Keadaan saat pengajuan, 12 Maret 2026')
    expect(handedIn.text).toContain('Lihat keadaan sekarang')
    const today = await office.read('kanwil', `${overview()}?keadaan=sekarang`)
    expect(today.text).toContain('Dibaca 15 Maret 2026')
    expect(today.text).toContain('Lihat keadaan saat pengajuan')
    const inside = await office.read('chair', `${overview()}?keadaan=sekarang`)
    expect(inside.text).toContain('Keadaan saat pengajuan, 12 Maret 2026')
    expect(inside.text).not.toContain('Lihat keadaan sekarang')
  })

  it('do not tell the satker what is said of them while its worksheet is scored', async () => {
    await handIn()
    office.house.now = new Date(office.house.now.getTime() + 60_000)
    const page = finding('pitfall-2')
    const shown = /name="shown" value="([0-9a-f]{64})"/.exec((await companion.get(page)).text)?.[1] ?? ''
    await post(companion, page, page, { shown, outcome: 'dismissed', reason: 'Naskahnya di kanwil.' })
    expect((await office.read('kanwil', page)).text).toContain('Naskahnya di kanwil.')
    for (const address of [page, overview(), paths.findingsPaper(office.assessment)])
      expect((await office.read('chair', address)).text).not.toContain('Naskahnya di kanwil.')
    expect((await office.read('chair', paths.assessmentTrail(office.assessment))).text).not.toContain(
      'Naskahnya di kanwil.',
    )
  })
})
