import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { told } from '../messages/told'
import { noting, QUESTION } from './noted'

describe('the owner of a note', () => {
  let inspection: Inspection
  let act: ReturnType<typeof noting>
  beforeAll(async () => {
    inspection = await openInspection()
    act = noting(inspection)
  })
  afterAll(() => inspection.close())

  const ownerOf = async (id: string) =>
    (await inspection.house.database.one<{ owner: string | null }>(
      'SELECT owner_id AS owner FROM notes WHERE id = $1',
      [id],
    ))!.owner
  const give = async (who: Parameters<typeof act.send>[0], id: string, fields: Record<string, unknown>) =>
    act.send(who, id, paths.noteOwner(id), fields)

  it('is named by chair or head from their team, who is told of it, with an event', async () => {
    const { people, house } = inspection
    const id = await act.write('member', { about: 'area:3' })
    expect((await act.read('chair', paths.note(id))).text).toContain('Serahkan kepada')
    expect((await give('chair', id, { owner: people.pokja.id })).status).toBe(303)
    expect(await ownerOf(id)).toBe(people.pokja.id)
    expect((await told(house, 'note-given')).map(({ who, href }) => [who, href])).toEqual([
      ['Bagas Hendrawan', paths.note(id)],
    ])
    expect((await give('pokja', id, { owner: people.chair.id })).status).toBe(403)
    expect((await act.send('pokja', id, paths.noteReplies(id), { text: 'SOP terlampir.' })).status).toBe(303)
    expect((await give('head', id, { owner: '' })).status).toBe(303)
    expect(await ownerOf(id)).toBeNull()
    expect(await act.events(id)).toEqual(['write-note', 'hand-over-note', 'reply-note', 'hand-over-note'])
    const { text } = await act.read('head', paths.note(id))
    expect(text).toContain('Mengganti penanggung jawab catatan')
    expect((await act.stateOf(id)).state).toBe('ditanggapi')
  })

  it('changes nothing and leaves no event where the same person is named again', async () => {
    const owner = inspection.people.pokja.id
    const id = await act.write('member', { owner })
    expect((await give('chair', id, { owner })).status).toBe(303)
    expect(await act.events(id)).toEqual(['write-note'])
    expect(await act.versionOf(id)).toBe(1)
  })

  it('is nobody from elsewhere: the form comes back', async () => {
    const id = await act.write('member')
    const answer = await give('chair', id, { owner: inspection.people.companion.id })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Pilih seorang dari tim satker ini.')
    expect(await ownerOf(id)).toBeNull()
  })

  it('is not changed over what somebody else did meanwhile: both names stand side by side', async () => {
    const { people } = inspection
    const id = await act.write('member')
    await act.handOver('head', id, people.pokja.id)
    const answer = await give('chair', id, { owner: people.chair.id, version: 1 })
    expect(answer.status).toBe(409)
    expect(answer.text).toMatch(/Teks Anda.*Sari Puspadewi.*Tersimpan sekarang.*Bagas Hendrawan/s)
    expect(await ownerOf(id)).toBe(people.pokja.id)
  })

  it('is not changed by evaluators, the pendamping or a stranger, nor once the note is settled', async () => {
    const owner = inspection.people.pokja.id
    const id = await act.write('member', { about: `question:${QUESTION}` })
    for (const who of ['member', 'companion'] as const)
      expect((await give(who, id, { owner })).status).toBe(403)
    expect((await act.read('member', paths.note(id))).text).not.toContain('Serahkan kepada')
    await act.reply('chair', id)
    await act.verify('member', id)
    expect((await give('chair', id, { owner })).status).toBe(403)
    expect((await act.read('chair', paths.note(id))).text).not.toContain('Serahkan kepada')
  })
})
