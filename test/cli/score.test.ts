import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { scoreCommand } from '../../src/cli/score.command'
import { LKE_FILE, LKE_TEXT } from '../engine/support/lke'

const folder = mkdtempSync(join(tmpdir(), 'zi-score-'))
const file = join(folder, 'lembar.json')
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command over a text; `faults` are the lines of stderr without the name of the file. */
async function run(text: string) {
  writeFileSync(file, text)
  let out = ''
  let err = ''
  const io = { stdout: (part: string) => void (out += part), stderr: (part: string) => void (err += part) }
  const code = await scoreCommand(file, io)
  return {
    code,
    out,
    faults: err
      .split('\n')
      .filter(Boolean)
      .map(line => line.replace(`${file}:`, '')),
  }
}

const worksheet = (answers: string, evidence = '[]', more = '"instrument": "lke-2021"'): string =>
  `{${more}, "answers": ${answers}, "evidence": ${evidence}}`

interface Output {
  total: number
  instrument: string
  sections: Record<string, { score: number; weight: number; percent: number }>
  gates: Record<string, { section: string; passes: boolean }[]>
  missing: Record<string, { steps: object[]; unreachable: string[] }>
  substantiated: Output
}

async function scored(text: string): Promise<Output> {
  const { code, out, faults } = await run(text)
  expect([code, faults]).toEqual([0, []])
  return JSON.parse(out) as Output
}

describe('zi score prints', () => {
  it('one JSON object with the parts that were agreed, for the example of the issue', async () => {
    const output = await scored(
      '{"instrument":"lke-2021","areaGates":"joint","answers":{"A.I.1.i.a":{"option":"Ya"},"A.II.1.i.a":{"inputs":{"agents":7,"changes":7}}},' +
        '"evidence":[{"question":"A.I.1.i.a","nature":"formal","stage":["planning","implementation"],"verdict":"memadai"}]}',
    )
    expect(Object.keys(output)).toEqual(
      'instrument total answered questions sections gates predicates substantiated spreadsheet flags contradictions missing'.split(
        ' ',
      ),
    )
    expect(Object.keys(output.substantiated)).toEqual(['total', 'sections', 'gates', 'missing'])
    expect(output).toMatchObject({
      instrument: 'lke-2021',
      total: 1.25,
      answered: 2,
      questions: 113,
      predicates: [],
      spreadsheet: { total: 2.5 },
      flags: [{ question: 'A.II.1.i.a', kind: 'unsupported' }],
      contradictions: [],
      substantiated: { total: 0.25 },
    })
    expect(output.sections['A.1']).toEqual({ score: 1.25, weight: 8, percent: 15.625 })
    expect(output.gates.WBK?.map(gate => gate.section)).toEqual(
      'total A A.1 A.2 A.3 A.4 A.5 A.6 B.I B.I.i B.I.ii B.II'.split(' '),
    )
    expect(output.missing.WBK?.steps[0]).toEqual({ question: 'A.II.1.i.b', from: null, to: 1, gain: 1 })
  })

  it('the double nearest to each exact value', async () => {
    const output = await scored(worksheet('{"A.I.1.ii.a": {"option": "Ya"}, "A.I.1.iii.a": {"option": "B"}}'))
    expect(output.sections['A.I.1.ii']?.score).toBe(1 / 3)
    expect(output.sections['A.I.1.iii']?.score).toBe(67 / 300)
    expect(output.total).toBe(167 / 300)
  })

  it('a gate decided exactly, where a double would not tell', async () => {
    const index = '{"B.I.i.a": {"inputs": {"index": 3.5999999999999999999}}}'
    const output = await scored(worksheet(index))
    const gate = output.gates.WBK?.find(({ section }) => section === 'B.I.i')
    expect(gate).toMatchObject({ minimum: 15.75, score: 15.75, passes: false })
  })

  it('the same for counts typed as text and for one stage as a word', async () => {
    const typed =
      '{"A.II.5.iii.b": {"inputs": {"administrators": "0", "supervisors": "234", "staff": "1.000", "reported": 617}}}'
    expect((await scored(worksheet(typed))).total).toBe(0.5)
    const word = '[{"question": "A.I.1.ii.a", "nature": "formal", "stage": "planning"}]'
    const output = await scored(worksheet('{"A.I.1.ii.a": {"option": "Ya"}}', word))
    expect(output.substantiated.total).toBe(1 / 3)
  })

  it('stages and nature on steps of the proven score, external on an index to be raised', async () => {
    const output = await scored(worksheet('{"B.I.i.a": {"inputs": {"index": 3.2}}}'))
    const step = { question: 'B.I.i.a', from: 3.2, to: 3.6 }
    expect(output.missing.WBK?.steps).toContainEqual({ ...step, gain: 1.75, external: true })
    expect(output.substantiated.missing.WBK?.steps).toContainEqual({
      ...step,
      gain: 15.75,
      stages: ['impact'],
      nature: 'outcome',
      external: true,
    })
  })

  it('with the instrument given by a path, also a relative one', async () => {
    for (const path of [LKE_FILE, relative(process.cwd(), LKE_FILE)]) {
      expect((await scored(worksheet('{}', '[]', `"instrument": ${JSON.stringify(path)}`))).instrument).toBe(
        'lke-2021',
      )
    }
  })
})

