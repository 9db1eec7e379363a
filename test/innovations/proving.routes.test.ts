import { paths } from '../../src/paths'
import { keepProfiles } from '../profile/profile-office'
import { openOffice, type Office } from '../roster/roster-office'
import { post } from '../support/house'
import { keepInnovations } from './innovation-office'

const AGENTS = 'A.II.1.i.a'

describe('what an innovation says to the worksheet', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const question = (code = AGENTS) => paths.question(office.assessment, code)
  const names = () =>
    office.house.database.query<{ name: string; claim: string }>(
      `SELECT f.name, u.claim FROM evidence_uses u JOIN evidence_files f ON f.evidence_id = u.evidence_id
        WHERE u.question = $1 ORDER BY f.name`,
      [AGENTS],
    )

  it('is an answer about agents of change, which somebody takes', async () => {
    const [one, two] = [
      await office.keep({ name: 'Eka', agentFrom: '2026-01-01' }),
      await office.keep({ name: 'Fajar', agentFrom: '2025-01-01', agentUntil: '2026-06-30' }),
    ]
    await office.keep({ name: 'Gilang', agentFrom: '2024-01-01', agentUntil: '2024-12-31' })
    await keepInnovations(office, office.satker.id, [
      {
        name: 'Satu',
        startedOn: '2026-01-05',
        agents: [one],
        integratedOn: '2026-02-01',
        integration: 'SOP 1',
      },
      { name: 'Dua', startedOn: '2026-02-05', agents: [one, two] },
      { name: 'Tiga', startedOn: '2025-02-05', agents: [two] },
    ])
    const { text } = await office.read('chair', question())
    expect(text).toContain('Register mencatat 2 inovasi yang dimulai 2026 oleh 2 agen perubahan')
    expect((await office.read('chair', question('A.II.1.i.b'))).text).toContain(
      '1 sudah menjadi bagian sistem manajemen',
    )
    const base = /name="base" value="(\d+)"/.exec(text)?.[1] ?? ''
    const taken = await post(
      await office.browserOf('chair'),
      question(),
      paths.suggestedAnswer(office.assessment, AGENTS),
      { register: 'innovations', base },
    )
    expect(taken.status).toBe(303)
    const [answer] = await office.house.database.query<{ inputs: string }>(
      'SELECT inputs FROM answers WHERE question = $1',
      [AGENTS],
    )
    expect(JSON.parse(answer?.inputs ?? '{}')).toEqual({ agents: '2', changes: '2' })
  })

  it('becomes paper under a question with one click, and so do the figures of a quarter', async () => {
    const [id] = await keepInnovations(office, office.satker.id, [
      {
        questions: [AGENTS],
        indicator: 'Lama menunggu',
        unit: 'menit',
        beforeValue: '40',
        beforeOn: '2025-02-14',
        afterValue: '12.5',
        afterOn: '2025-09-12',
        copies: [{ unit: 'Rutan Muara Bening', on: '2025-11-03' }],
      },
    ])
    const [quarter] = await keepProfiles(office, office.satker.id, [{ services: 13, onlineServices: 8 }])
    await office.house.database.inTransaction(() =>
      office.house.services.entries.put([
        {
          id: quarter!,
          satkerId: office.satker.id,
          register: 'profile',
          title: 'Profil satker Triwulan IV 2025',
          summary: '50 pegawai',
          happenedOn: '2025-10-01',
          happenedUntil: '2025-12-31',
          areas: [],
          questions: [AGENTS],
        },
      ]),
    )
    for (const entry of [id!, quarter!]) {
      const answer = await post(
        await office.browserOf('chair'),
        question(),
        paths.offeredEntry(office.assessment, AGENTS),
        { entry },
      )
      expect(answer.status).toBe(303)
    }
    expect(await names()).toEqual([
      {
        name: 'kutipan-Antrean daring.pdf',
        claim: 'Lama menunggu turun 27,5 menit (68,8%): 40 → 12,5 menit',
      },
      { name: 'kutipan-Profil satker Triwulan IV 2025.pdf', claim: '50 pegawai' },
    ])
    expect((await office.read('chair', paths.innovation(id!))).text).toContain(`${AGENTS} (2026)`)
  })
})
