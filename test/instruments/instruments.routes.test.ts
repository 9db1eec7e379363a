import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { instrumentLoadCommand } from '../../src/cli/instrument-load.command'
import { projectRoot } from '../../src/project-root'
import { addCycle, addPerson, addSatker, loadInstrument, PASSWORD, type Unit } from '../support/cast'
import { openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

const SOURCE = readFileSync(join(projectRoot, 'seeds/instruments/lke-2021.yaml'), 'utf8')
const HIGHER = SOURCE.replace('{section: total, min: 75}', '{section: total, min: 76.5}')
const decoded = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x60;', '`')
    .replaceAll('&amp;', '&')

describe('the instruments', () => {
  let house: House
  let ministry: Unit
  let centre: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const versions = () =>
    house.database.query<{ id: string; version: number; checksum: string; by: string }>(
      'SELECT id, version, checksum, loaded_by AS "by" FROM instruments ORDER BY version',
    )
  const acts = () =>
    house.database.query<{ action: string; userName: string }>(
      `SELECT action, user_name AS "userName" FROM audit_events WHERE subject_type = 'instrument' ORDER BY at, id`,
    )
  const paste = (source: string) => post(centre, '/instrumen/baru', '/instrumen/baru', { source })
  const upload = async (name: string, bytes: Buffer) => {
    const { text } = await centre.get('/instrumen/baru')
    return centre.post('/instrumen/baru').field('_csrf', tokenIn(text)).attach('file', bytes, name)
  }
  /** Sends the confirmation that stands on the page of a dry run, with the line ends of a browser. */
  const confirm = (html: string, more: Record<string, string> = {}) => {
    const field = (name: string) =>
      decoded(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('\n', '\r\n')
    return centre
      .post('/instrumen')
      .type('form')
      .send({
        _csrf: tokenIn(html),
        source: field('source'),
        file: field('file'),
        checksum: field('checksum'),
        newest: field('newest'),
        ...more,
      })
  }

  it('open only for the administrator of the centre', async () => {
    const id = await loadInstrument(house)
    for (const role of ['satker-admin', 'head', 'chair', 'member', 'kanwil-viewer', 'pendamping'] as const) {
      const person = await addPerson(house, `Orang ${role}`, role, ministry)
      const agent = await signedIn(house, person.login, PASSWORD)
      for (const address of [
        '/instrumen',
        '/instrumen/baru',
        `/instrumen/${id}`,
        `/instrumen/${id}/sumber.yaml`,
      ])
        expect((await agent.get(address)).status).toBe(403)
      const checksum = '0'.repeat(64)
      const load = await post(agent, '/akun', '/instrumen', {
        source: HIGHER,
        file: 'x',
        checksum,
        newest: '1',
      })
      expect(load.status).toBe(403)
      expect((await post(agent, '/akun', '/instrumen/baru', { source: HIGHER })).status).toBe(403)
    }
    expect(await versions()).toHaveLength(1)
  })

  it.each(['\\0', '\\uD800'])('are refused with a character that no database keeps: %s', async escape => {
    const source = SOURCE.replace('name: Penyusunan Tim Kerja', `name: "Penyusunan${escape} Tim Kerja"`)
    const dryRun = await paste(source)
    expect(dryRun.status).toBe(422)
    expect(dryRun.text).toContain('Teks memuat karakter yang tidak dapat disimpan.')
    expect(await versions()).toEqual([])
  })

  it('are listed with who loaded them and the cycles that use them, in one statement', async () => {
    expect((await centre.get('/instrumen')).text).toContain('Belum ada instrumen')
    const id = await loadInstrument(house)
    await addCycle(house, id, 2025)
    await addCycle(house, id, 2026)
    house.statements.length = 0
    const { text } = await centre.get('/instrumen')
    expect(house.statements.filter(sql => sql.includes('FROM instruments'))).toHaveLength(1)
    expect(text).toContain('12 Maret 2026, tests')
    expect(text).toMatch(/>2026<\/a>.*>2025<\/a>/)
    expect(text).toContain((await versions())[0]?.checksum.slice(0, 12))
  })

  it('show the tree with weights, minimums and prerequisites, and give the YAML back as it was loaded', async () => {
    const id = await loadInstrument(house)
    const { text } = await centre.get(`/instrumen/${id}`)
    expect(text).toContain('lke-2021 · versi 1')
    expect(text).toMatch(/<code>A\.I\.1<\/code> Manajemen Perubahan <span class="mut">bobot 4,00/)
    expect(text).toMatch(/Tiap area.*?60% bobot.*?75% bobot/s)
    expect(text.match(/<tr class="top">/g)).toHaveLength(113)
    const file = await centre
      .get(`/instrumen/${id}/sumber.yaml`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => done(null, Buffer.concat(parts).toString('utf8')))
      })
    expect(file.body).toBe(SOURCE)
    expect(file.headers['content-disposition']).toContain('attachment; filename=lke-2021-v1.yaml')
    expect((await centre.get('/instrumen/tidak-ada')).status).toBe(404)
    expect((await centre.get('/instrumen/tidak-ada/sumber.yaml')).status).toBe(404)
  })

  it('are checked without being kept: every fault by line and rule, on upload and on paste', async () => {
    const broken = SOURCE.replace('code: A.I.1.i.b', 'code: A.I.1.i.a').replace('min: 48}', 'min: 8}')
    for (const answer of [await upload('lke.yaml', Buffer.from(broken)), await paste(broken)]) {
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('duplicate-code')
      expect(answer.text).not.toContain('Muat sebagai versi')
    }
    expect(await versions()).toEqual([])
    expect(await acts()).toEqual([])
  })

  it.each([
    ['nothing', () => upload('', Buffer.alloc(0))],
    [
      'a picture',
      () => upload('lke.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
    ],
    ['blanks', () => paste('  \n ')],
  ])('refuse %s with words on the form', async (_what, send) => {
    const answer = await send()
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('isian belum tersimpan')
  })

  it('are loaded by the confirmation under the dry run, once, whatever line ends the form sends', async () => {
    const check = await upload('lke.yaml', Buffer.from(SOURCE.replaceAll('\n', '\r\n')))
    expect(check.status).toBe(200)
    expect(check.text).toContain('Muat sebagai versi 1')
    expect((await confirm(check.text)).status).toBe(303)
    const again = await confirm(check.text)
    expect(again.status).toBe(303)
    expect(await versions()).toEqual([expect.objectContaining({ version: 1, by: 'Sari Puspadewi' })])
    expect(await acts()).toEqual([{ action: 'load-instrument', userName: 'Sari Puspadewi' }])
    expect((await paste(SOURCE)).text).toContain('Berkas ini sudah dimuat.')
  })

  it('show what a new version changes, and leave the cycles with the version they have', async () => {
    const id = await loadInstrument(house)
    const cycle = await addCycle(house, id)
    const check = await paste(HIGHER)
    expect(check.text).toContain('Mengubah nilai')
    expect(check.text).toMatch(/<code>WBK total<\/code>.*?<mark>75<\/mark>.*?<mark>76,5<\/mark>/s)
    expect((await confirm(check.text)).status).toBe(303)
    expect((await versions()).map(row => row.version)).toEqual([1, 2])
    const row = await house.database.one('SELECT instrument_id AS "id" FROM cycles WHERE id = $1', [cycle])
    expect(row).toEqual({ id })
    expect((await house.services.instruments.sourceOf(id)).source).toBe(SOURCE)
  })

  it('refuse a confirmation whose text or comparison is no longer what was shown', async () => {
    await loadInstrument(house)
    const { text } = await paste(HIGHER)
    const altered = await confirm(text, { source: HIGHER.replace('76.5', '60') })
    expect(altered.status).toBe(409)
    expect(altered.text).toContain('berubah sejak diperiksa')
    const other = await paste(HIGHER.replace('76.5', '77'))
    expect((await confirm(other.text)).status).toBe(303)
    const late = await confirm(text)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Muat sebagai versi 3')
    expect((await confirm(late.text)).status).toBe(303)
    expect(await versions()).toHaveLength(3)
  })

  it('are loaded from the command line, with the differences and a dry run', async () => {
    const file = join(house.dataDir, 'baru.yaml')
    const run = async (text: string, dryRun: boolean) => {
      writeFileSync(file, text)
      const said = { out: '', err: '' }
      const io = { stdout: (t: string) => void (said.out += t), stderr: (t: string) => void (said.err += t) }
      return { code: await instrumentLoadCommand({ file, dryRun }, house.services, io), ...said }
    }
    expect(await run(SOURCE, true)).toMatchObject({ code: 0, out: 'lke-2021 versi 1 akan dimuat.\n' })
    expect(await versions()).toEqual([])
    expect(await run(SOURCE, false)).toMatchObject({ code: 0, out: 'lke-2021 versi 1 dimuat.\n' })
    expect(await run(HIGHER, false)).toMatchObject({
      code: 0,
      out: '~ Ambang WBK total, Ambang: 75 → 76,5\nlke-2021 versi 2 dimuat.\n',
    })
    expect(await run(HIGHER, false)).toMatchObject({ code: 0, out: 'lke-2021 versi 2 sudah ada.\n' })
    const broken = await run('id: x', false)
    expect(broken.code).toBe(2)
    expect(broken.err).toContain(`${file}:1:`)
    expect(
      await instrumentLoadCommand({ file: '/tidak/ada', dryRun: false }, house.services, {
        stdout: () => undefined,
        stderr: () => undefined,
      }),
    ).toBe(2)
    expect(await versions()).toHaveLength(2)
  })
})
