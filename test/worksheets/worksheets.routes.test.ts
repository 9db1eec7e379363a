import { paths } from '../../src/paths'
import { newId } from '../../src/db/ids'
import { Answer } from '../../src/worksheets/answer.entity'
import { addPerson, PASSWORD } from '../support/cast'
import { signedIn, tokenIn, type Browser } from '../support/house'
import { openFilling, stampIn, type Filling } from './filling'

describe('the worksheet in a browser without scripts', () => {
  let filling: Filling
  let part: string
  beforeAll(async () => {
    filling = await openFilling()
    part = paths.worksheetPart(filling.assessment.id, '1')
  })
  afterAll(() => filling.house.close())

  const page = async (path = part) => (await filling.chair.get(path)).text
  const stamped = (html: string, ...codes: string[]) =>
    Object.fromEntries(codes.map(code => [`stamp:${code}`, stampIn(html, code)]))

  it('saves everything that was changed in a form and comes back to its place', async () => {
    const { chair, submit, answer } = filling
    const html = await page()
    const reply = await submit(chair, '1', {
      ...stamped(html, 'A.I.1.i.a', 'A.I.1.i.b'),
      'option:A.I.1.i.a': 'Ya',
      'note:A.I.1.i.a': 'SK ditetapkan Januari.\r\nLihat lampiran.',
      'option:A.I.1.i.b': 'B',
      'note:A.I.1.i.b': '',
      saring: 'belum',
    })
    expect(reply.status).toBe(303)
    expect(reply.headers['location']).toBe(`${part}?saring=belum#A.I.1.i.a`)
    expect(await answer('A.I.1.i.a')).toMatchObject({
      option: 'Ya',
      note: 'SK ditetapkan Januari.\nLihat lampiran.',
    })
    expect(await answer('A.I.1.i.b')).toMatchObject({ option: 'B', note_version: 0 })
    const after = await page()
    expect(after).toContain('Isian tersimpan.')
    expect(after).toMatch(/id="A.I.1.i.a-Ya" name="option:A.I.1.i.a" value="Ya" form="[^"]+" checked/)
    expect(after).toContain('2 dari 16 terjawab')
  })

  it('leaves alone what was only sent back, whoever changed it meanwhile', async () => {
    const { chair, submit, send, answer } = filling
    const html = await page()
    const bagas = await filling.enter('Bagas Hendrawan', 'member', { parts: '1' })
    await send(bagas, 'A.I.1.i.b', { field: 'value', base: 1, option: 'C' })
    const reply = await submit(chair, '1', {
      ...stamped(html, 'A.I.1.i.a', 'A.I.1.i.b'),
      'option:A.I.1.i.a': 'Tidak',
      'note:A.I.1.i.a': 'SK ditetapkan Januari.\r\nLihat lampiran.',
      'option:A.I.1.i.b': 'B',
      'note:A.I.1.i.b': '',
    })
    expect(reply.status).toBe(303)
    expect(await answer('A.I.1.i.a')).toMatchObject({ option: 'Tidak', note_version: 1 })
    expect(await answer('A.I.1.i.b')).toMatchObject({ option: 'C', value_version: 2 })
  })

  it('shows what was refused where it was typed, and saves the rest', async () => {
    const { chair, submit, answer } = filling
    const html = await page()
    const reply = await submit(chair, '1', {
      ...stamped(html, 'A.II.1.i.a', 'A.II.1.i.b'),
      'input:A.II.1.i.a:agents': 'tujuh',
      'input:A.II.1.i.a:changes': '5',
      'note:A.II.1.i.a': 'Tujuh agen.',
      'input:A.II.1.i.b:changes': '5',
      'input:A.II.1.i.b:integrated': '2',
      'note:A.II.1.i.b': '',
    })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('Satu isian belum tersimpan')
    expect(reply.text).toContain('href="#A.II.1.i.a-agents"')
    expect(reply.text).toMatch(/id="A.II.1.i.a-agents"[^>]*value="tujuh"[^>]*aria-invalid="true"/)
    expect(await answer('A.II.1.i.a')).toMatchObject({ inputs: null, note: 'Tujuh agen.' })
    expect(await answer('A.II.1.i.b')).toMatchObject({ inputs: '{"changes":"5","integrated":"2"}' })
  })

  it('shows two contents side by side and takes the one that is chosen, or both together', async () => {
    const { chair, submit, send, answer } = filling
    const html = await page()
    const dewi = await filling.enter('Dewi Lestari', 'member', { parts: '1' })
    for (const code of ['A.I.1.iii.a', 'A.I.1.iii.b', 'A.I.1.iii.c'])
      await send(dewi, code, { field: 'note', base: 0, note: 'Dari Dewi.' })
    const mine = (code: string) => ({ ...stamped(html, code), [`note:${code}`]: 'Dari Sari.' })
    const found = await submit(chair, '1', {
      ...mine('A.I.1.iii.a'),
      ...mine('A.I.1.iii.b'),
      ...mine('A.I.1.iii.c'),
    })
    expect(found.status).toBe(409)
    expect(found.text).toContain('Isian Dewi Lestari · tersimpan 10.45')
    expect(await answer('A.I.1.iii.a')).toMatchObject({ note: 'Dari Dewi.', note_version: 1 })

    const undecided = await submit(chair, '1', { ...mine('A.I.1.iii.a'), 'seen:note:A.I.1.iii.a': '1' })
    expect(undecided.status).toBe(409)
    const choose = (code: string, choice: string) => ({
      ...mine(code),
      [`seen:note:${code}`]: '1',
      [`pakai:note:${code}`]: choice,
      [`gabung:${code}`]: 'Dari Dewi dan Sari.',
    })
    const chosen = await submit(chair, '1', {
      ...choose('A.I.1.iii.a', 'mine'),
      ...choose('A.I.1.iii.b', 'theirs'),
      ...choose('A.I.1.iii.c', 'merge'),
    })
    expect(chosen.status).toBe(303)
    const notes = await Promise.all(['A.I.1.iii.a', 'A.I.1.iii.b', 'A.I.1.iii.c'].map(answer))
    expect(notes.map(row => row?.['note'])).toEqual(['Dari Sari.', 'Dari Dewi.', 'Dari Dewi dan Sari.'])
  })

  it('contests a choice over a version that never stood', async () => {
    const { chair, submit, answer } = filling
    const code = 'A.I.1.iii.a'
    const reply = await submit(chair, '1', {
      ...stamped(await page(), code),
      [`note:${code}`]: 'Dari cadangan.',
      [`seen:note:${code}`]: '99',
      [`pakai:note:${code}`]: 'mine',
    })
    expect(reply.status).toBe(409)
    expect(await answer(code)).toMatchObject({ note: 'Dari Sari.' })
  })

  it('hears no form of more questions than there are, and none that comes as JSON', async () => {
    const { house, chair, assessment } = filling
    const token = tokenIn(await page())
    const many = Object.fromEntries(Array.from({ length: 114 }, (_, place) => [`stamp:${place}`, '0.0.0.0']))
    const form = await chair
      .post(paths.answers(assessment.id))
      .type('form')
      .send({ _csrf: token, ...many })
    expect(form.status).toBe(422)
    expect(form.text).toContain('lebih banyak pertanyaan daripada lembar kerja')
    const events = await house.database.one('SELECT COUNT(*) AS n FROM audit_events')
    const json = { _csrf: token, 'stamp:A.I.1.i.b': '0.0.0.0', 'option:A.I.1.i.b': 'A' }
    for (const action of [
      paths.answers(assessment.id),
      paths.answer(assessment.id, 'A.I.1.i.b'),
      paths.carriedAnswer(assessment.id, 'A.I.1.i.b'),
    ])
      expect((await chair.post(action).send(json)).status).toBe(422)
    expect(await house.database.one('SELECT COUNT(*) AS n FROM audit_events')).toEqual(events)
  })

  it('clears an answer by its own button', async () => {
    const { chair, submit, answer } = filling
    const fields = {
      ...stamped(await page(), 'A.I.1.i.a'),
      'option:A.I.1.i.a': 'Tidak',
      kosongkan: 'A.I.1.i.a',
    }
    expect((await submit(chair, '1', fields)).status).toBe(303)
    expect(await answer('A.I.1.i.a')).toMatchObject({ option: null })
  })

  it('does not count a copied answer before it was confirmed', async () => {
    const { house, chair, assessment, answer } = filling
    await house.database.inTransaction(() =>
      house.database.insert(Answer, [
        {
          id: newId(),
          worksheetId: assessment.worksheetId,
          question: 'A.I.2.i.a',
          option: 'A',
          carried: true,
        },
      ]),
    )
    const second = paths.worksheetPart(assessment.id, '2')
    const before = await page(second)
    expect(before).toContain('Belum ditinjau ulang')
    expect(before).toContain('0 dari 15 terjawab')
    const reply = await chair
      .post(paths.carriedAnswer(assessment.id, 'A.I.2.i.a'))
      .type('form')
      .send({ _csrf: tokenIn(before), bagian: '2', ...stamped(before, 'A.I.2.i.a'), 'option:A.I.2.i.a': 'A' })
    expect(reply.status).toBe(303)
    expect(Boolean((await answer('A.I.2.i.a'))?.['carried'])).toBe(false)
    expect(await page(second)).toContain('1 dari 15 terjawab')
    expect(await filling.events('confirm-carried')).toHaveLength(1)
  })

  it('gives a question to a member of its pokja, and to nobody else', async () => {
    const { house, chair, assessment } = filling
    await filling.enter('Galih Pranawa', 'member', { parts: '1' })
    await filling.enter('Wawan Setiaji', 'member', { parts: '3' })
    const html = await page()
    const id = (name: string) => new RegExp(`<option value="([^"]+)"[^>]*>${name}<`).exec(html)?.[1]
    expect(id('Wawan Setiaji')).toBeUndefined()
    const assign = (user: string) =>
      chair
        .post(paths.assignment(assessment.id, 'A.I.1.i.b'))
        .type('form')
        .send({ _csrf: tokenIn(html), user })
    expect((await assign(id('Galih Pranawa') ?? '')).status).toBe(303)
    expect(await page()).toMatch(/class="assignee">.*Galih Pranawa/)
    expect((await assign('00000000-0000-7000-8000-000000000000')).status).toBe(422)
    expect(await page(`${part}?saring=saya`)).not.toContain('id="A.I.1.i.b"')
    expect((await assign('')).status).toBe(303)
    expect(await house.database.query('SELECT * FROM assignments')).toHaveLength(0)
    expect(await filling.events('unassign-question')).toHaveLength(1)
  })

  it('gives the questions of somebody who left the pokja back to everybody in it', async () => {
    const { house, satker, assessment } = filling
    const code = 'A.I.1.iv.b'
    const own = async (agent: Browser) => {
      const { text } = await agent.get(`${part}?saring=saya`)
      return text.includes(`id="${code}"`)
    }
    const leaving = await addPerson(house, 'Nyoman Arta', 'member', satker, { parts: '1,2' })
    const agents = [filling.chair, await filling.enter('Putri Handayani', 'member', { parts: '1' })]
    const set = (sql: string, parameters: readonly string[]) =>
      house.database.inTransaction(() => house.database.writing().query(sql, [...parameters]))
    await set(
      'INSERT INTO assignments (assessment_id, question, user_id, assigned_at) VALUES ($1, $2, $3, $4)',
      [assessment.id, code, leaving.id, house.now.toISOString()],
    )
    const owned = () => Promise.all(agents.map(own))
    expect(await owned()).toEqual([false, false])
    await set('UPDATE memberships SET parts = $1 WHERE user_id = $2', ['2', leaving.id])
    expect(await owned()).toEqual([true, true])
    expect((await filling.chair.get(part)).text).toContain('Nyoman Arta, tidak lagi di bagian ini')
    await set('UPDATE memberships SET parts = $1, valid_until = $2 WHERE user_id = $3', [
      '1',
      '2026-03-11',
      leaving.id,
    ])
    expect(await owned()).toEqual([true, true])
  })

  it('filters the whole worksheet too, so that a member of several parts sees their own at once', async () => {
    const { house, satker, assessment } = filling
    const member = await addPerson(house, 'Komang Yuda', 'member', satker, { parts: '2,5' })
    const agent = await signedIn(house, member.login, PASSWORD)
    const whole = paths.wholeWorksheet(assessment.id)
    const shown = async (query: string) => {
      const { text } = await agent.get(`${whole}?${query}`)
      const codes = [...text.matchAll(/class="q" id="([^"]+)"/g)].map(match => match[1] ?? '')
      return { text, codes, parts: [...new Set(codes.map(code => /^[A-Z]\.[I]*\.?(\d?)/.exec(code)?.[1]))] }
    }
    const mine = await shown('saring=saya')
    expect(mine.parts).toEqual(['2', '5'])
    expect(mine.text).toMatch(new RegExp(`Menampilkan ${mine.codes.length} dari 113 pertanyaan`))
    const open = await shown('saring=belum&q=A.I.5')
    expect(open.codes.length).toBeGreaterThan(0)
    expect(open.codes.every(code => code.startsWith('A.I.5'))).toBe(true)
    expect((await shown('q=tidakadakata')).text).toContain('Tidak ada pertanyaan yang sesuai saringan')
    for (const from of [
      `${paths.worksheetPart(assessment.id, '2')}?saring=saya`,
      paths.assessment(assessment.id),
    ])
      expect((await agent.get(from)).text).toContain(`href="${whole}?saring&#x3D;saya"`)
    const head = await filling.enter('Made Sutama', 'head')
    expect((await head.get(whole)).text).not.toContain('&#x3D;saya')
  })

  it('filters by state, and finds by word or code', async () => {
    const shown = async (query: string) =>
      [...(await page(`${part}?${query}`)).matchAll(/data-question="([^"]+)"/g)].map(match => match[1])
    const all = new Set(await shown(''))
    expect(all.size).toBe(16)
    expect(new Set(await shown('saring=belum'))).not.toContain('A.I.1.i.b')
    expect([...new Set(await shown('q=AGEN+perubahan+nyata'))]).toEqual(['A.II.1.i.a'])
    expect([...new Set(await shown('q=a.i.1.iv.a'))]).toEqual(['A.I.1.iv.a'])
    const nowhere = await page(`${part}?q=tidakadakata`)
    expect(nowhere).toContain('Tidak ada pertanyaan yang memuat')
    expect(nowhere).not.toContain('Ditemukan di bagian lain')
  })

  it('lists what a search finds in the other parts when the open one has nothing, with no further statement', async () => {
    const { house, assessment } = filling
    const counted = async (query: string) => {
      house.statements.length = 0
      return { text: await page(`${part}?q=${query}`), statements: house.statements.length }
    }
    const here = await counted('A.I.1.iv.a')
    expect(here.text).not.toContain('Ditemukan di bagian lain')
    const elsewhere = await counted('a.i.3.ii')
    expect(elsewhere.text).toContain('Tidak ada pertanyaan di bagian ini yang memuat “a.i.3.ii”')
    const found = /Ditemukan di bagian lain.*?<\/section>/s.exec(elsewhere.text)?.[0] ?? ''
    const linked = [...found.matchAll(/href="([^"]+)">([^<]+)<\/a> [^<]{10,}/g)].map(([, href, code]) => [
      href,
      code,
    ])
    expect(linked.length).toBeGreaterThan(1)
    for (const [href, code] of linked) {
      expect(code).toMatch(/^A\.I\.3\.ii/)
      expect(href).toBe(`${paths.worksheetPart(assessment.id, '3')}#${code}`)
      expect(await page(href)).toContain(`id="${code}"`)
    }
    expect(found.match(/<h3>/g)).toHaveLength(1)
    expect(elsewhere.statements).toBe(here.statements)
  })

  it('can be read by the head, with the reason why nothing can be typed', async () => {
    const { assessment } = filling
    const head = await filling.enter('Ratna Kusuma', 'head')
    const { text } = await head.get(part)
    expect(text).toContain('Jawaban diisi oleh ketua tim ZI dan anggota pokja.')
    expect(text).not.toContain('name="stamp:')
    expect((await head.get(paths.wholeWorksheet(assessment.id))).status).toBe(200)
    const wawan = await filling.enter('Yusuf Maulana', 'member', { parts: '2' })
    expect((await wawan.get(part)).text).toContain('Bagian 1 diisi oleh pokja lain.')
  })

  it('shows one question with its grounds and its trail in words', async () => {
    const { assessment } = filling
    const html = await page(paths.question(assessment.id, 'A.I.1.i.b'))
    expect(html).toContain('0,25 dari 100 poin')
    expect(html).toContain('Mengubah jawaban')
    expect(html).toMatch(/<del>B<\/del> <ins>C<\/ins>/)
    expect((await filling.chair.get(paths.question(assessment.id, 'A.I.9.i.a'))).status).toBe(404)
    const code = 'A.II.1.i.a'
    const refused = await filling.submit(filling.chair, '1', {
      pertanyaan: code,
      ...stamped(await page(paths.question(assessment.id, code)), code),
      [`input:${code}:agents`]: '1,5',
      [`input:${code}:changes`]: '5',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tulis bilangan bulat tanpa koma.')
    expect(refused.text).toContain('Asal nilainya')
  })

  it('shows all questions on one page, and every page in a constant number of statements', async () => {
    const { house, chair, assessment } = filling
    const count = async (path: string) => {
      house.statements.length = 0
      const { status } = await chair.get(path)
      expect(status).toBe(200)
      return house.statements.length
    }
    const whole = paths.wholeWorksheet(assessment.id)
    const html = await page(whole)
    expect([...html.matchAll(/class="q" id="/g)]).toHaveLength(113)
    const pages = [whole, part, paths.question(assessment.id, 'A.I.1.i.b')]
    const before = [await count(whole), await count(part), await count(pages[2] ?? '')]
    for (const code of ['A.I.3.i.a', 'A.I.3.i.b', 'A.I.1.ii.b'])
      await filling.send(chair, code, { field: 'note', base: 0, note: 'Catatan baru.' })
    expect([await count(whole), await count(part), await count(pages[2] ?? '')]).toEqual(before)
    expect(before[0]).toBeLessThanOrEqual(5)
    // One of them says what the rules saw.
    expect(before[1]).toBeLessThanOrEqual(8)
    // One of them counts the notes on the question, one finds what the registers offer it.
    expect(before[2]).toBeLessThanOrEqual(10)
  })
})
