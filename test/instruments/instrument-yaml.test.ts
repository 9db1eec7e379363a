import { createHash } from 'node:crypto'
import { toText } from '../../src/engine/exact'
import { loadInstrumentYaml } from '../../src/instruments/instrument-yaml'
import { ALTERATIONS } from './instrument-alterations'
import { lke, LKE_TEXT, lkeQuestion } from '../engine/support/lke'

/** The seed with replacements, each of which must hit. */
function altered(...replacements: readonly (readonly [string | RegExp, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    const after = text.replace(from, to)
    if (after === text) throw new Error(`Nothing to replace: ${String(from)}`)
    return after
  }, LKE_TEXT)
}

/** Faults as `line code`, for one altered text. */
function faultsOf(text: string): string[] {
  const loaded = loadInstrumentYaml(text, 'uji.yaml')
  return loaded.ok ? [] : loaded.faults.map(fault => `${fault.line} ${fault.code}`)
}

/** The line of the first occurrence in a text. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

describe('the seeded worksheet of 2021', () => {
  it('loads whole, numbers by their source text', () => {
    const question = lkeQuestion('A.I.1.iii.a')
    if (question.kind !== 'choice') throw new Error('expected a choice')
    expect(question.options.map(option => `${option.key} ${toText(option.value)}`)).toEqual([
      'A 1',
      'B 67/100',
      'C 33/100',
      'D 0',
    ])
    expect(lke.predicates.map(predicate => predicate.thresholds.length)).toEqual([7, 7])
    expect(lke.prerequisites).toHaveLength(8)
    expect(lke.prerequisites.find(prerequisite => prerequisite.id === 'sakip')?.predicates).toEqual([
      'WBK',
      'WBBM',
    ])
  })

  it('gives the plain No its standing criterion', () => {
    const question = lkeQuestion('A.I.1.i.a')
    if (question.kind !== 'choice') throw new Error('expected a choice')
    expect(question.options.at(-1)).toMatchObject({ key: 'Tidak', criterion: 'Belum demikian.' })
  })

  it('carries the checksum of its text', () => {
    const loaded = loadInstrumentYaml(LKE_TEXT, 'uji.yaml')
    const checksum = createHash('sha256').update(LKE_TEXT).digest('hex')
    expect(loaded).toMatchObject({ ok: true, checksum })
  })

  it('keeps a zero rule with its own proof', () => {
    const question = lkeQuestion('A.II.3.iii.a')
    if (question.kind !== 'ratio') throw new Error('expected a ratio')
    expect(question.zeroRule).toMatchObject({
      asksAbout: 'document',
      expectedStages: ['monitoring'],
      source: 'lampiran',
    })
  })
})

describe('an instrument is refused', () => {
  const weightOfFirst = '        weight: 0.5\n'
  it.each(ALTERATIONS)('$title ($code)', ({ code, from, to, at, also = [] }) => {
    const text = altered([from, to])
    const faults = faultsOf(text)
    expect(faults).toContain(`${lineOf(text, at)} ${code}`)
    const codes = new Set(faults.map(fault => fault.split(' ')[1]))
    expect([...codes].filter(other => other !== code).sort()).toEqual([...also].sort())
  })

  it('when WBBM asks less than WBK, also with WBBM first in the file', () => {
    const predicates = /  - id: WBK\n[\s\S]*?(?=  - id: WBBM)/.exec(LKE_TEXT)?.[0] ?? ''
    const swapped = altered([predicates, ''], ['prerequisites:\n', `${predicates}\nprerequisites:\n`])
    expect(faultsOf(swapped)).toEqual([])
    const lower = swapped.replace('{section: A, min: 48}', '{section: A, min: 39.99}')
    expect(faultsOf(lower)).toEqual([`${lineOf(lower, 'min: 39.99')} threshold-below-lower-predicate`])
  })

  it('with every fault named at once, in the order of the lines', () => {
    const text = altered(
      ['{section: B.I, min: 18.25}', '{section: B.V, min: 18.25}'],
      [weightOfFirst, '        weight: 0.6\n'],
      ['{plus: [integrated]}', '{plus: [merged]}'],
      ['asks_about: document', 'asks_about: paper'],
    )
    const faults = faultsOf(text)
    expect(faults.map(fault => fault.split(' ')[1])).toEqual([
      'threshold-unknown-section',
      'weight-sum',
      'unknown-asks-about',
      'formula-unknown-input',
      'input-unused',
    ])
    const lines = faults.map(fault => Number(fault.split(' ')[0]))
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
  })

  it('with file, line, rule and the code of the place in each fault', () => {
    const loaded = loadInstrumentYaml(altered([weightOfFirst, '        weight: 0.6\n']), 'uji.yaml')
    expect(loaded).toEqual({
      ok: false,
      faults: [
        {
          file: 'uji.yaml',
          line: lineOf(LKE_TEXT, 'code: A.I.1\n'),
          code: 'weight-sum',
          message: 'A.I.1: bobot di bawahnya berjumlah 4,1, bukan 4.',
        },
      ],
    })
  })
})

describe('a text that is no instrument', () => {
  it.each([
    ['nothing', '', 'not-a-mapping'],
    ['a list', '- a\n', 'not-a-mapping'],
    ['broken YAML', 'id: [a\n', 'yaml-invalid'],
    ['two documents', `${LKE_TEXT}\n---\nid: b\n`, 'yaml-invalid'],
    [
      'a key written twice',
      LKE_TEXT.replace('id: lke-2021\n', 'id: lke-2021\nid: lke-2022\n'),
      'duplicate-key',
    ],
    ['an unknown anchor', LKE_TEXT.replace('id: lke-2021', 'id: *a'), 'unknown-alias'],
    ['a custom tag', LKE_TEXT.replace('id: lke-2021', 'id: !secret lke-2021'), 'yaml-invalid'],
    ['more than a million characters', `#${'x'.repeat(1_000_001)}\n`, 'file-too-large'],
    ['a bottomless nesting', '['.repeat(20_000), 'yaml-invalid'],
  ])('is refused: %s', (_name, text, code) => {
    expect(faultsOf(text).map(fault => fault.split(' ')[1])).toContain(code)
  })
})

describe('a character that no database keeps', () => {
  it.each([
    ['a NUL by its escape', '"Penyusunan \\0 Tim"'],
    ['half a character by its escape', '"Penyusunan \\uD800 Tim"'],
    ['a NUL itself', '"Penyusunan \u0000 Tim"'],
  ])('is refused in a text: %s', (_name, written) => {
    const text = altered(['Penyusunan Tim Kerja', written])
    expect(faultsOf(text)).toEqual([`${lineOf(text, written)} unreadable-character`])
  })

  it('is refused in a code, once', () => {
    const text = altered(['code: A.I.1.i.b', 'code: "A.I.1.i.b\\0"'])
    const faults = faultsOf(text)
    expect(faults.filter(fault => fault.endsWith('unreadable-character'))).toHaveLength(1)
  })

  it('is refused in a key', () => {
    const text = altered(['  abc: {A: 1', '  "abc\\0": {A: 1, B: 0.5, C: 0}\n  abc: {A: 1'])
    expect(faultsOf(text)).toEqual([`${lineOf(text, '"abc')} unreadable-character`])
  })

  it('may be half of a whole one', () => {
    expect(faultsOf(altered(['Penyusunan Tim Kerja', '"Penyusunan 🌊 Tim"']))).toEqual([])
  })
})

describe('a text that would keep the parser busy', () => {
  const lines = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at))
  it.each([
    ['30,000 anchors', `a: {${lines(30_000, at => `k${at}: &a${at} x`).join(', ')}}`, 'too-many-anchors'],
    ['60,000 keys', lines(60_000, at => `k${at}: 1`).join('\n'), 'file-too-large'],
    ['20,000 keys', lines(20_000, at => `k${at}: 1`).join('\n'), 'unknown-key'],
    ['200,000 aliases', `a: &a x\nb: [${'*a,'.repeat(200_000)}]`, 'file-too-large'],
    ['300,000 faults', 'a: [}'.repeat(100_000), 'file-too-large'],
  ])('is refused soon: %s', (_name, text, code) => {
    expect(faultsOf(text).map(fault => fault.split(' ')[1])).toContain(code)
  })

  it('is named by the line of its first anchor too many', () => {
    const text = `id: x\n${lines(101, at => `k${at}: &a${at} x`).join('\n')}`
    expect(faultsOf(text)).toEqual(['102 too-many-anchors'])
  })

  it('is none when an ampersand only stands in its words', () => {
    const words = lines(200, at => `          - "&${at} Bukti"\n          - Bukti &${at}`).join('\n')
    const block = `          - |\n            &a\n${'            &b\n'.repeat(150)}`
    const text = altered([
      '          - Surat keputusan tim',
      `${words}\n${block}          - Surat keputusan tim`,
    ])
    expect(faultsOf(text)).toEqual([])
  })
})

describe('aliases', () => {
  const stages = '          evidence_expected: [planning, implementation]\n'

  it('may stand for something written elsewhere', () => {
    const text = LKE_TEXT.replace(stages, stages.replace('[', '&both [')).replace(
      stages,
      stages.replace('[planning, implementation]', '*both'),
    )
    expect(faultsOf(text)).toEqual([])
  })

  it('stand for the nearest of two with one name before them', () => {
    const text = altered(
      ['name: Pengungkit', 'name: &satu Satu'],
      ['name: Pemenuhan', 'name: &satu Dua'],
      ['name: Manajemen Perubahan', 'name: *satu'],
      ['name: Hasil', 'name: &satu Tiga'],
    )
    const loaded = loadInstrumentYaml(text, 'uji.yaml')
    const area = loaded.ok ? loaded.instrument.sections[0]?.sections[0]?.sections[0] : undefined
    expect(area?.name).toBe('Dua')
  })

  it('are refused beyond reason', () => {
    const uses = Array.from({ length: 101 }, () => '          - *satu').join('\n')
    const text = LKE_TEXT.replace(
      '          - Surat keputusan tim',
      `          - &satu Bukti\n${uses}\n          - Surat keputusan tim`,
    )
    expect(faultsOf(text).map(fault => fault.split(' ')[1])).toEqual(['too-many-aliases'])
  })

  it('that multiply or contain themselves end the reading soon', () => {
    const laughs = [
      'a: &a [x, x]',
      ...Array.from('bcdefghij', (name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]}, `.repeat(9)}x]`),
    ]
    const bomb = `${laughs.join('\n')}\nsections: *j\n`
    const loop = LKE_TEXT.replace(
      'sections:\n- code: A',
      'sections: &all\n- code: X\n  name: X\n  weight: 1\n  sections: *all\n- code: A',
    )
    expect(faultsOf(bomb).length).toBeGreaterThan(0)
    expect(faultsOf(loop).map(fault => fault.split(' ')[1])).toContain('too-many-aliases')
  })
})
