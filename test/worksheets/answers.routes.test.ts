import { systemActor } from '../../src/access/actor'
import { Attestation } from '../../src/attestations/attestation.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { addPerson, addSatker, PASSWORD } from '../support/cast'
import { browser, signedIn } from '../support/house'
import { openFilling, type Filling } from './filling'

describe('saving an answer', () => {
  let filling: Filling
  beforeAll(async () => void (filling = await openFilling()))
  afterAll(() => filling.house.close())

  it('keeps the option with its score, its author and an event, and says what it moved', async () => {
    const { house, chair, send, answer } = filling
    const reply = await send(chair, 'A.I.1.i.a', { field: 'value', base: 0, option: 'Ya' })
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({
      field: 'value',
      version: 1,
      savedAt: '10.45',
      scored: {
        question: { answered: true, flags: [{ lead: 'Tanpa bukti' }] },
        sections: { 'A.I.1.i': { claimed: '0,25', substantiated: '0,00', count: '1/2' } },
        part: { id: '1', count: '1/16', flagged: '1', claimed: '0,25' },
      },
    })
    expect(await answer('A.I.1.i.a')).toMatchObject({ option: 'Ya', value_version: 1 })
    const total = await house.database.one(
      "SELECT claimed, flagged FROM section_scores WHERE section = 'total'",
    )
    expect(total).toEqual({ claimed: '1/4', flagged: 1 })
    const event = (await filling.events('save-value'))[0]
    expect(event).toMatchObject({ question: 'A.I.1.i.a', user_name: 'Sari Puspadewi', role: 'chair' })
    expect(JSON.parse(String(event?.['after']))).toEqual({ option: 'Ya' })
  })

  it('saves in six statements and a lock while nothing is attested, whatever the worksheet holds', async () => {
    const { house, chair, send } = filling
    const statements = async (code: string) => {
      await chair.get(paths.worksheetPart(filling.assessment.id, '1'))
      const before = house.statements.length
      await send(chair, code, { field: 'value', base: 0, option: 'A' })
      const all = house.statements.slice(before)
      // The helper fetches a page for its token first; the save begins with its own actor row.
      const last = all.findLastIndex(sql => sql.includes('FROM users u'))
      return all.slice(last).filter(sql => !/^(BEGIN|COMMIT|START)/.test(sql)).length
    }
    const first = await statements('A.I.1.i.b')
    await statements('A.I.1.ii.b')
    expect(await statements('A.I.1.ii.c')).toBe(first)
    // PostgreSQL also locks the worksheet.
    expect(first).toBe(house.database.dialect === 'postgres' ? 7 : 6)
  })

  it('reads typed counts, and keeps nothing of a value in which one cannot be read', async () => {
    const { chair, send, answer } = filling
    const code = 'A.II.1.i.a'
    const good = await send(chair, code, { field: 'value', base: 0, inputs: { agents: '7', changes: ' 5 ' } })
    expect(good.body.scored.question.computed).toMatchObject({ formula: '5 ÷ 7', result: '0,71' })
    const bad = await send(chair, code, {
      field: 'value',
      base: 1,
      inputs: { agents: 'tujuh', changes: '6' },
    })
    expect(bad.status).toBe(422)
    expect(bad.body.fields).toEqual({ agents: 'Tulis bilangan bulat, misalnya 12.' })
    expect(JSON.parse(String((await answer(code))?.['inputs']))).toEqual({ agents: '7', changes: '5' })
  })

  it('keeps counts that contradict each other as typed, without a value', async () => {
    const { house, chair, send } = filling
    const inputs = { changes: '0', integrated: '4' }
    const reply = await send(chair, 'A.II.1.i.b', { field: 'value', base: 0, inputs })
    expect(reply.status).toBe(200)
    expect(reply.body.scored.question).toMatchObject({
      answered: false,
      status: { text: 'Bertentangan' },
      computed: { result: 'Belum dihitung' },
    })
    expect(reply.body.scored.question.computed.contradiction).toContain('Angka bertentangan')
    const total = await house.database.one<{ contradictory: number }>(
      "SELECT contradictory FROM section_scores WHERE section = 'total'",
    )
    expect(total?.contradictory).toBe(1)
  })

  it('refuses an index outside its scale and says how a percentage converts', async () => {
    const { chair, send, answer } = filling
    const reply = await send(chair, 'B.I.i.a', { field: 'value', base: 0, inputs: { index: '87,65' } })
    expect(reply.status).toBe(422)
    expect(reply.body.fields.index).toContain('Nilai 87,65 dari 100 setara 3,51')
    expect(await answer('B.I.i.a')).toBeUndefined()
    const good = await send(chair, 'B.I.i.a', { field: 'value', base: 0, inputs: { index: '3.60' } })
    expect(good.body.scored.question.computed).toMatchObject({
      formula: '3,60 ÷ 4',
      result: '0,90',
    })
  })

  it('shows the rule that gave the value of a zero denominator', async () => {
    const inputs = { previous: '0', current: '0' }
    const reply = await filling.send(filling.chair, 'A.II.3.iii.a', { field: 'value', base: 0, inputs })
    expect(reply.body.scored.question.computed).toMatchObject({ result: '1,00' })
    expect(reply.body.scored.question.computed.rule).toContain('Nihil pelanggaran')
  })

  it('goes back to unanswered when it is cleared', async () => {
    const { chair, send, answer } = filling
    await send(chair, 'A.I.1.ii.a', { field: 'value', base: 0, option: 'Ya' })
    const reply = await send(chair, 'A.I.1.ii.a', { field: 'value', base: 1, option: '' })
    expect(reply.body.scored.question).toMatchObject({ answered: false, status: { icon: 'ring' } })
    expect(await answer('A.I.1.ii.a')).toMatchObject({ option: null, value_version: 2 })
    expect(await filling.events('clear-answer')).toHaveLength(1)
  })

  it('makes one event of a note typed by one person, until somebody else comes between', async () => {
    const { house, chair, send, events } = filling
    const code = 'A.I.1.iii.a'
    const bagas = await filling.enter('Bagas Hendrawan', 'member', { parts: '1,2' })
    await send(chair, code, { field: 'note', base: 0, note: 'Satu' })
    house.now = new Date(house.now.getTime() + 60_000)
    await send(chair, code, { field: 'note', base: 1, note: 'Satu dua' })
    const first = await events('save-note')
    expect(first).toHaveLength(1)
    expect(JSON.parse(String(first[0]?.['before']))).toEqual({ note: '' })
    expect(JSON.parse(String(first[0]?.['after']))).toEqual({ note: 'Satu dua' })
    await send(bagas, code, { field: 'note', base: 2, note: 'Satu dua tiga' })
    await send(chair, code, { field: 'note', base: 3, note: 'Satu dua tiga empat' })
    expect(await events('save-note')).toHaveLength(3)
  })

  it('brings along what somebody else changed in the other field, when the page does not know it yet', async () => {
    const { chair, send, enter } = filling
    const code = 'A.II.1.i.a'
    const bagas = await enter('Bagas Newcomer', 'member', { parts: '1' })
    const standing = Number((await filling.answer(code))?.['value_version'])
    const value = { field: 'value', base: standing, inputs: { agents: '8', changes: '2' } }
    await send(chair, code, value)
    const reply = await send(bagas, code, { field: 'note', base: 0, seen: standing, note: 'Dua perubahan.' })
    expect(reply.body.newer).toMatchObject({
      field: 'value',
      version: standing + 1,
      by: 'Sari Puspadewi',
      value: { inputs: { agents: '8', changes: '2' } },
    })
    expect(reply.body.scored.question.computed).toMatchObject({ formula: '2 ÷ 8' })
    const known = await send(bagas, code, {
      field: 'note',
      base: 1,
      seen: standing + 1,
      note: 'Dua perubahan lagi.',
    })
    expect(known.body).toMatchObject({ newer: null, scored: null })
  })

  it('goes on with the event of a note when the same person chose an option in between', async () => {
    const { house, chair, send, events } = filling
    const code = 'A.I.1.iii.c'
    await send(chair, code, { field: 'note', base: 0, note: 'Satu' })
    house.now = new Date(house.now.getTime() + 60_000)
    await send(chair, code, { field: 'value', base: 0, option: 'B' })
    house.now = new Date(house.now.getTime() + 60_000)
    await send(chair, code, { field: 'note', base: 1, note: 'Satu dua' })
    const saved = (await events('save-note')).filter(event => event['question'] === code)
    expect(saved).toHaveLength(1)
    expect(JSON.parse(String(saved[0]?.['after']))).toEqual({ note: 'Satu dua' })
    house.now = new Date(house.now.getTime() + 11 * 60_000)
    await send(chair, code, { field: 'note', base: 2, note: 'Satu dua tiga' })
    expect((await events('save-note')).filter(event => event['question'] === code)).toHaveLength(2)
  })

  it('contests a base that is newer than what stands: the database was brought back from a backup', async () => {
    const { chair, send, answer } = filling
    const code = 'A.I.4.i.a'
    await send(chair, code, { field: 'note', base: 0, note: 'Dari cadangan.' })
    const reply = await send(chair, code, { field: 'note', base: 7, note: 'Dari peramban.' })
    expect(reply.status).toBe(409)
    expect(reply.body.current).toMatchObject({ note: 'Dari cadangan.', version: 1 })
    expect((await send(chair, code, { field: 'value', base: 7, option: 'B' })).status).toBe(409)
    expect(await answer(code)).toMatchObject({ note: 'Dari cadangan.' })
  })

  it('stores after every save the very sections that scoring the whole worksheet anew gives', async () => {
    const { house, chair, send, assessment } = filling
    const { scoring, assessments, database } = house.services
    const sections = () =>
      database.query('SELECT * FROM section_scores WHERE worksheet_id = $1 ORDER BY section', [
        assessment.worksheetId,
      ])
    for (const [code, content] of [
      ['A.I.4.i.b', { option: 'A' }],
      ['A.II.1.i.a', { inputs: { agents: '7', changes: '5' } }],
      ['A.I.4.i.b', { option: 'C' }],
      ['A.II.1.i.a', { inputs: { agents: '3', changes: '5' } }],
      ['A.I.4.i.b', { option: '' }],
    ] as const) {
      const { value_version: base = 0 } = ((await filling.answer(code)) ?? {}) as { value_version?: number }
      expect((await send(chair, code, { field: 'value', base, ...content })).status).toBe(200)
      const kept = await sections()
      const context = await assessments.visibleTo(systemActor('test')).get(assessment.id)
      await database.inTransaction(() => scoring.rescore(context))
      expect(await sections()).toEqual(kept)
    }
  })

  it('merges two fields and contests one: the later text is not taken, and both are shown', async () => {
    const { chair, send, answer } = filling
    const code = 'A.I.1.iii.b'
    const dewi = await filling.enter('Dewi Lestari', 'member', { parts: '1' })
    expect((await send(dewi, code, { field: 'note', base: 0, note: 'Apel setiap Senin.' })).status).toBe(200)
    expect((await send(chair, code, { field: 'value', base: 0, option: 'B' })).status).toBe(200)
    const late = await send(chair, code, { field: 'note', base: 0, note: 'Apel setiap <Selasa>.' })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({
      error: 'conflict',
      current: { field: 'note', note: 'Apel setiap Senin.', by: 'Dewi Lestari', version: 1 },
      words: { theirName: 'Dewi Lestari', mine: 'Apel setiap <mark>&lt;Selasa&gt;.</mark>' },
    })
    expect(await answer(code)).toMatchObject({ note: 'Apel setiap Senin.', option: 'B' })
    const same = await send(chair, code, { field: 'note', base: 0, note: 'Apel setiap Senin.' })
    expect(same.body).toMatchObject({ version: 1 })
    const chosen = await send(chair, code, { field: 'note', base: 1, note: 'Apel setiap <Selasa>.' })
    expect(chosen.body).toMatchObject({ version: 2 })
  })

  it('merges two inputs of one ratio, and contests the same one with both values', async () => {
    const { chair, send, answer, events } = filling
    const code = 'A.II.4.i.a'
    const tono = await filling.enter('Tono Prasetyo', 'member', { parts: '4' })
    const nothing = { targets: '', achieved: '' }
    const type = (agent: typeof chair, base: number, was: object, inputs: object) =>
      send(agent, code, { field: 'value', base, was, inputs: { ...was, ...inputs } })
    const stored = async () => JSON.parse(String((await answer(code))?.['inputs'])) as unknown
    expect((await type(tono, 0, nothing, { targets: '8' })).body).toMatchObject({ version: 1 })
    const merged = await type(chair, 0, nothing, { achieved: '6' })
    expect(merged.status).toBe(200)
    expect(merged.body).toMatchObject({ version: 2, inputs: { targets: '8', achieved: '6' } })
    expect(merged.body.scored.question.computed).toMatchObject({ formula: '6 ÷ 8' })
    expect(await stored()).toEqual({ targets: '8', achieved: '6' })
    const named = (await events('save-value')).filter(event => event['question'] === code)
    expect(named.map(event => event['user_name'])).toEqual(['Tono Prasetyo', 'Sari Puspadewi'])

    const contested = await type(tono, 1, { ...nothing, targets: '8' }, { achieved: '5' })
    expect(contested.status).toBe(409)
    expect(contested.body.current.value.inputs).toEqual({ targets: '8', achieved: '6' })
    expect(contested.body.words.mine).toContain('5')
    const inputs = { targets: '9', achieved: '' }
    expect((await send(tono, code, { field: 'value', base: 1, inputs })).status).toBe(409)
    const restored = { targets: '8', achieved: '5' }
    expect((await type(tono, 9, restored, { targets: '9' })).status).toBe(409)
    expect(await stored()).toEqual({ targets: '8', achieved: '6' })
  })

  it('lets exactly one of two people win who save the same field at once', async () => {
    const { house, chair, answer, assessment } = filling
    const code = 'A.I.1.iv.b'
    const rina = await filling.enter('Rina Anggraini', 'member', { parts: '1' })
    const token = async (agent: typeof chair) =>
      /_csrf" value="([^"]+)/.exec((await agent.get(paths.worksheetPart(assessment.id, '1'))).text)?.[1] ?? ''
    const tokens = [await token(chair), await token(rina)]
    const save = (agent: typeof chair, csrf: string | undefined, option: string) =>
      agent
        .post(paths.answer(assessment.id, code))
        .set('accept', 'application/json')
        .set('x-csrf-token', csrf ?? '')
        .send({ field: 'value', base: 0, option })
    const replies = await Promise.all([save(chair, tokens[0], 'A'), save(rina, tokens[1], 'B')])
    expect(replies.map(reply => reply.status).sort()).toEqual([200, 409])
    const winner = replies[0]?.status === 200 ? 'A' : 'B'
    expect(await answer(code)).toMatchObject({ option: winner, value_version: 1 })
    const stored = await house.database.one<{ n: number | string }>(
      "SELECT COUNT(*) AS n FROM audit_events WHERE action = 'save-value' AND question = $1",
      [code],
    )
    expect(Number(stored?.n)).toBe(1)
  })

  it('ends the attestation of its part and of no other', async () => {
    const { house, chair, send, assessment } = filling
    const row = (part: string) => ({
      id: newId(),
      assessmentId: assessment.id,
      round: 1,
      part,
      outcome: 'attested' as const,
      acting: false,
      createdBy: filling.person.id,
      createdAt: '2026-03-01T00:00:00.000Z',
    })
    await house.database.inTransaction(() => house.database.insert(Attestation, [row('1'), row('2')]))
    await send(chair, 'A.I.1.iv.a', { field: 'note', base: 0, note: 'Diperbarui.' })
    const open = await house.database.query<{ part: string }>(
      'SELECT part FROM attestations WHERE ended_at IS NULL',
    )
    expect(open.map(attestation => attestation.part)).toEqual(['2'])
    expect(await filling.events('end-attestation')).toHaveLength(1)
  })

  it('is refused to other parts, to readers, to strangers and to another account', async () => {
    const { house, chair, send, assessment } = filling
    const galih = await filling.enter('Galih Pranawa', 'member', { parts: '3' })
    const body = { field: 'value', base: 0, option: 'Ya' }
    expect((await send(galih, 'A.I.2.i.a', body)).status).toBe(403)
    const head = await filling.enter('Ratna Kusuma', 'head')
    expect((await send(head, 'A.I.2.i.a', body)).status).toBe(403)
    const elsewhere = await addSatker(house, 'Kanim Muara Sejuk', filling.ministry)
    const other = await addPerson(house, 'Joko Widarto', 'chair', elsewhere)
    const stranger = await signedIn(house, other.login, PASSWORD)
    expect((await stranger.get(paths.worksheetPart(assessment.id, '1'))).status).toBe(404)
    const { text } = await stranger.get('/akun')
    const foreign = await stranger
      .post(paths.answer(assessment.id, 'A.I.2.i.a'))
      .set('accept', 'application/json')
      .set('x-csrf-token', /_csrf" value="([^"]+)/.exec(text)?.[1] ?? '')
      .send(body)
    expect(foreign.status).toBe(404)
    const nobody = await browser(house).get(paths.worksheetPart(assessment.id, '1'))
    expect(nobody.status).toBe(303)
    expect((await send(chair, 'A.I.2.i.a', { ...body, actor: other.id })).status).toBe(401)
    expect((await send(chair, 'A.I.9.i.a', body)).status).toBe(404)
    expect(await filling.answer('A.I.2.i.a')).toBeUndefined()
  })

  it('is refused after the last day of the window, and once the worksheet was submitted meanwhile', async () => {
    const { house, chair, send, assessment } = filling
    const body = { field: 'value', base: 0, option: 'A' }
    const before = house.now
    house.now = new Date('2026-06-30T16:59:00.000Z')
    const fresh = await signedIn(house, filling.person.login, PASSWORD)
    expect((await send(fresh, 'A.I.2.i.b', body)).status).toBe(200)
    house.now = new Date('2026-06-30T17:01:00.000Z')
    const late = await send(fresh, 'A.I.2.i.c', body)
    expect(late.status).toBe(403)
    expect(late.body.message).toContain('30 Juni 2026')
    house.now = before
    await house.database.inTransaction(() =>
      house.database
        .writing()
        .query("UPDATE worksheets SET frozen_at = '2026-03-12T00:00:00.000Z' WHERE id = $1", [
          assessment.worksheetId,
        ]),
    )
    const frozen = await send(chair, 'A.I.2.i.c', body)
    expect(frozen.status).toBe(403)
    expect(frozen.body.message).toContain('sudah diajukan')
    expect(await filling.answer('A.I.2.i.c')).toBeUndefined()
  })
})
