import { compare, equals, round, sum, ZERO, type Exact } from '../exact'
import type { InstrumentFault } from './instrument-fault'
import type { Instrument, Section } from './instrument'
import { areasOf, sectionsWithAreas } from './lookup'

const PART = /^[A-Za-z0-9_-]+$/

/** Codes, weights and shape of the tree. */
export function treeFaults(instrument: Instrument, incomplete: ReadonlySet<object>): InstrumentFault[] {
  const sections = instrument.sections.flatMap(withDescendants)
  if (sections.length === 0 && !incomplete.has(instrument)) {
    return [fault('tree-empty', 'instrumen', instrument, 'instrumen tidak berisi satu bagian pun.')]
  }
  return [
    ...duplicateCodes(sections),
    ...instrument.sections.flatMap(section => misplacedCodes(section, null)),
    ...sections.flatMap(section => shapeFaults(section, incomplete)),
    ...areaCodeClashes(instrument, sections),
  ]
}

export const withDescendants = (section: Section): Section[] => [
  section,
  ...section.sections.flatMap(withDescendants),
]

const fault = (code: string, at: string, subject: object, message: string): InstrumentFault => ({
  code,
  at,
  subject,
  message,
})

function duplicateCodes(sections: readonly Section[]): InstrumentFault[] {
  const seen = new Set(['total'])
  return sections
    .flatMap(section => [section, ...section.questions])
    .flatMap(node => {
      if (!node.code) return []
      const known = seen.has(node.code)
      seen.add(node.code)
      if (!known) return []
      const message =
        node.code === 'total' ? 'kode "total" sudah berarti nilai total.' : 'kode ini dipakai dua kali.'
      return [fault('duplicate-code', node.code, node, message)]
    })
}

function misplacedCodes(section: Section, parent: Section | null): InstrumentFault[] {
  const children = [...section.sections, ...section.questions]
  return [
    ...(isCodeUnder(section.code, parent) ? [] : [misplaced(section, parent)]),
    ...section.questions
      .filter(question => !isCodeUnder(question.code, section))
      .map(q => misplaced(q, section)),
    ...(children.length > 0 ? section.sections.flatMap(child => misplacedCodes(child, section)) : []),
  ]
}

/** One part longer than the code of the parent; an unreadable code is a fault already. */
function isCodeUnder(code: string, parent: Section | null): boolean {
  if (!code || parent?.code === '') return true
  if (!parent) return PART.test(code)
  return code.startsWith(`${parent.code}.`) && PART.test(code.slice(parent.code.length + 1))
}

function misplaced(node: { code: string }, parent: Section | null): InstrumentFault {
  const rule = parent
    ? `kode harus "${parent.code}." ditambah satu bagian.`
    : 'kode harus satu bagian tanpa titik.'
  return fault('code-not-under-parent', node.code, node, rule)
}

function shapeFaults(section: Section, incomplete: ReadonlySet<object>): InstrumentFault[] {
  if (incomplete.has(section)) return []
  const faults: InstrumentFault[] = []
  const report = (code: string, message: string) => faults.push(fault(code, section.code, section, message))
  if (compare(section.weight, ZERO) <= 0) report('weight-not-positive', 'bobot harus di atas nol.')
  if (section.sections.length > 0 && section.questions.length > 0) {
    report('section-mixed', 'berisi bagian dan pertanyaan sekaligus; pilih salah satu.')
  }
  if (section.sections.length === 0 && section.questions.length === 0) {
    report('section-empty', 'tidak berisi bagian ataupun pertanyaan.')
  }
  const total = sum(section.sections.map(child => child.weight))
  const readable = !section.sections.some(child => incomplete.has(child))
  if (section.sections.length > 0 && readable && !equals(total, section.weight)) {
    const [is, should] = [total, section.weight].map(decimal)
    report('weight-sum', `bobot di bawahnya berjumlah ${is}, bukan ${should}.`)
  }
  return faults
}

const decimal = (value: Exact): string =>
  round(value, 6)
    .replace(/\.?0+$/, '')
    .replace('.', ',')

function areaCodeClashes(instrument: Instrument, sections: readonly Section[]): InstrumentFault[] {
  const withAreas = sectionsWithAreas(instrument)
  const codes = new Set(
    sections.flatMap(s => (withAreas.has(s.code) ? areasOf(s).map(area => area.code) : [])),
  )
  return sections
    .filter(section => codes.has(section.code))
    .map(section =>
      fault('area-code-clash', section.code, section, 'kode ini sudah berarti gabungan satu area.'),
    )
}
