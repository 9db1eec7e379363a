import { lookup } from '../../src/engine/instrument/lookup'
import { mul, round, sub, sum, ratio, ONE, ZERO } from '../../src/engine/exact'
import { CycleWindow } from '../../src/cycles/cycle-window.entity'
import { paths } from '../../src/paths'
import { Assessment } from '../../src/assessments/assessment.entity'
import { addAssessment, addPerson, addSatker, PASSWORD } from '../support/cast'
import { signedIn } from '../support/house'
import { evaluators, score } from './acting'
import { openInspection, type Inspection } from './inspection'

const QUESTION = 'A.I.1.i.a'
const RATIO = 'A.II.1.i.a'

describe('the queue of an evaluator', () => {
  let inspection: Inspection
  beforeEach(async () => void (inspection = await openInspection()))
  afterEach(() => inspection.close())

  const address = paths.evaluationQueue()
  const read = async (who: Parameters<Inspection['browserOf']>[0], query = '') =>
    (await (await inspection.browserOf(who)).get(`${address}${query}`)).text
  const rows = (html: string) =>
    [...html.matchAll(/<tr class="top"><th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1])

  /** Another unit that handed in nothing, assigned to a member. */
  async function addQueued(name: string, who: 'member' | 'second', stage: Assessment['stage'] = 'diajukan') {
    const { house, cycle, kanwil, team, people } = inspection
    const unit = await addSatker(house, name, kanwil)
    const { id } = await addAssessment(house, unit, cycle)
    const facts = await house.services.cycles.get(cycle)
    const to = { teamId: team, userId: people[who].id, reason: '' }
    await house.services.teams.assign(await inspection.actor('admin'), facts, id, to)
    await house.database.inTransaction(async () => {
      await house.database.writing().update(Assessment, { id }, { stage })
    })
    return id
  }

  it('is where an evaluator comes home to', async () => {
    const answer = await (await inspection.browserOf('member')).get('/')
    expect(answer.headers['location']).toBe(address)
    const { text } = await (await inspection.browserOf('member')).get(address)
    expect(text).toMatch(/<a href="\/evaluasi" aria-current="page">Evaluasi</)
    expect(text).toContain('class="tbl stack grid3 units queue"')
  })

  it('shows whose turn it is and how far it is, own turn first', async () => {
    await addQueued('AAA Lapas', 'second')
    expect(rows(await read('member'))).toEqual(['Kanim Tanjung Kirana'])
    expect(rows(await read('lead'))).toEqual(['AAA Lapas', 'Kanim Tanjung Kirana'])
    const { begin, agree, handIn } = evaluators(inspection)
    await begin('member')
    expect(await read('member')).toMatch(/Anda, berjalan[\s\S]*data-l="Diputuskan">0 dari 113</)
    await score(inspection, 'member', QUESTION, { option: 'Tidak' }, 'SK tidak ada.')
    await evaluators(inspection).say('member', 'A.I.1.i.b', { field: 'decision', decision: 'tunda', base: 0 })
    expect(await read('member')).toContain('data-l="Diputuskan">2 dari 113')
    await evaluators(inspection).say('member', 'A.I.1.i.b', {
      field: 'decision',
      decision: 'setuju',
      base: 1,
    })
    await agree('member')
    await handIn('member')
    expect(await read('member')).toContain('Ketua tim')
    expect(rows(await read('lead'))).toEqual(['Kanim Tanjung Kirana', 'AAA Lapas'])
    expect(await read('lead')).toContain('1 satker menunggu Anda.')
    expect(rows(await read('lead', '?giliran=saya'))).toEqual(['Kanim Tanjung Kirana'])
    expect(rows(await read('lead', '?cari=aaa'))).toEqual(['AAA Lapas'])
    expect(rows(await read('lead', '?tahap=dievaluasi'))).toEqual(['Kanim Tanjung Kirana'])
    expect(await read('lead', '?cari=zzz')).toContain('Tidak ada satker yang cocok.')
  })

  it('tells the ketua how many questions the member lowered, by how many points exactly', async () => {
    const { begin, agree, handIn } = evaluators(inspection)
    await begin('member')
    await score(inspection, 'member', QUESTION, { option: 'Tidak' }, 'SK tidak ada.')
    await score(inspection, 'member', RATIO, { inputs: { agents: '4', changes: '2' } }, 'Dua saja.')
    await agree('member')
    expect(await read('lead')).not.toContain('turun')
    await handIn('member')
    const { instrument } = await inspection.seen('lead')
    const share = (code: string) => lookup(instrument).questions.get(code)!.share
    const lost = sum([mul(share(QUESTION), ONE), mul(share(RATIO), sub(ONE, ratio(1, 2)))])
    const points = round(sub(ZERO, lost), 2).replace('-', '−').replace('.', ',')
    expect(await read('lead')).toContain(`2 turun<span class="step-where">${points} poin</span>`)
    expect(await read('member')).not.toContain('turun<')
  })

  it('shows who leads how far each member is', async () => {
    await addQueued('Lapas Satu', 'second')
    await evaluators(inspection).begin('member')
    await evaluators(inspection).agree('member')
    const lead = await read('lead')
    expect(lead).toContain('Kemajuan anggota')
    expect(lead).toMatch(
      /Nirmala Sekarwangi<\/th>[\s\S]*data-l="Diserahkan">0 dari 1<[\s\S]*data-l="Diputuskan"><span>113 dari 113</,
    )
    expect(lead).toMatch(/Yoga Pranata<\/th>[\s\S]*data-l="Diserahkan">0 dari 1</)
    await evaluators(inspection).handIn('member')
    expect(await read('controller')).toMatch(/Nirmala Sekarwangi<\/th>[\s\S]*data-l="Diserahkan">1 dari 1</)
    expect(await read('member')).not.toContain('Kemajuan anggota')
  })

  it('counts flags that nobody ruled on yet', async () => {
    const { begin, say } = evaluators(inspection)
    await begin('member')
    expect(await read('member')).toContain('data-l="Tanda terbuka">0<')
    const use = await inspection.house.database.one<{ id: string }>(
      'SELECT id FROM evidence_uses WHERE question = $1',
      [QUESTION],
    )
    await say('member', QUESTION, { field: 'verdict', use: use!.id, verdict: 'tidak relevan' })
    expect(await read('member')).toMatch(/data-l="Tanda terbuka"><span class="short-flag">[\s\S]*? 1<\/span>/)
    await say('member', QUESTION, { field: 'ruling', kind: 'unsupported', ruling: 'confirmed', reason: '' })
    expect(await read('member')).toContain('data-l="Tanda terbuka">0<')
  })

  it('counts the days of the window of scoring, also before it has begun, with its extension', async () => {
    const { house, cycle } = inspection
    await house.database.inTransaction(() =>
      house.database.insert(CycleWindow, [
        { cycleId: cycle, stage: 'dievaluasi', opensOn: '2026-03-01', closesOn: '2026-03-20' },
      ]),
    )
    expect(await read('member')).toContain('8 hari')
    await house.services.extensions.extend(await inspection.actor('admin'), await inspection.seen('admin'), {
      stage: 'dievaluasi',
      closesOn: '2026-03-25',
      reason: 'Banjir.',
    })
    expect(await read('member')).toContain('13 hari')
    await evaluators(inspection).begin('member')
    expect(await read('member')).toContain('sampai 25 Maret 2026')
  })

  it('gives the pendamping what the kanwil scores first, and only while that step is on', async () => {
    expect(await read('companion')).toContain('Belum ada satker untuk Anda.')
    await inspection.close()
    inspection = await openInspection({ preAssessment: true })
    expect(rows(await read('companion'))).toEqual(['Kanim Tanjung Kirana'])
    expect(await read('companion')).toContain('1 satker menunggu Anda.')
    expect(await read('member')).toContain('Prapenilai kanwil')
    const stranger = await addPerson(
      inspection.house,
      'Dian Anggoro',
      'pendamping',
      await addSatker(inspection.house, 'Kanwil Lain', inspection.ministry, { level: 'kanwil' }),
    )
    const { text } = await (await signedIn(inspection.house, stranger.login, PASSWORD)).get(address)
    expect(text).toContain('Belum ada satker untuk Anda.')
  })

  it('asks the database as often for sixty units as for one, and shows fifty', async () => {
    const { begin, agree, handIn } = evaluators(inspection)
    await begin('member')
    await agree('member')
    await handIn('member')
    const count = async () => {
      await read('lead')
      inspection.house.statements.length = 0
      const shown = rows(await read('lead')).length
      return [inspection.house.statements.length, shown]
    }
    const [one] = await count()
    for (let number = 1; number < 60; number++)
      await addQueued(`Lapas ${String(number).padStart(2, '0')}`, number % 2 ? 'second' : 'member')
    expect(await count()).toEqual([one, 50])
    expect(await read('lead', '?hal=2')).toContain('51–60 dari 60')
  }, 60_000)

  it('holds nothing for an evaluator outside the team, and is closed to the satker', async () => {
    expect(await read('outsider')).toContain('Belum ada satker untuk Anda.')
    expect((await (await inspection.browserOf('chair')).get(address)).status).toBe(403)
    await addQueued('Lapas Draf', 'member', 'draf')
    expect(rows(await read('member'))).toEqual(['Kanim Tanjung Kirana'])
  })
})
