import type { Instrument, Prerequisite, Question, Section } from '../engine/instrument/instrument'
import { lookup, questionsOf } from '../engine/instrument/lookup'
import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import { formatCount, formatScore } from '../web/format/number'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { cycleLinks, loadedWords } from './instrument-list.page'
import type { LoadedVersion } from './instruments.service'
import { thresholdTable, type ThresholdTable } from './threshold-table'

declare module '../web/view' {
  interface Views {
    'instruments/instrument': InstrumentPage
  }
}

export interface InstrumentPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly cycles: readonly Link[]
  readonly sourceHref: string
  readonly tree: readonly TreeItem[]
  readonly thresholds: ThresholdTable
  readonly prerequisites: readonly {
    readonly id: string
    readonly text: string
    readonly filledBy: string
    readonly passes: string
    readonly predicates: string
  }[]
}

/** A heading of the tree (component, block) or a group that opens to its sub-criteria and questions. */
export interface TreeItem {
  readonly code: string
  readonly name: string
  readonly weight: string
  readonly count: string
  /** Empty for a heading. */
  readonly parts: readonly {
    readonly code: string
    readonly name: string
    readonly weight: string
    readonly questions: readonly { readonly code: string; readonly text: string; readonly scale: string }[]
  }[]
}

export function instrumentPage(version: LoadedVersion, instrument: Instrument): InstrumentPage {
  const { questions, totalWeight } = lookup(instrument)
  const { basis } = instrument
  return {
    title: instrument.title,
    current: 'instrumen',
    crumbs: { links: [{ label: 'Instrumen', href: paths.instruments() }] },
    over: `${version.code} · versi ${version.version}`,
    facts: [
      { label: 'Dasar hukum', value: `${basis.short}, ${basis.annex}` },
      { label: 'Pertanyaan', value: formatCount(questions.size) },
      { label: 'Bobot', value: formatScore(totalWeight) },
      { label: 'Dimuat', value: loadedWords(version) },
      { label: 'SHA-256', value: version.checksum },
    ],
    cycles: cycleLinks(version),
    sourceHref: paths.instrumentSource(version.id),
    tree: instrument.sections.flatMap(treeItems),
    thresholds: thresholdTable(instrument),
    prerequisites: instrument.prerequisites.map(one => ({
      id: one.id,
      text: one.text,
      filledBy: one.filledBy === 'pusat' ? 'Pusat' : 'Satker',
      passes: passesWords(one),
      predicates: one.predicates.join(', '),
    })),
  }
}

/** A section whose children all hold questions opens as one group, so does one without children. */
function treeItems(section: Section): TreeItem[] {
  const heading = {
    code: section.code,
    name: section.name,
    weight: formatScore(section.weight),
    count: `${formatCount(questionsOf(section).length)} pertanyaan`,
  }
  const leaves = section.sections.length === 0 ? [section] : section.sections
  if (leaves.every(leaf => leaf.sections.length === 0)) return [{ ...heading, parts: leaves.map(partOf) }]
  return [{ ...heading, parts: [] }, ...section.sections.flatMap(treeItems)]
}

const partOf = (section: Section): TreeItem['parts'][number] => ({
  code: section.code,
  name: section.name,
  weight: formatScore(section.weight),
  questions: section.questions.map(question => ({
    code: question.code,
    text: question.text,
    scale: scaleWords(question),
  })),
})

function scaleWords(question: Question): string {
  if (question.kind === 'ratio') return question.scale === 'reduction' ? 'Penurunan' : 'Rasio'
  if (question.kind === 'index') return 'Indeks'
  return question.options.map(option => option.key).join(' / ')
}

function passesWords({ kind, min, months }: Prerequisite): string {
  if (kind === 'since') return `Sudah ${months ?? 0} bulan`
  if (kind === 'ya_tidak') return 'Ya'
  return Object.entries(min ?? {})
    .map(([predicate, grade]) => `${predicate} ${grade}`)
    .join(', ')
}
