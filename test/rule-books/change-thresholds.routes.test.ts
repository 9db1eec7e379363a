import { createHash } from 'node:crypto'
import { paths } from '../../src/paths'
import { addPerson, PASSWORD, type Unit } from '../support/cast'
import { signedIn, tokenIn } from '../support/house'
import { loadRules, RULE_BOOK } from '../findings/rules-at-work'
import { fieldsOf, openRulesOffice, sendForm, textOf, type RulesOffice } from './rules-office'

const NEW = paths.newRuleBook()
const ALL = paths.ruleBooks()
const WHY = { reason: 'Ambang lama terlalu sering keliru.' }

describe('the thresholds of the rules', () => {
  let office: RulesOffice
  beforeEach(async () => {
    office = await openRulesOffice()
  })
  afterEach(() => office.close())

  const versions = () =>
    office.house.database.query<{ id: string; version: number; source: string; by: string }>(
      'SELECT id, version, source, loaded_by AS "by" FROM rule_books ORDER BY version',
    )
  const newest = async () => (await versions()).at(-1)!
  const form = async (rule: string) => (await office.centre.get(`${NEW}?aturan=${rule}`)).text
  const check = async (rule: string, typed: Record<string, string>) =>
    sendForm(office.centre, await form(rule), NEW, typed)
  const paste = async (source: string) => {
    const { text } = await office.centre.get(NEW)
    return office.centre
      .post(NEW)
      .type('form')
      .send({ _csrf: tokenIn(text), source })
  }
  const LAUNCH = 'bands.months_since_launch.waspada'
  const LATE = 'bands.late_uploads.bahaya'

  describe('in a form', () => {
    it('stand as they are typed, each with its unit', async () => {
      const text = await form('pitfall-2')
      expect(fieldsOf(text, NEW)).toMatchObject({
        aturan: 'pitfall-2',
        [LAUNCH]: '12',
        'bands.late_uploads.waspada': '50%',
        [LATE]: '80%',
        'bands.plans_after_the_fact.bahaya': '',
        'numbers.last_days': '14',
      })
      expect(text).toContain('Bahaya bila lebih dari')
      expect(text).toContain('Dalam persen, misalnya 75%')
      expect(text).toContain('Dalam hari')
    })

    it('are refused for a rule that nobody knows or that has no number', async () => {
      expect((await office.centre.get(`${NEW}?aturan=pitfall-9`)).status).toBe(404)
      expect((await office.centre.get(`${NEW}?aturan=contradiction-agents`)).status).toBe(404)
      const text = await form('pitfall-2')
      expect((await sendForm(office.centre, text, NEW, { aturan: 'pitfall-9' })).status).toBe(404)
      expect((await sendForm(office.centre, text, NEW, { dasar: 'tidak-ada' })).status).toBe(404)
    })

    it('become the next version, in a text that is otherwise as it was', async () => {
      const tried = await check('pitfall-2', { [LAUNCH]: '10', [LATE]: '62,5', 'numbers.last_days': '21' })
      expect(tried.status).toBe(200)
      expect(tried.text).toContain('Muat sebagai versi 2')
      expect(await versions()).toHaveLength(1)
      const loaded = await sendForm(office.centre, tried.text, ALL, WHY)
      expect(loaded.status).toBe(303)
      const row = await newest()
      expect(row).toMatchObject({ version: 2, by: 'Wulan Kartika' })
      expect(loaded.headers['location']).toBe(paths.ruleBook(row.id))
      expect(row.source).toBe(
        RULE_BOOK.replace('version: 1', 'version: 2')
          .replace("{ is: '<', waspada: 12, bahaya: 6 }", "{ is: '<', waspada: 10, bahaya: 6 }")
          .replace("{ is: '>', waspada: 0.5, bahaya: 0.8 }", "{ is: '>', waspada: 0.5, bahaya: 0.625 }")
          .replace('last_days: 14', 'last_days: 21'),
      )
      expect(fieldsOf(await form('pitfall-2'), NEW)).toMatchObject({ [LAUNCH]: '10', [LATE]: '62,5%' })
    })

    it('say what changes in words, before and after it is loaded', async () => {
      const tried = await check('readiness', {
        'bands.keys_worse.waspada': '2',
        'bands.keys_worse.bahaya': '',
      })
      expect(textOf(tried.text)).toMatch(
        /Kunci perubahan yang memburuk bersyarat bila paling sedikit 1 +bersyarat bila paling sedikit 2/,
      )
      expect(textOf(tried.text)).toMatch(/belum siap bila paling sedikit 2 +tidak ada tingkat bahaya/)
      await sendForm(office.centre, tried.text, ALL, WHY)
      const { text } = await office.centre.get(paths.ruleBook((await newest()).id))
      expect(text).toContain('Perbedaan dengan versi 1')
      expect(text).toContain('Memuat buku aturan')
      expect(text).toContain(WHY.reason)
      expect(text).toContain('Kunci perubahan yang memburuk: bersyarat bila paling sedikit 1')
      expect(text).toContain('Kunci perubahan yang memburuk: bersyarat bila paling sedikit 2')
      const old = (await office.centre.get(paths.ruleBook(office.book))).text
      expect(old).toContain('Versi lama')
    })

    it.each([
      [
        'on the wrong side',
        { [LAUNCH]: '5' },
        'Ambang bahaya tidak boleh lebih tinggi',
        'bands.months_since_launch.bahaya',
      ],
      ['on the wrong side of a share', { [LATE]: '40%' }, 'tidak boleh lebih rendah', LATE],
      [
        'of no bound at all',
        { [LAUNCH]: '', 'bands.months_since_launch.bahaya': '' },
        'Tulis ambang waspada',
        LAUNCH,
      ],
      ['that is missing', { 'numbers.last_days': ' ' }, 'Isian ini wajib.', 'numbers.last_days'],
      ['that is no number', { [LAUNCH]: 'dua belas' }, 'Tulis angka saja', LAUNCH],
      ['in halves', { [LAUNCH]: '6,5' }, 'Tulis bilangan bulat dari 0 sampai 120.', LAUNCH],
      ['below nothing', { 'numbers.last_days': '-3' }, 'Tulis bilangan bulat dari 1', 'numbers.last_days'],
      ['above all', { [LATE]: '180%' }, 'Tulis antara 0% dan 100%.', LATE],
      ['that is a share or a percentage', { [LATE]: '0,8' }, '0,8 dapat berarti 0,8% atau 80%.', LATE],
      ['that may be a hundredth or all', { [LATE]: '1' }, '1 dapat berarti 1% atau 100%.', LATE],
      ['in percent where it counts', { [LAUNCH]: '12%' }, 'Tulis bilangan tanpa tanda %.', LAUNCH],
    ])('refuse a number %s at its field, and keep what was typed', async (_what, typed, words, name) => {
      const answer = await check('pitfall-2', { 'bands.late_uploads.waspada': '55 %', ...typed })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Ambang belum diperiksa')
      const field = `f-${name.replaceAll('.', '-')}`
      expect(new RegExp(`id="${field}-error"[^>]*>.*?<`, 's').exec(answer.text)?.[0] ?? '').toBeTruthy()
      expect(answer.text.split(`id="${field}-error"`)[1]).toContain(words)
      expect(fieldsOf(answer.text, NEW)).toMatchObject({ 'bands.late_uploads.waspada': '55 %', ...typed })
      expect(await versions()).toHaveLength(1)
    })

    it('refuse a form in which nothing was changed', async () => {
      const answer = await check('pitfall-2', { [LATE]: '80,0' })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Belum ada angka yang diubah.')
    })

    it('are not loaded without a reason', async () => {
      const tried = await check('pitfall-2', { [LAUNCH]: '10' })
      const answer = await sendForm(office.centre, tried.text, ALL, { reason: ' ' })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Tulis alasannya.')
      expect(await versions()).toHaveLength(1)
      expect((await sendForm(office.centre, answer.text, ALL, WHY)).status).toBe(303)
    })

    it('of two administrators do not undo each other', async () => {
      const ministry = await office.house.database.one<Unit>(
        'SELECT id, path, name FROM satker WHERE parent_id IS NULL',
      )
      const other = await addPerson(office.house, 'Yusuf Rahman', 'centre-admin', ministry!)
      const second = await signedIn(office.house, other.login, PASSWORD)
      const opened = await second.get(`${NEW}?aturan=pitfall-2`)
      const checked = await sendForm(second, opened.text, NEW, { [LAUNCH]: '9' })
      const mine = await check('pitfall-2', { [LAUNCH]: '10', 'numbers.last_days': '21' })
      expect((await sendForm(office.centre, mine.text, ALL, WHY)).status).toBe(303)
      for (const late of [
        await sendForm(second, opened.text, NEW, { [LAUNCH]: '9' }),
        await sendForm(second, checked.text, ALL, WHY),
      ]) {
        expect(late.status).toBe(409)
        expect(late.text).toContain('diubah orang lain')
        expect(fieldsOf(late.text, NEW)).toMatchObject({ [LAUNCH]: '9', 'numbers.last_days': '21' })
      }
      const again = await sendForm(second, opened.text, NEW, { [LAUNCH]: '9' })
      const merged = await sendForm(second, again.text, NEW)
      expect(merged.text).toContain('Muat sebagai versi 3')
      expect((await sendForm(second, merged.text, ALL, WHY)).status).toBe(303)
      const { source } = await newest()
      expect(source).toContain("months_since_launch: { is: '<', waspada: 9, bahaya: 6 }")
      expect(source).toContain('last_days: 21')
      expect(await versions()).toHaveLength(3)
    })
  })

  describe('as a text', () => {
    const OTHER = RULE_BOOK.replace('last_days: 14', 'last_days: 10')

    it('are the same whatever line ends and mark of byte order it comes with', async () => {
      for (const same of [RULE_BOOK.replaceAll('\n', '\r\n'), `\uFEFF${RULE_BOOK}`])
        expect((await paste(same)).text).toContain('Buku aturan ini sudah dimuat.')
      const tried = await paste(OTHER.replaceAll('\n', '\r\n'))
      expect(tried.text).toContain('Di dalam berkas tertulis 1; dimuat sebagai 2')
      expect((await sendForm(office.centre, tried.text, ALL, WHY)).status).toBe(303)
      expect((await newest()).source).toBe(OTHER)
    })

    it('are taken from a file', async () => {
      const { text } = await office.centre.get(NEW)
      const send = (name: string, bytes: Buffer) =>
        office.centre.post(NEW).field('_csrf', tokenIn(text)).attach('file', bytes, name)
      expect((await send('aturan.yaml', Buffer.from(OTHER))).text).toContain('Muat sebagai versi 2')
      expect((await send('', Buffer.alloc(0))).status).toBe(422)
      expect(await versions()).toHaveLength(1)
    })

    it('are refused with every fault at its place', async () => {
      const answer = await paste(
        OTHER.replace('bahaya: 6 }', 'bahaya: 18 }')
          .replace('    numbers: { last_days: 10 }\n', '')
          .replace('  contradiction-agents: {}\n', '  contradiction-agent: {}\n'),
      )
      expect(answer.status).toBe(422)
      for (const part of [
        'rules.pitfall-2.bands.months_since_launch.bahaya',
        'Waktu dari pencanangan sampai pengajuan, bahaya',
        'rules.pitfall-2.numbers.last_days',
        'Aturan ini tidak dikenal.',
        'Ambang aturan ini belum ditulis.',
      ])
        expect(answer.text).toContain(part)
      expect(answer.text).not.toContain('Muat sebagai')
      const share = await paste(OTHER.replace('waspada: 0.5, bahaya: 0.8', 'waspada: 50, bahaya: 80'))
      expect(share.text).toContain('Tulis antara 0% dan 100%.')
    })

    it.each([
      ['too long', `${RULE_BOOK}${'# panjang\n'.repeat(25_000)}`, '200 ribu karakter'],
      ['of nothing but depth', '- '.repeat(90_000), 'terlalu banyak butir'],
      [
        'of aliases',
        RULE_BOOK.replace('last_days: 14', 'last_days: &a 14').replace('heads: 1', 'heads: *a'),
        'Alias',
      ],
      ['of blanks', ' \n ', 'Tempelkan isi berkas YAML.'],
    ])('are refused in a text %s', async (_what, source, words) => {
      const answer = await paste(source)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(words)
      expect(await versions()).toHaveLength(1)
    })

    it('are checked again when another version came between', async () => {
      const tried = await paste(OTHER)
      await loadRules(office.house, RULE_BOOK.replace('last_days: 14', 'last_days: 30'))
      const late = await sendForm(office.centre, tried.text, ALL, WHY)
      expect(late.status).toBe(409)
      expect(late.text).toContain('Versi lain dimuat sejak perubahan ini diperiksa.')
      expect(late.text).toMatch(/<mark>30<\/mark>.*<mark>10<\/mark>/s)
      expect((await sendForm(office.centre, late.text, ALL, WHY)).status).toBe(303)
      expect((await versions()).map(({ version }) => version)).toEqual([1, 2, 3])
    })
  })

  describe('once they changed', () => {
    const opened = async () =>
      office.house.services.assessments.visibleTo(await office.actor('chair')).get(office.assessment)
    const stricter = async () => {
      const tried = await check('readiness', {
        'bands.recommendations_open.waspada': '8',
        'bands.recommendations_open.bahaya': '20',
      })
      return tried
    }
    const frozenRow = () =>
      office.house.database.one<{ document: string; sha256: string; book: string }>(
        'SELECT document, sha256, rule_book_id AS "book" FROM frozen_findings',
      )

    it('are tried on the assessments that are open, and nothing is kept of it', async () => {
      await office.house.services.findings.refreshChanged()
      const before = await office.house.database.query('SELECT * FROM finding_levels ORDER BY rule, about')
      const none = await stricter()
      expect(none.text).toContain('Dicoba pada semua 1 penilaian terbuka.')
      const tried = await check('pitfall-3', { 'bands.inputs.waspada': '4', 'bands.inputs.bahaya': '0' })
      expect(textOf(tried.text)).toMatch(
        /Tanpa masukan pemangku kepentingan Bahaya (Waspada|Belum cukup data) 1/,
      )
      expect(await office.house.database.query('SELECT * FROM finding_levels ORDER BY rule, about')).toEqual(
        before,
      )
    })

    it('leave what was frozen as it was, and read what is open anew', async () => {
      const { findings } = office.house.services
      await findings.refreshChanged()
      await office.house.database.inTransaction(async () => findings.freeze(await opened()))
      const frozen = await frozenRow()
      const seenBefore = await findings.frozen(await opened())
      const tried = await check('pitfall-3', { 'bands.inputs.waspada': '4', 'bands.inputs.bahaya': '0' })
      expect((await sendForm(office.centre, tried.text, ALL, WHY)).status).toBe(303)
      expect(await findings.refreshChanged()).toBe(1)
      expect(await frozenRow()).toEqual(frozen)
      expect(await findings.frozen(await opened())).toEqual(seenBefore)
      expect(createHash('sha256').update(frozen!.document).digest('hex')).toBe(frozen!.sha256)
      expect(frozen!.book).toBe(office.book)
      const open = (await findings.of(await opened()))!.document
      expect(open.book).toMatchObject({ id: (await newest()).id, version: 2 })
      const level = (document: typeof open) =>
        document.findings.pitfalls.find(({ rule }) => rule === 'pitfall-3')?.level
      expect(level(seenBefore!.document)).toBe('bahaya')
      expect(level(open)).not.toBe('bahaya')
    })
  })
})
