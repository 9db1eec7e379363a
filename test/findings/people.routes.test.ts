import { keptFindings } from '../../src/findings/finding-document'
import { groundsHash } from '../../src/findings/ruling-words'
import { Conflict, NotFound, Refused } from '../../src/refusals'
import { addByForm, openOffice, type Office, type Who } from '../roster/roster-office'
import { addPerson } from '../support/cast'
import { loadRules } from './rules-at-work'

describe('what people say of findings', () => {
  let office: Office
  let companion: string
  beforeEach(async () => {
    office = await openOffice()
    companion = (await addPerson(office.house, 'Meutia Rahardja', 'pendamping', await kanwil())).id
    await loadRules(office.house)
  })
  afterEach(() => office.close())

  const kanwil = async () =>
    (await office.house.database.one<{ id: string; path: string; name: string }>(
      `SELECT id, path, name FROM satker WHERE name = 'Kanwil Tirta Raya'`,
    ))!
  const actorOf = async (id: string) => {
    const started = { startedAt: office.house.now.toISOString() }
    return (await office.house.services.accounts.actorOf(id, started, 'test'))!
  }
  const opened = async () =>
    office.house.services.assessments.visibleTo(await office.actor('chair')).get(office.assessment)
  const seen = async () => (await office.house.services.findings.of(await opened()))!
  const instant = async () =>
    keptFindings((await seen()).document.findings).find(({ rule }) => rule === 'pitfall-2')!
  const rule = async (outcome: 'confirmed' | 'dismissed', reason: string, who?: Who) => {
    const found = await instant()
    const actor = who ? await office.actor(who) : await actorOf(companion)
    await office.house.services.findingRulings.rule(actor, await opened(), found, {
      outcome,
      reason,
      grounds: groundsHash(found.grounds),
    })
  }

  it('is a ruling with its reason, which holds as long as the facts stay', async () => {
    await rule('dismissed', 'Pencanangan dilakukan bersama kanwil.')
    expect((await seen()).words.get('pitfall-2 ')).toMatchObject({
      outcome: 'dismissed',
      reason: 'Pencanangan dilakukan bersama kanwil.',
      by: 'Meutia Rahardja',
    })
    const { activities, registerUnits } = office.house.services
    const chair = await office.actor('chair')
    const unit = await registerUnits.toKeep(chair, office.satker.id)
    expect(activities).toBeDefined()
    await office.house.database.inTransaction(() =>
      office.house.database.writing().query(
        `INSERT INTO activities (id, satker_id, kind, title, held_on, held_until, starts_at, ends_at, place,
             leader_present, zi_discussed, agenda, version, created_at)
           VALUES ('a', $1, 'launch', 'Pencanangan', '2026-01-05', '2026-01-05', '', '', '', ${yes()}, ${yes()}, '', 1, '')`,
        [unit.satkerId],
      ),
    )
    await addByForm(office, 'chair')
    expect((await seen()).words.get('pitfall-2 ')).toBeUndefined()
    expect((await seen()).rulings).toHaveLength(1)
  })

  const yes = () => (office.house.database.dialect === 'sqlite' ? '1' : 'true')

  it('needs somebody who looks from outside', async () => {
    await expect(rule('confirmed', 'Benar.', 'chair')).rejects.toThrow(Refused)
    expect((await seen()).rulings).toEqual([])
  })

  it('is not said of grounds that nobody has seen', async () => {
    const found = await instant()
    const { findingRulings } = office.house.services
    const said = { outcome: 'dismissed', reason: 'Ya.', grounds: 'x' } as const
    await expect(findingRulings.rule(await actorOf(companion), await opened(), found, said)).rejects.toThrow(
      Conflict,
    )
    const unknown = { rule: 'pitfall-9', about: '' }
    await expect(
      findingRulings.rule(await actorOf(companion), await opened(), unknown, said),
    ).rejects.toThrow(NotFound)
  })

  it('is not said over a word of somebody else that nobody has seen', async () => {
    const { findingRulings } = office.house.services
    const found = await instant()
    const say = async (outcome: 'confirmed' | 'dismissed', after: string) =>
      findingRulings.rule(await actorOf(companion), await opened(), found, {
        outcome,
        reason: 'Dilihat di tempat.',
        grounds: groundsHash(found.grounds),
        after,
      })
    await say('confirmed', '')
    await expect(say('dismissed', '')).rejects.toThrow('Orang lain menetapkan temuan ini')
    const [first] = (await seen()).rulings
    office.house.now = new Date(office.house.now.getTime() + 60_000)
    await say('dismissed', first!.id)
    expect((await seen()).rulings.map(({ outcome }) => outcome)).toEqual(['confirmed', 'dismissed'])
  })

  it('is counted by rule: the last word on each finding', async () => {
    await rule('confirmed', 'Memang belum dicanangkan.')
    office.house.now = new Date(office.house.now.getTime() + 60_000)
    await rule('dismissed', 'Sudah dicanangkan tahun lalu.')
    expect(await office.house.services.findingRulings.precision()).toEqual([
      { rule: 'pitfall-2', confirmed: 0, dismissed: 1 },
    ])
  })

  const say = async (
    who: Who | null,
    status: 'belum' | 'berjalan' | 'selesai' | 'diverifikasi',
    version: number,
  ) =>
    office.house.services.recommendations.change(
      who ? await office.actor(who) : await actorOf(companion),
      await opened(),
      1,
      { status, owner: 'Ketua tim', dueOn: '2026-06-30', notes: 'Disiapkan.', evidence: [], version },
    )

  it('is a status of each of the eleven recommendations, kept by the satker and verified from outside', async () => {
    const { recommendations } = office.house.services
    expect(
      (await recommendations.of(await office.actor('chair'), await opened())).map(one => one.status),
    ).toEqual(Array.from({ length: 11 }, () => 'belum'))
    await say('member', 'selesai', 0)
    await expect(say('chair', 'diverifikasi', 1)).rejects.toThrow(Refused)
    await expect(say('kanwil', 'berjalan', 1)).rejects.toThrow(Refused)
    await say(null, 'diverifikasi', 1)
    await expect(say('chair', 'berjalan', 2)).rejects.toThrow(Refused)
    const [first] = await recommendations.of(await office.actor('chair'), await opened())
    expect(first).toMatchObject({ status: 'diverifikasi', version: 2, changedBy: 'Meutia Rahardja' })
  })

  it('is not written over what somebody else said, nor of a twelfth recommendation', async () => {
    await say('chair', 'berjalan', 0)
    await expect(say('head', 'selesai', 0)).rejects.toThrow(Conflict)
    await expect(
      office.house.services.recommendations.change(await office.actor('chair'), await opened(), 12, {
        status: 'belum',
        owner: '',
        dueOn: null,
        notes: '',
        evidence: [],
        version: 0,
      }),
    ).rejects.toThrow(NotFound)
  })
})
