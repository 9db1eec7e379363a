import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findingsCommand } from '../../src/cli/findings.command'
import { factsSchema } from '../../src/cli/facts-schema'
import type { Facts } from '../../src/engine/rules/facts'
import { ALL_RULES } from '../../src/engine/rules/findings'
import { projectRoot } from '../../src/project-root'
import { workedUnits } from '../golden/findings/worked-units'
import { factsOf } from '../engine/rules/facts-of'
import { heard } from './heard-io'

const folder = mkdtempSync(join(tmpdir(), 'zi-findings-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'fakta.json')
const book = join(folder, 'buku.yaml')
const SEED = readFileSync(join(projectRoot, 'seeds/rules/zi-2026.yaml'), 'utf8')

async function run(text: string, ofBook?: string) {
  writeFileSync(file, text)
  if (ofBook !== undefined) writeFileSync(book, ofBook)
  const io = heard()
  const code = await findingsCommand({ file, book: ofBook === undefined ? undefined : book }, io)
  const faults = io.errors
    .split('\n')
    .filter(Boolean)
    .map(line => line.replace(`${folder}/`, ''))
  return { code, out: io.text, faults }
}

interface Output {
  readonly book: { readonly id: string; readonly version: number }
  readonly readiness: { readonly verdict: string; readonly claimed: string }
  readonly [family: string]: unknown
}

async function found(facts: Facts, ofBook?: string): Promise<Output> {
  const { code, out, faults } = await run(JSON.stringify(facts), ofBook)
  expect([code, faults]).toEqual([0, []])
  return JSON.parse(out) as Output
}

const good = workedUnits().find(({ name }) => name === 'honest-and-good')?.facts ?? factsOf()

describe('zi findings prints', () => {
  it('every finding and the readiness as one JSON object', async () => {
    const output = await found(good)
    expect(Object.keys(output)).toEqual(
      'book pitfalls contradictions recommendations keys factors readiness'.split(' '),
    )
    expect(output.book).toEqual({ id: 'zi-2026', version: 1 })
    expect(output['recommendations']).toHaveLength(11)
    expect(output['keys']).toHaveLength(3)
    expect(output['factors']).toHaveLength(7)
    expect(output.readiness).toMatchObject({ verdict: 'siap-bersyarat', claimed: '80' })
    expect(JSON.stringify(output)).not.toMatch(/NaN|undefined|Infinity|"level":"gagal"/)
  })

  it('the same text whatever the order of the facts', async () => {
    const turned = Object.fromEntries(
      Object.entries(good)
        .reverse()
        .map(([name, value]: [string, unknown]) => [
          name,
          Array.isArray(value) ? [...value].reverse() : value,
        ]),
    )
    expect((await run(JSON.stringify(turned))).out).toBe((await run(JSON.stringify(good))).out)
  })

  it('an answer where nothing is known', async () => {
    expect((await found(factsOf())).readiness.verdict).toBe('belum-siap')
  })

  it('by another rule book', async () => {
    const strict = SEED.replace('version: 1', 'version: 7').replace(
      "online_services: { is: '<', waspada: 0.8,",
      "online_services: { is: '<', waspada: 1,",
    )
    const second = ({ recommendations }: Output) => (recommendations as { level: string }[])[1]?.level
    const output = await found(good, strict)
    expect(output.book.version).toBe(7)
    expect([second(await found(good)), second(output)]).toEqual(['selesai', 'berjalan'])
  })

  it('the schema of the facts, naming all of them', async () => {
    const io = heard()
    expect(await findingsCommand({ schema: true }, io)).toBe(0)
    const schema = JSON.parse(io.text) as { required: string[]; additionalProperties: boolean }
    expect(schema.required.sort()).toEqual(Object.keys(factsOf()).sort())
    expect(schema.additionalProperties).toBe(false)
    const read = new Set(ALL_RULES.flatMap(({ reads }) => reads))
    expect([...read].filter(name => !schema.required.includes(name))).toEqual([])
  })

  it.each(workedUnits().map(({ name, facts }) => [name, facts] as const))(
    'takes the worked unit %s',
    (_, facts) => expect(factsSchema.safeParse(facts).error?.issues).toBeUndefined(),
  )
})

const lines = (change: (facts: Record<string, unknown>) => void): string => {
  const facts = structuredClone(factsOf()) as unknown as Record<string, unknown>
  change(facts)
  return JSON.stringify(facts)
}

describe('zi findings refuses with every fault on stderr and nothing on stdout:', () => {
  it.each<[string, string, string[]]>([
    ['what is not JSON', '{"today": ', ['fakta.json:1: bukan JSON yang sah.']],
    ['a list', '[]', ['fakta.json:1: berkas: harus berisi objek.']],
    ['what is missing', lines(facts => void delete facts['notes']), ['fakta.json:1: notes: belum ada.']],
    [
      'what is unknown',
      lines(facts => void (facts['catatan'] = [])),
      ['fakta.json:1: berkas: "catatan" tidak dikenal di sini.'],
    ],
    [
      'a day that is none',
      lines(facts => void (facts['today'] = '2026-02-30')),
      ['fakta.json:1: today: harus tanggal, misalnya "2026-03-05".'],
    ],
    [
      'counts that are none',
      lines(
        facts =>
          void (facts['uploads'] = [
            { person: 'p1', on: '2026-01-01', files: -1 },
            { person: 'p1', on: '2026-01-01', files: 1.5 },
            { person: 'p1', on: '2026-01-01', files: '3' },
          ]),
      ),
      [
        'fakta.json:1: uploads[0].files: paling sedikit 0.',
        'fakta.json:1: uploads[1].files: harus berisi bilangan bulat.',
        'fakta.json:1: uploads[2].files: harus berisi angka.',
      ],
    ],
    [
      'a word that is unknown and a number that is a double',
      lines(
        facts =>
          void (facts['surveys'] = [
            {
              id: 's',
              kind: 'SKN',
              heldFrom: '2026-01-01',
              heldUntil: '2026-01-01',
              population: null,
              respondents: 1,
              scale: '1-4',
              index: 3.5,
            },
          ]),
      ),
      [
        'fakta.json:1: surveys[0].kind: tidak dikenal (SKM, SPAK, SPKP, IPAK, IPKP).',
        'fakta.json:1: surveys[0].index: harus berisi teks.',
      ],
    ],
    [
      'a fraction by nothing and a month that is none',
      lines(facts => {
        facts['worksheet'] = { ...factsOf().worksheet, claimed: '1/0' }
        facts['complaints'] = [{ id: 'c', month: '2026-13', received: 0, done: 0, inProcess: 0 }]
      }),
      [
        'fakta.json:1: complaints[0].month: harus bulan, misalnya "2026-03".',
        'fakta.json:1: worksheet.claimed: harus angka sebagai teks, misalnya "87.65" atau "67/100".',
      ],
    ],
    [
      'an empty id',
      lines(facts => void (facts['attestations'] = [{ part: '', on: '2026-01-01' }])),
      ['fakta.json:1: attestations[0].part: tidak boleh kosong.'],
    ],
  ])('%s', async (_, text, faults) => {
    expect(await run(text)).toEqual({ code: 2, out: '', faults })
  })

  it('each at its line, and names written twice', async () => {
    const text = JSON.stringify(factsOf(), null, 1).replace(
      '"employees": null',
      '"employees": 1,\n"employees": "dua"',
    )
    const at = text.split('\n').findIndex(line => line.includes('dua')) + 1
    expect((await run(text)).faults).toEqual([
      `fakta.json:${at}: staff: "employees" ditulis dua kali.`,
      `fakta.json:${at}: staff.employees: harus berisi angka.`,
    ])
  })

  it('a rule book with faults, each at its line', async () => {
    const wrong = SEED.replace("places: { is: '<',", "places: { is: '=',").replace(
      'rules:\n',
      'rules:\n  pitfall-9: {}\n',
    )
    const line = (text: string) => wrong.split('\n').findIndex(one => one.includes(text)) + 1
    const { code, out, faults } = await run(JSON.stringify(factsOf()), wrong)
    expect([code, out]).toEqual([2, ''])
    expect(faults).toEqual([
      `buku.yaml:${line('pitfall-9')}: rules.pitfall-9: Aturan ini tidak dikenal.`,
      `buku.yaml:${line('places:')}: rules.recommendation-3.bands.places.is: Tulis salah satu: < <= > >=.`,
    ])
    expect((await run(JSON.stringify(factsOf()), 'id: [')).faults[0]).toMatch(/^buku\.yaml:\d+: bukan YAML/)
  })

  it('files that are not there, and no file at all', async () => {
    const io = heard()
    const missing = join(folder, 'tidak-ada')
    expect(await findingsCommand({ file: missing, book: missing }, io)).toBe(2)
    expect(io.errors).toBe(`${missing}:1: berkas tidak dapat dibaca.\n`.repeat(2))
    expect(await findingsCommand({}, io)).toBe(2)
    expect(io.text).toBe('')
  })
})
