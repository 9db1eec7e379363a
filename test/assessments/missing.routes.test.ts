import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, PASSWORD } from '../support/cast'
import { openHouse, signedIn, type Browser, type House } from '../support/house'
import { answerAll, contextOf, prove, type Opened } from './filled'
import { lookup } from '../../src/engine/instrument/lookup'

const words = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<select[\s\S]*?<\/select>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('what is missing', () => {
  let house: House
  let opened: Opened
  let agent: Browser
  let sari: string

  beforeEach(async () => {
    house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    const satker = await addSatker(house, 'Kanim Tanjung Kirana', ministry)
    opened = await addAssessment(house, satker, await addCycle(house, await loadInstrument(house)))
    const chair = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    await addPerson(house, 'Rahma Setyorini', 'member', satker, { parts: '5' })
    sari = chair.id
    agent = await signedIn(house, chair.login, PASSWORD)
  })
  afterEach(() => house.close())

  const show = (query = '') => agent.get(`/penilaian/${opened.id}/kurang${query}`)

  /** All proven but the two questions of a sub-criterion that weighs enough to fail area 5. */
  const leaveOpen = (codes: readonly string[]) =>
    answerAll(house, opened, sari, {
      proven: question => !codes.some(code => question.code.startsWith(code)),
    })

  it('names the steps with who does them, what each adds, the running total and the gate it closes', async () => {
    await leaveOpen(['A.II.5', 'A.I.5.i.'])
    const page = await show()
    const text = words(page.text)
    expect(text).toContain('1 dari 12 ambang belum terpenuhi.')
    expect(text).toContain('Area 5 Penguatan Pengawasan terpenuhi: semua ambang WBK tercapai')
    expect(text).toContain('Rahma Setyorini')
    expect(text).toMatch(/Lampirkan bukti .* Penguatan Pengawasan · Reform/)
  })

  it('is silent when nothing is missing, and knows the other predicate', async () => {
    await answerAll(house, opened, sari)
    expect(words((await show()).text)).toContain('Semua 12 ambang WBK terpenuhi.')
    const other = words((await show('?predikat=WBBM')).text)
    expect(other).toContain('Apa yang kurang untuk WBBM')
    expect(other).toContain('Semua 12 ambang WBBM terpenuhi.')
  })

  it('marks an external index as outside the hands of the satker', async () => {
    await answerAll(house, opened, sari)
    await house.database.inTransaction(async () => {
      await house.database
        .writing()
        .query(`UPDATE answers SET inputs = $1 WHERE question = 'B.I.i.a'`, ['{"index":"3.20"}'])
      await house.services.scoring.rescore(await contextOf(house, opened))
    })
    const text = words((await show()).text)
    expect(text).toContain('Indeks survei eksternal perlu mencapai 3,60 (kini 3,20); di luar kendali satker')
    expect(text).toContain('Survei eksternal')
  })

  it('moves total and gates with ticked steps, and saves nothing', async () => {
    await leaveOpen(['A.II.5', 'A.I.5.i.'])
    const before = await house.database.query('SELECT * FROM answers ORDER BY question')
    const first = /name="langkah" value="([^"]+)"/g
    const steps = [...(await show()).text.matchAll(first)].map(match => `langkah=${match[1]}`)
    const text = words((await show(`?${steps.join('&')}`)).text)
    expect(text).toContain('Hasil andaian')
    expect(text).toContain('Lulus semua ambang')
    expect(text).toMatch(/Ambang gagal sekarang 1 andaian 0/)
    expect(await house.database.query('SELECT * FROM answers ORDER BY question')).toEqual(before)
    expect(await house.database.query('SELECT id FROM audit_events WHERE assessment_id IS NOT NULL')).toEqual(
      [],
    )
  })

  it('tries another option, an index and a ratio, on the claimed score and with evidence on the proven one', async () => {
    const instrument = (await contextOf(house, opened)).instrument
    await prove(house, opened, sari, [lookup(instrument).questions.get('A.I.1.i.a')!.question])
    const option = words((await show('?andaikan=A.I.1.i.a:ya')).text)
    expect(option).toMatch(/Terbukti sekarang 0,00 andaian 0,25 .*Diklaim sekarang 0,00 andaian 0,25/)
    const index = words((await show('?indeks-B.I.i.a=3,60')).text)
    expect(index).toMatch(/Terbukti sekarang 0,00 andaian 0,00 .*Diklaim sekarang 0,00 andaian 15,75/)
    const proven = words((await show('?pertanyaan=A.II.1.i.a&jawaban=0,5&lengkap=ya')).text)
    expect(proven).toMatch(/Terbukti sekarang 0,00 andaian 0,50 /)
    expect(words((await show('?pertanyaan=A.II.1.i.a&jawaban=50%25&lengkap=ya')).text)).toMatch(
      /Terbukti sekarang 0,00 andaian 0,50 /,
    )
  })

  it('says why an assumption cannot be read, keeps what was typed, and shows the rest', async () => {
    const refused = await show('?pertanyaan=A.I.1.i.a&jawaban=Z&indeks-B.I.i.a=87,65')
    expect(refused.status).toBe(422)
    const text = words(refused.text)
    expect(text).toContain('&quot;Z&quot;: Pilih Ya, Tidak.')
    expect(text).toContain('Tulis indeks pada rentang surveinya')
    expect(refused.text).toContain('value="87,65"')
    expect(refused.text).toContain('<option value="A.I.1.i.a" selected>')
    expect(refused.text).toMatch(/<input type="radio" id="[^"]+" name="jawaban" value="Ya">/)
    expect((await show('?andaikan=tidak-ada:A&langkah=tidak-ada&predikat=WBX')).status).toBe(422)
  })

  it('keeps an answer without its question, and says so by the field', async () => {
    const page = await show('?jawaban=A')
    expect(page.status).toBe(422)
    expect(words(page.text)).toContain('Pilih pertanyaan untuk jawaban ini.')
    expect(page.text).toContain('name="jawaban" type="text" value="A"')
  })

  it('offers the options of a question once it is chosen, and tries several one after the other', async () => {
    const chosen = await show('?pertanyaan=A.I.1.i.b')
    expect(chosen.status).toBe(200)
    expect([...chosen.text.matchAll(/name="jawaban" value="(\w+)"/g)].map(match => match[1])).toEqual([
      'A',
      'B',
      'C',
    ])
    const first = await show('?pertanyaan=A.I.1.i.b&jawaban=A')
    expect(first.text).toContain('name="andaikan" value="A.I.1.i.b:A" checked')
    const second = await show('?andaikan=A.I.1.i.b:A&pertanyaan=A.I.1.i.a&jawaban=Ya')
    expect(second.text).toContain('name="andaikan" value="A.I.1.i.a:Ya" checked')
    expect(words(second.text)).toMatch(/Diklaim sekarang 0,00 andaian 0,50/)
  })

  it('asks the database the same number of times whatever is missing or tried', async () => {
    const count = async (query: string) => {
      house.statements.length = 0
      await show(query)
      return house.statements.length
    }
    const empty = await count('')
    await leaveOpen(['A.II.5'])
    expect(await count('?andaikan=A.I.1.i.a:Tidak&andaikan=A.I.1.i.b:C')).toBe(empty)
    expect(empty).toBeLessThanOrEqual(5)
  })
})
