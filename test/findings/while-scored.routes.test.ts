import { FindingChange } from '../../src/findings/finding.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { attestAll, press } from '../attestations/hand-in'
import { addPiece, GRATIFICATION, satkerAtWork, TEAM, type SatkerAtWork } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { addPerson, PASSWORD } from '../support/cast'
import { post, signedIn, type Browser } from '../support/house'
import { loadRules } from './rules-at-work'

const REASON = 'Naskahnya di kanwil.'

describe('findings while the worksheet is scored', () => {
  let work: SatkerAtWork
  let companion: Browser

  beforeEach(async () => {
    work = await satkerAtWork()
    const { login } = await addPerson(work.house, 'Meutia Rahardja', 'pendamping', work.kanwil)
    companion = await signedIn(work.house, login, PASSWORD)
  })
  afterEach(() => work.close())

  const finding = (rule = 'pitfall-2') => paths.finding(work.assessment, rule)
  const refresh = () => work.house.services.findings.refreshChanged()
  const later = (minutes: number) => {
    work.house.now = new Date(work.house.now.getTime() + minutes * 60_000)
  }
  const handIn = async () => {
    const head = await work.browserOf('head')
    await attestAll(work, head)
    const { status } = await press(head, paths.submission(work.assessment))
    expect(status).toBe(303)
    later(1)
  }
  const dismiss = async () => {
    const shown = /name="shown" value="([0-9a-f]{64})"/.exec((await companion.get(finding())).text)?.[1] ?? ''
    const said = await post(companion, finding(), finding(), { shown, outcome: 'dismissed', reason: REASON })
    expect(said.status).toBe(303)
    later(1)
    await refresh()
  }
  const readByChair = async (address: string) => (await work.chair.get(address)).text

  it('tell the satker nothing of rulings, though it was handed in before any rule book', async () => {
    await handIn()
    await loadRules(work.house)
    await refresh()
    await dismiss()
    expect((await companion.get(finding())).text).toContain(REASON)
    for (const address of [
      finding(),
      paths.findings(work.assessment),
      paths.findingsPaper(work.assessment),
      paths.readiness(work.assessment),
      paths.assessment(work.assessment),
      paths.submission(work.assessment),
      paths.assessmentTrail(work.assessment),
    ]) {
      const text = await readByChair(address)
      expect([address, text.includes(REASON), text.includes('Diabaikan')]).toEqual([address, false, false])
    }
    const { findings, assessments, accounts } = work.house.services
    const actor = await accounts.actorOf(
      work.people.head.id,
      { startedAt: work.house.now.toISOString() },
      'test',
    )
    const assessment = await assessments.visibleTo(actor!).get(work.assessment)
    const told = await findings.seenBy(actor!, assessment)
    const known = await findings.of(assessment)
    expect([told?.rulings, told?.words.size, told?.hasOther]).toEqual([[], 0, false])
    const inTheWay = (seen: typeof known) =>
      seen?.document.readiness.grounds.flatMap(ground => ground.findings.map(({ rule }) => rule))
    expect(inTheWay(told)).toContain('pitfall-2')
    expect(inTheWay(known)).not.toContain('pitfall-2')
    expect(await findings.pointedAt(actor!, assessment)).toBeNull()
  })

  it('tell the satker how a rule stood up to the hand-in and no further', async () => {
    await loadRules(work.house)
    await refresh()
    await handIn()
    await work.house.database.inTransaction(() =>
      work.house.database.insert(FindingChange, [
        {
          id: newId(),
          assessmentId: work.assessment,
          rule: 'pitfall-2',
          about: '',
          level: 'membaik',
          at: work.house.now.toISOString(),
        },
      ]),
    )
    expect((await companion.get(finding())).text).toContain('Membaik')
    expect(await readByChair(finding())).not.toContain('Membaik')
  })

  it('keep their grounds and not their words of a piece that was restricted since', async () => {
    await loadRules(work.house)
    const { id } = await addPiece(work, work.chair, GRATIFICATION, {
      fields: { title: 'Laporan pelapor triwulan I 2024', nature: 'formal', happenedOn: '2025-06-02' },
      files: [[samples.pdf, 'scan0007.pdf']],
    })
    await addPiece(work, work.chair, TEAM, { files: [[samples.jpg, 'IMG_2041.jpg']] })
    await handIn()
    const overview = paths.findings(work.assessment)
    const question = paths.question(work.assessment, GRATIFICATION)
    for (const address of [overview, question])
      expect((await companion.get(address)).text).toContain('Laporan pelapor')
    const restriction = await post(work.chair, paths.evidence(id), paths.evidence(id), {
      title: 'Laporan pelapor triwulan I 2024',
      nature: 'formal',
      happenedOn: '2025-06-02',
      access: 'terbatas',
      version: '1',
    })
    expect(restriction.status).toBe(303)
    await refresh()
    for (const address of [
      overview,
      question,
      `${overview}?keadaan=sekarang`,
      finding('contradiction-file-names'),
    ])
      expect((await companion.get(address)).text).not.toMatch(/Laporan pelapor|scan0007/)
    expect((await companion.get(overview)).text).toContain('di antaranya pada bukti terbatas')
  })
})
