import { keptFindings } from '../../src/findings/finding-document'
import { groundsHash } from '../../src/findings/ruling-words'
import { paths } from '../../src/paths'
import { evaluators } from '../evaluation/acting'
import { openInspection, submitAs, type Inspection } from '../evaluation/inspection'
import { PASSWORD } from '../support/cast'
import { post, signedIn } from '../support/house'
import { loadRules } from './rules-at-work'

const DAY = 24 * 3_600_000

describe('findings of what was handed in', () => {
  let inspection: Inspection
  beforeEach(async () => {
    inspection = await openInspection({}, { submitted: false })
    await loadRules(inspection.house)
    await submitAs(inspection)
  })
  afterEach(() => inspection.close())

  const later = (days: number) => {
    const { house } = inspection
    house.now = new Date(house.now.getTime() + days * DAY)
  }
  const page = (rule: string, more = '') => `${paths.finding(inspection.assessment, rule)}${more}`
  const read = async (address: string, who: 'companion' | 'chair' = 'companion') => {
    const { text } = await (await inspection.browserOf(who)).get(address)
    return { text: text.replaceAll('&#x3D;', '=') }
  }
  const commit = async (launch: string) =>
    inspection.house.database.inTransaction(() =>
      inspection.house.database.writing().query(
        `INSERT INTO activities (id, satker_id, kind, title, held_on, held_until, starts_at, ends_at, place,
           leader_present, zi_discussed, agenda, version, created_at)
         VALUES ('a', $1, 'launch', 'Pencanangan', $2, $2, '', '', '', ${yes()}, ${yes()}, '', 1, '')`,
        [inspection.satker.id, launch],
      ),
    )
  const yes = () => (inspection.house.database.dialect === 'sqlite' ? '1' : 'true')

  it('are read up to today again once it came back for repair', async () => {
    const { begin, agree, handIn, sendBack } = evaluators(inspection)
    const { findings } = inspection.house.services
    await begin('member')
    await agree('member')
    await handIn('member')
    later(3)
    await sendBack([{ question: 'A.I.1.i.a', note: 'Lampirkan SK.' }])
    const seen = (await findings.of(await inspection.seen('chair')))!
    const instant = keptFindings(seen.document.findings).find(({ rule }) => rule === 'pitfall-2')!
    expect(instant.measures.map(({ label }) => label)).toContain(
      'Bagian bukti diunggah dalam 14 hari terakhir sebelum hari ini',
    )
  })

  it('lead from one finding to the same one of the other state', async () => {
    const handedIn = await read(page('pitfall-2'))
    expect(handedIn.text).toContain(`href="${page('pitfall-2', '?keadaan=sekarang')}"`)
    const today = await read(page('pitfall-2', '?keadaan=sekarang'))
    expect(today.text).toContain(`href="${page('pitfall-2')}"`)
    expect(today.text).toContain('Lihat keadaan saat pengajuan')
    expect((await read(page('pitfall-2'), 'chair')).text).not.toContain('Lihat keadaan sekarang')
  })

  it('say of one that came later that it was not there, and not that it is gone', async () => {
    const { database } = inspection.house
    const at = inspection.house.now.toISOString()
    await database.inTransaction(() =>
      database
        .writing()
        .query(
          `INSERT INTO finding_changes (id, assessment_id, rule, about, level, at) VALUES ('c', $1, $2, '', 'waspada', $3)`,
          [inspection.assessment, 'contradiction-complaints', at],
        ),
    )
    const { text } = await read(page('contradiction-complaints'))
    expect(text).toContain('Temuan ini tidak ada saat pengajuan.')
    expect(text).not.toContain('Tidak ada lagi')
  })

  it('are ruled on as they are now where they changed since', async () => {
    await commit('2026-01-05')
    later(1)
    const { findings } = inspection.house.services
    await findings.refreshOpen()
    const now = page('pitfall-2', '?keadaan=sekarang')
    const { text } = await read(now)
    const shown = /name="shown" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
    const frozen = /name="shown" value="([0-9a-f]{64})"/.exec((await read(page('pitfall-2'))).text)?.[1]
    expect(shown).not.toBe(frozen)
    const answer = await post(await inspection.browserOf('companion'), now, now, {
      shown,
      after: '',
      outcome: 'dismissed',
      reason: 'Naskahnya di kanwil.',
    })
    expect([answer.status, answer.headers['location']]).toEqual([303, now])
    const words = (await findings.of(await inspection.seen('companion')))!.words
    expect(words.get('pitfall-2 ')).toMatchObject({ outcome: 'dismissed' })
    expect((await read(page('pitfall-2'))).text).toContain(
      'Ditetapkan atas fakta lain daripada yang tampil di sini',
    )
  })

  it('show a recommendation as late by the day it is, not by that of the hand-in', async () => {
    const { recommendations } = inspection.house.services
    await recommendations.change(await inspection.actor('chair'), await inspection.seen('chair'), 5, {
      status: 'berjalan',
      owner: 'Ketua tim',
      dueOn: inspection.house.now.toISOString().slice(0, 10),
      notes: '',
      evidence: [],
      version: 0,
    })
    const addresses = [paths.findings(inspection.assessment), page('recommendation-5')]
    for (const address of addresses) expect((await read(address)).text).not.toMatch(/Lewat</)
    later(2)
    const { house, people } = inspection
    const companion = await signedIn(house, people.companion.login, PASSWORD)
    for (const address of addresses) expect((await companion.get(address)).text).toMatch(/Lewat</)
  })

  it('say that the status of a recommendation goes on where its reading does not', async () => {
    const note = 'Status adalah yang tercatat sekarang, bacaan register yang saat pengajuan.'
    for (const address of [paths.findings, paths.findingsPaper]) {
      const handedIn = address(inspection.assessment)
      expect((await read(handedIn)).text).toContain(note)
      expect((await read(`${handedIn}?keadaan=sekarang`)).text).not.toContain(note)
    }
  })

  it('print what evaluators said of every family', async () => {
    const { findings, findingRulings } = inspection.house.services
    const seen = (await findings.frozen(await inspection.seen('companion')))!
    for (const rule of ['recommendation-5', 'factor-commitment', 'key-service']) {
      const found = keptFindings(seen.document.findings).find(one => one.rule === rule)!
      await findingRulings.rule(
        await inspection.actor('companion'),
        await inspection.seen('companion'),
        found,
        {
          outcome: 'confirmed',
          reason: `Benar tentang ${rule}.`,
          grounds: groundsHash(found.grounds),
        },
      )
    }
    for (const address of [paths.findings(inspection.assessment), paths.findingsPaper(inspection.assessment)])
      for (const rule of ['recommendation-5', 'factor-commitment', 'key-service'])
        expect((await read(address)).text).toContain(`Benar tentang ${rule}.`)
  })

  it('say of a verified recommendation that the registers differ, and not that the satker wrote it', async () => {
    const { recommendations } = inspection.house.services
    await commit('2026-01-05')
    later(1)
    const seen = (await inspection.house.services.findings.of(await inspection.seen('chair')))!
    const unbegun = seen.document.findings.recommendations.find(({ level }) => level === 'belum')!
    const number = Number(unbegun.rule.split('-')[1])
    const draft = { owner: '', dueOn: null, notes: '', evidence: [] }
    const say = async (who: 'chair' | 'companion', status: 'selesai' | 'diverifikasi', version: number) =>
      recommendations.change(await inspection.actor(who), await inspection.seen(who), number, {
        ...draft,
        status,
        version,
      })
    await say('chair', 'selesai', 0)
    expect((await read(page(unbegun.rule, '?keadaan=sekarang'))).text).toContain(
      'Satker menulis “selesai”, register menunjukkan',
    )
    await say('companion', 'diverifikasi', 1)
    expect((await read(page(unbegun.rule, '?keadaan=sekarang'))).text).toContain(
      'Sudah diverifikasi, tetapi register menunjukkan',
    )
  })
})
