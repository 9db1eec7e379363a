import { AsyncResource } from 'node:async_hooks'
import { Membership } from '../../src/accounts/membership.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { attestAll, submit } from '../attestations/hand-in'
import { samples } from '../storage/sample-files'
import { onPostgres } from '../support/database'
import { post, type Browser } from '../support/house'
import {
  actionsOf,
  addPiece,
  answered,
  countOf,
  GRATIFICATION,
  satkerAtWork,
  storedMicro,
  TEAM,
  upload,
  type SatkerAtWork,
} from './satker-at-work'

const QUOTA = 'P.quota'
const SAKIP = 'P.sakip'
const FACTS = { title: 'Judul lain', nature: 'formal', access: 'biasa', version: '1' }

describe('who keeps a piece of evidence', () => {
  let work: SatkerAtWork
  beforeEach(async () => {
    work = await satkerAtWork()
  })
  afterEach(() => work.close())

  const attach = (agent: Browser, question: string, evidence: string) =>
    upload(
      agent,
      paths.evidenceUses(work.assessment, question),
      { fields: { evidence, stages: question.startsWith('P.') ? [] : ['planning'] } },
      { usual: false },
    )
  const change = async (agent: Browser, id: string) =>
    (await post(agent, paths.evidence(id), paths.evidence(id), FACTS)).status
  const withdraw = async (agent: Browser, id: string, version = '1') =>
    (
      await post(agent, paths.evidence(id), paths.evidenceWithdrawal(id), {
        version,
        reason: 'Tidak dipakai',
      })
    ).status
  const replace = async (agent: Browser, piece: { id: string; file: string }) =>
    (
      await upload(
        agent,
        paths.evidence(piece.id),
        { files: [[samples.docx, 'Baru.docx']] },
        { action: paths.evidenceFileReplacement(piece.file), usual: false },
      )
    ).status
  const alsoAt = (who: keyof SatkerAtWork['people'], role: Membership['role'], parts: string | null = null) =>
    work.house.database.inTransaction(() =>
      work.house.database.insert(Membership, [
        {
          id: newId(),
          userId: work.people[who].id,
          satkerId: work.satker.id,
          role,
          parts,
          acting: false,
          validFrom: '2026-01-01',
          createdAt: '2026-01-01T00:00:00.000Z',
        },
      ]),
    )
  const windowIsOver = () =>
    work.house.database.inTransaction(() =>
      work.house.database.writing().query("UPDATE cycle_windows SET closes_on = '2026-03-01'"),
    )

  it('is not won by a member who attaches the piece of another pokja to an own question', async () => {
    const piece = await addPiece(work, await work.browserOf('five'), GRATIFICATION, {
      files: [[samples.pdf, 'Laporan.pdf']],
    })
    const one = await work.browserOf('one')
    expect((await attach(one, TEAM, piece.id)).status).toBe(303)
    expect([await change(one, piece.id), await replace(one, piece), await withdraw(one, piece.id)]).toEqual([
      403, 403, 403,
    ])
    expect(await withdraw(await work.browserOf('five'), piece.id)).toBe(403)
    expect(await withdraw(work.chair, piece.id)).toBe(303)
  })

  it('is whoever made it while no question uses it', async () => {
    const one = await work.browserOf('one')
    const piece = await addPiece(work, one, TEAM, { files: [[samples.pdf, 'SK.pdf']] })
    const use = paths.evidenceUse(work.assessment, piece.use)
    expect((await post(one, use, use, { lepas: 'ya', version: '1' })).status).toBe(303)
    expect(await change(await work.browserOf('five'), piece.id)).toBe(403)
    expect(await change(one, piece.id)).toBe(303)
  })

  it('is the centre alone where the centre fills the prerequisite, and the satker sees it', async () => {
    const admin = await work.browserOf('admin')
    const piece = await addPiece(work, admin, QUOTA, {
      fields: { title: 'Surat kuota', stages: [] },
      files: [[samples.pdf, 'Kuota.pdf']],
    })
    for (const who of ['chair', 'head', 'one'] as const) {
      const agent = await work.browserOf(who)
      expect((await agent.get(paths.evidence(piece.id))).text).toContain('Surat kuota')
      expect([
        await change(agent, piece.id),
        await replace(agent, piece),
        await withdraw(agent, piece.id),
      ]).toEqual([403, 403, 403])
    }
    expect(await replace(admin, piece)).toBe(303)
    expect(await change(admin, piece.id)).toBe(303)
    expect(await withdraw(admin, piece.id, '2')).toBe(303)
  })

  it('opens the restricted papers of the centre to the centre, also once they are frozen', async () => {
    const admin = await work.browserOf('admin')
    const piece = await addPiece(work, admin, QUOTA, {
      fields: { title: 'Surat kuota', access: 'terbatas', stages: [] },
      files: [[samples.pdf, 'Kuota.pdf']],
    })
    const theirs = await addPiece(work, work.chair, SAKIP, {
      fields: { title: 'Nota rahasia', access: 'terbatas', stages: [] },
      files: [[samples.jpg, 'Nota.jpg']],
    })
    const statusOf = async (agent: Browser, id: string) => (await agent.get(paths.evidence(id))).status
    expect([await statusOf(admin, piece.id), await statusOf(admin, theirs.id)]).toEqual([200, 404])
    expect((await admin.get(paths.evidenceFile(piece.file))).status).toBe(200)
    const viewer = await work.browserOf('viewer')
    expect(await statusOf(viewer, piece.id)).toBe(404)
    const pages = [paths.evidenceUses(work.assessment, QUOTA), paths.prerequisites(work.assessment)]
    for (const page of pages) {
      expect((await admin.get(page)).text).toContain('Surat kuota')
      expect((await viewer.get(page)).text).not.toContain('Surat kuota')
    }
    await attestAll(work, await work.browserOf('head'))
    expect((await submit(work, await work.browserOf('head'))).status).toBe(303)
    const frozen = paths.frozenWorksheet(work.assessment, work.worksheet)
    expect((await admin.get(frozen)).text).toContain('Surat kuota')
    expect((await admin.get(frozen)).text).not.toContain('Nota rahasia')
    expect((await viewer.get(frozen)).text).not.toContain('Surat kuota')
  })

  it('is told by the same roles that fill the prerequisite', async () => {
    const admin = await work.browserOf('admin')
    await alsoAt('admin', 'member', '1')
    const page = paths.evidenceUses(work.assessment, SAKIP)
    const answer = await upload(admin, page, { fields: { stages: [] }, files: [[samples.pdf, 'SAKIP.pdf']] })
    expect(answer.status).toBe(403)
    expect(await countOf(work, 'evidence')).toBe(0)
    await alsoAt('admin', 'chair')
    await addPiece(work, admin, SAKIP, { fields: { stages: [] }, files: [[samples.pdf, 'SAKIP.pdf']] })
  })

  it('is not bound by the window of dates when it is the centre', async () => {
    const admin = await work.browserOf('admin')
    await windowIsOver()
    const piece = await addPiece(work, admin, QUOTA, {
      fields: { stages: [] },
      files: [[samples.pdf, 'Kuota.pdf']],
    })
    expect(await change(admin, piece.id)).toBe(303)
    const page = paths.evidenceUses(work.assessment, SAKIP)
    const late = await upload(work.chair, page, { fields: { stages: [] }, files: [[samples.jpg, 'a.jpg']] })
    expect(late.status).toBe(403)
  })

  // SQLite has one writer at a time: nobody can come between there, and waiting for one who does would never end.
  const onPostgresIt = onPostgres ? it : it.skip

  /** Runs `meanwhile` in another transaction when a change has read its uses and not yet held the piece. */
  function whileWaitingForThePiece(meanwhile: () => Promise<unknown>) {
    const { database } = work.house
    const outside = AsyncResource.bind(meanwhile)
    const lock = database.lock.bind(database)
    let waited = false
    jest.spyOn(database, 'lock').mockImplementation(async (table, id) => {
      if (table === 'evidence' && !waited) {
        waited = true
        await outside()
      }
      return lock(table, id)
    })
  }

  onPostgresIt(
    'counts a piece out of a question that it was attached to while it was withdrawn',
    async () => {
      await answered(work, TEAM, 'Ya')
      const piece = await addPiece(work, work.chair, GRATIFICATION, { files: [[samples.pdf, 'SK.pdf']] })
      const use = paths.evidenceUse(work.assessment, piece.use)
      await post(work.chair, use, use, { lepas: 'ya', version: '1' })
      const other = await work.browserOf('one')
      let attached = 0
      whileWaitingForThePiece(async () => (attached = (await attach(other, TEAM, piece.id)).status))
      expect(await withdraw(work.chair, piece.id)).toBe(303)
      expect(attached).toBe(303)
      expect(await storedMicro(work, 'A.I.1.i')).toBe(0)
      expect((await actionsOf(work)).slice(-2)).toEqual(['use-evidence', 'withdraw-evidence'])
    },
  )

  onPostgresIt('is asked again once the piece is held', async () => {
    const one = await work.browserOf('one')
    const piece = await addPiece(work, one, TEAM, { files: [[samples.pdf, 'SK.pdf']] })
    const use = paths.evidenceUse(work.assessment, piece.use)
    await post(one, use, use, { lepas: 'ya', version: '1' })
    const five = await work.browserOf('five')
    whileWaitingForThePiece(() => attach(five, GRATIFICATION, piece.id))
    expect(await withdraw(one, piece.id)).toBe(403)
  })
})
