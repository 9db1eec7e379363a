import { systemActor } from '../../src/access/actor'
import { paths } from '../../src/paths'
import { addPiece, satkerAtWork, TEAM, upload, type SatkerAtWork } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { browser, post, tokenIn } from '../support/house'

const NUL = '\u0000'

describe('what no browser of good will sends', () => {
  let work: SatkerAtWork
  let piece: { id: string; file: string; use: string }
  beforeAll(async () => {
    work = await satkerAtWork()
    piece = await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK Tim.pdf']] })
  })
  afterAll(() => work.close())

  const token = async () => tokenIn((await work.chair.get(paths.ownPassword())).text)
  const notes = () => work.house.database.query(`SELECT note FROM answers WHERE note <> ''`)
  const send = async (note: string) =>
    work.chair
      .post(paths.answer(work.assessment, TEAM))
      .set('accept', 'application/json')
      .set('x-csrf-token', await token())
      .send({ field: 'note', base: 0, note })

  it('is no address', async () => {
    for (const address of [
      '/penilaian/%00',
      '/berkas/%00',
      '/tautan/%00',
      `${paths.evidenceShelf(work.satker.id)}?cari=%00`,
      `${paths.assessmentTrail(work.assessment)}?oleh=%00`,
    ])
      expect([address, (await work.chair.get(address)).status]).toEqual([address, 404])
  })

  it('is refused before somebody signs in', async () => {
    const answer = await post(browser(work.house), '/masuk', '/masuk', {
      login: `sari${NUL}`,
      password: 'kata sandi yang salah',
    })
    expect(answer.status).toBe(422)
  })

  it.each([
    ['a NUL', `Rapat${NUL} tim`],
    ['half a character', 'Rapat \ud83d tim'],
  ])('keeps nothing of a note with %s', async (_what, note) => {
    expect((await send(note)).status).toBe(422)
    expect(await notes()).toEqual([])
  })

  it('keeps nothing of a form with a NUL, in its fields or in their names', async () => {
    const page = paths.evidence(piece.id)
    const fields = { title: `SK${NUL}`, nature: 'formal', access: 'biasa', version: '1' }
    expect((await post(work.chair, page, page, fields)).status).toBe(422)
    expect((await post(work.chair, page, page, { ...fields, title: 'SK', [`x${NUL}`]: '1' })).status).toBe(
      422,
    )
    expect((await post(work.chair, page, page, { ...fields, title: ['SK', NUL] })).status).toBe(422)
    expect((await work.chair.get(page)).text).toContain('SK Tim')
  })

  it('keeps nothing of an upload with a NUL in its fields', async () => {
    const answer = await upload(work.chair, paths.evidenceUses(work.assessment, TEAM), {
      fields: { title: `Notulen${NUL}` },
      files: [[samples.jpg, 'Rapat.jpg']],
    })
    expect(answer.status).toBe(422)
    expect(await work.house.database.query('SELECT id FROM evidence')).toHaveLength(1)
  })

  it('is understood as an empty form when it has no body that can be read', async () => {
    for (const [agent, address] of [
      [work.chair, paths.evidenceUse(work.assessment, piece.use)],
      [work.chair, paths.evidenceUses(work.assessment, TEAM)],
      [work.chair, paths.evidenceFiles(piece.id)],
      [await work.browserOf('admin'), paths.satkerLogo(work.satker.id)],
      [await work.browserOf('admin'), paths.importSatker()],
      [await work.browserOf('admin'), paths.importSatkerRun()],
    ] as const) {
      const own = tokenIn((await agent.get(paths.ownPassword())).text)
      const answer = await agent.post(address).set('x-csrf-token', own).type('text/plain').send('halo')
      expect([address, answer.status]).toEqual([address, 422])
    }
  })

  it.each(['[]', '["a"]'])('is understood as an empty form when its body is the list %s', async body => {
    const { cycleId } = await work.house.services.assessments
      .visibleTo(systemActor('tests'))
      .get(work.assessment)
    const opening = paths.cycleOpening(cycleId)
    for (const [agent, address] of [
      [await work.browserOf('admin'), opening],
      [work.chair, paths.evidenceUse(work.assessment, piece.use)],
      [work.chair, paths.evidence(piece.id)],
    ] as const) {
      const own = tokenIn((await agent.get(paths.ownPassword())).text)
      const answer = await agent
        .post(address)
        .set('x-csrf-token', own)
        .set('content-type', 'application/json')
        .send(body)
      expect([address, answer.status]).toEqual([address, 422])
    }
  })

  it('takes no use away without the version it was shown in', async () => {
    const page = paths.evidenceUse(work.assessment, piece.use)
    expect((await post(work.chair, page, page, { lepas: 'ya', version: 'satu' })).status).toBe(422)
    expect((await post(work.chair, page, page, { lepas: 'ya' })).status).toBe(422)
    expect((await work.chair.get(page)).status).toBe(200)
  })

  it('answers a note of blanks without end at once', async () => {
    const page = paths.worksheetPart(work.assessment, '1')
    const answer = await post(work.chair, page, paths.answers(work.assessment), {
      bagian: '1',
      [`stamp:${TEAM}`]: '0.0.0.0',
      [`note:${TEAM}`]: `${' '.repeat(150_000)}x`,
    })
    expect(answer.status).toBe(422)
  })

  it('refuses a count that nobody counted', async () => {
    const page = paths.worksheetPart(work.assessment, '1')
    const question = 'A.II.1.i.a'
    const answer = await post(work.chair, page, paths.answers(work.assessment), {
      bagian: '1',
      [`stamp:${question}`]: '0.0.0.0',
      [`input:${question}:agents`]: `1${'.234'.repeat(200)}`,
    })
    expect(answer.status).toBe(422)
  })
})