describe('zi score refuses with code 2, every fault on stderr and nothing on stdout:', () => {
  it.each<[string, string, string[]]>([
    ['what is not JSON', '{"instrument": ', ['1: bukan JSON yang sah.']],
    [
      'what is JSON no more from line 3',
      '{\n"instrument": "lke-2021",\n"answers": {,}}',
      ['3: bukan JSON yang sah.'],
    ],
    ['a list', '[]', ['1: berkas: harus berisi objek.']],
    [
      'too deep a nesting',
      `{"a":${'['.repeat(9000)}${']'.repeat(9000)}}`,
      ['1: susunan JSON terlalu dalam.'],
    ],
    [
      'missing parts',
      '{}',
      [
        '1: berkas: "instrument" belum ada.',
        '1: berkas: "answers" belum ada.',
        '1: berkas: "evidence" belum ada.',
      ],
    ],
    [
      'an unknown instrument',
      worksheet('{}', '[]', '"instrument": "lke-1999"'),
      ['1: instrumen "lke-1999" tidak ada.'],
    ],
    [
      'an unknown key',
      worksheet('{}', '[]', '"instrument": "lke-2021", "nilai": 1'),
      ['1: berkas: "nilai" tidak dikenal di sini.'],
    ],
    [
      'area gates of another kind',
      worksheet('{}', '[]', '"instrument": "lke-2021", "areaGates": "both"'),
      ['1: berkas: areaGates "both" tidak dikenal (joint, separate).'],
    ],
    [
      'an unknown question',
      worksheet('{"A.I.1": {"option": "Ya"}}'),
      ['1: answers: pertanyaan "A.I.1" tidak ada dalam instrumen.'],
    ],
    [
      'an option off the scale',
      worksheet('{"A.I.1.i.b": {"option": "D"}}'),
      ['1: A.I.1.i.b: pilihan "D" tidak ada pada skalanya (A, B, C).'],
    ],
    [
      'an option for a ratio',
      worksheet('{"A.II.1.i.a": {"option": "A"}}'),
      ['1: A.II.1.i.a: pertanyaan ini dijawab dengan "inputs", bukan "option".'],
    ],
    [
      'inputs for an option',
      worksheet('{"A.I.1.i.b": {"inputs": {"a": 1}}}'),
      ['1: A.I.1.i.b: pertanyaan ini dijawab dengan "option", bukan "inputs".'],
    ],
    [
      'an option that is no text',
      worksheet('{"A.I.1.i.b": {"option": 1}}'),
      ['1: A.I.1.i.b: "option" harus berisi teks.'],
    ],
    [
      'an empty answer',
      worksheet('{"A.I.1.i.b": {}}'),
      ['1: A.I.1.i.b: jawaban memerlukan "option" atau "inputs", salah satu.'],
    ],
    ['an answer that is no object', worksheet('{"A.I.1.i.b": "A"}'), ['1: A.I.1.i.b: harus berisi objek.']],
    [
      'an unknown input',
      worksheet('{"A.II.1.i.a": {"inputs": {"people": 1}}}'),
      ['1: A.II.1.i.a: masukan "people" tidak dikenal.'],
    ],
    [
      'an input named as a built-in',
      worksheet('{"A.II.1.i.a": {"inputs": {"__proto__": 1}}}'),
      ['1: A.II.1.i.a: masukan "__proto__" tidak dikenal.'],
    ],
    [
      'a negative count',
      worksheet('{"A.II.1.i.a": {"inputs": {"agents": -1}}}'),
      ['1: A.II.1.i.a, agents: tidak boleh negatif.'],
    ],
    [
      'half a count',
      worksheet('{"A.II.1.i.a": {"inputs": {"agents": 7.5}}}'),
      ['1: A.II.1.i.a, agents: harus bilangan bulat.'],
    ],
    [
      'a count that is none',
      worksheet('{"A.II.1.i.a": {"inputs": {"agents": true}}}'),
      ['1: A.II.1.i.a, agents: harus berisi angka.'],
    ],
    [
      'a count beyond reading',
      worksheet('{"A.II.1.i.a": {"inputs": {"agents": 1e999}}}'),
      ['1: A.II.1.i.a, agents: tidak terbaca sebagai angka.'],
    ],
    [
      'a percentage for an index',
      worksheet('{"B.II.i.a": {"inputs": {"index": 87.65}}}'),
      [
        '1: B.II.i.a, index: tampaknya persen, bukan indeks. Rentangnya 0 sampai 4. Setara 3,51 pada skala 4.',
      ],
    ],
    [
      'an index above its range',
      worksheet('{"B.II.i.a": {"inputs": {"index": 4.01}}}'),
      ['1: B.II.i.a, index: di atas nilai tertinggi. Rentangnya 0 sampai 4.'],
    ],
    [
      'evidence of an unknown nature, stage and verdict, for an unknown question',
      worksheet(
        '{}',
        '[{"question": "X", "nature": "paper", "stage": ["planning", "doing"], "verdict": "baik"}]',
      ),
      [
        '1: evidence[0]: pertanyaan "X" tidak ada dalam instrumen.',
        '1: evidence[0]: nature "paper" tidak dikenal (formal, trace, outcome).',
        '1: evidence[0]: verdict "baik" tidak dikenal (memadai, kurang, tidak relevan, meragukan).',
        '1: evidence[0]: tahap "doing" tidak dikenal (planning, implementation, monitoring, follow_up, impact).',
      ],
    ],
    [
      'evidence without a stage',
      worksheet('{}', '[{"question": "B.I.i.a", "nature": "formal"}]'),
      ['1: evidence[0]: "stage" belum ada.'],
    ],
    ['evidence that is no list', worksheet('{}', '{}'), ['1: evidence: harus berisi daftar.']],
    [
      'keys written twice, with the faults of both',
      worksheet('{"A.I.1.i.b": {"option": "X"}, "A.I.1.i.b": {"option": "Y"}}'),
      [
        '1: answers: "A.I.1.i.b" ditulis dua kali.',
        '1: A.I.1.i.b: pilihan "X" tidak ada pada skalanya (A, B, C).',
        '1: A.I.1.i.b: pilihan "Y" tidak ada pada skalanya (A, B, C).',
      ],
    ],
    [
      'faults on several lines, in their order',
      '{\n"instrument": "lke-2021",\n"answers": {\n"A.I.1.i.a": {"option": "Yes"},\n"A.I.9": {"option": "Ya"}},\n"evidence": [\n7]}',
      [
        '4: A.I.1.i.a: pilihan "Yes" tidak ada pada skalanya (Ya, Tidak).',
        '5: answers: pertanyaan "A.I.9" tidak ada dalam instrumen.',
        '7: evidence[0]: harus berisi objek.',
      ],
    ],
  ])('%s', async (_case, text, faults) => {
    const result = await run(text)
    expect(result).toEqual({ code: 2, out: '', faults })
  })

  it('a file that is not there', async () => {
    const heard: string[] = []
    const io = {
      stdout: (text: string) => void heard.push(text),
      stderr: (text: string) => void heard.push(text),
    }
    expect(await scoreCommand(join(folder, 'tidak-ada.json'), io)).toBe(2)
    expect(heard).toEqual([`${join(folder, 'tidak-ada.json')}:1: berkas tidak dapat dibaca.\n`])
  })

  it('an instrument with faults, each of them named beside those of the file', async () => {
    const broken = join(folder, 'rusak.yaml')
    writeFileSync(broken, LKE_TEXT.replace('{section: B.I, min: 18.25}', '{section: B.V, min: 18.25}'))
    const { code, faults } = await run(
      worksheet('{"X": {}}', '[]', `"instrument": ${JSON.stringify(broken)}`),
    )
    expect(code).toBe(2)
    expect(faults).toEqual([
      `1: instrumen ${broken}:55: WBK, ambang B.V: bagian "B.V" tidak ada.`,
      '1: X: jawaban memerlukan "option" atau "inputs", salah satu.',
    ])
  })
})
