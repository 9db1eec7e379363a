import type { AssessmentContext } from '../assessments/assessment-context'
import type { Section } from '../engine/instrument/instrument'
import { lookup, type Part } from '../engine/instrument/lookup'
import type { Score } from '../engine/scoring/score'
import { paths } from '../paths'
import type { Empty } from '../web/components/panels'
import type { ErrorSummary } from '../web/components/error-summary'
import type { Pills } from '../web/components/pills'
import { formatPart, formatScore } from '../web/format/number'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { foundElsewhere, type FoundElsewhere } from './found-elsewhere'
import { partLinks, partScore, type PartLink, type PartScore } from './part-summary.page'
import {
  filteredHref,
  filterPills,
  filterSearch,
  isMine,
  passes,
  type Filtered,
  type FilterSearch,
  type QuestionFilter,
} from './question-filter'
import { questionRow, type QuestionRow, type RowSetting } from './question-row.page'
import { refusalSummary } from './refused-answers'
import { blocksOf, shortCode, type Block } from './worksheet-tree'

declare module '../web/view' {
  interface Views {
    'worksheets/area': AreaPage
  }
}

/** One part of the worksheet, to fill in or to read. */
export interface AreaPage extends PageModel {
  readonly over: string
  readonly parts: readonly PartLink[]
  readonly pick: string
  readonly score: PartScore
  readonly answered: string
  /** The whole worksheet under the same filter. */
  readonly wholeHref: string
  readonly summary: ErrorSummary | null
  readonly closed: Message | null
  /** What the head wants done before the part is attested. */
  readonly returned: Message | null
  readonly pills: Pills
  readonly search: FilterSearch
  readonly editable: boolean
  /** Where the fields of this page are saved one by one; the question's code is added. */
  readonly saveBase: string
  readonly blocks: readonly AreaBlock[]
  readonly empty: Empty | null
  /** Where a search that finds nothing in this part finds something. */
  readonly elsewhere: readonly FoundElsewhere[]
  /** Anchors of the unanswered questions at both ends; a script leads on from there. */
  readonly firstOpen: string
  readonly lastOpen: string
  readonly next: {
    readonly lead: string
    readonly text: string
    readonly href: string
    readonly label: string
  } | null
}

export interface AreaBlock {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly weight: string
  readonly claimed: string
  readonly substantiated: string
  readonly originHref: string
  readonly subs: readonly AreaSub[]
}

/** A sub-criterion: its questions share a form for browsers without scripts. */
export interface AreaSub {
  readonly code: string
  readonly title: string
  readonly weight: string
  readonly claimed: string
  readonly substantiated: string
  readonly originHref: string
  readonly form: AreaForm
  readonly rows: readonly QuestionRow[]
}

export interface AreaForm {
  readonly id: string
  readonly action: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly editable: boolean
}

export interface AreaSetting extends RowSetting {
  readonly part: Part
  readonly filter: QuestionFilter
  readonly closed: Message | null
  readonly returned: Message | null
  readonly mayAnswer: boolean
  /** Id of the actor, for "milik saya". */
  readonly userId: string | null
}

export function areaPage(setting: AreaSetting): AreaPage {
  const { assessment, contents, part, filter } = setting
  const { score } = contents
  const { instrument } = assessment
  const candidates = part.questions.map(question => candidateOf(setting, question))
  const shown = new Set(candidates.filter(one => passes(filter, one)).map(one => one.question.code))
  const elsewhere = shown.size === 0 ? foundElsewhere(assessment, part, filter.search) : []
  const section = score.sections.get(part.code)!
  const parts = partLinks(assessment, score, part.id)
  const open = candidates.filter(one => one.scored.state !== 'answered' && shown.has(one.question.code))
  return {
    title: part.name,
    current: 'lembar',
    over: `Lembar kerja mandiri · putaran ${assessment.round} · ${assessment.stage}`,
    parts,
    pick: `${part.code === part.id ? 'Bagian' : 'Area'} ${part.id} · ${part.name}`,
    score: partScore(assessment, score, part),
    answered: `${formatPart(section.answered, section.questions)} terjawab`,
    wholeHref: filteredHref(assessment.id, null, filter),
    summary: refusalSummary(instrument, setting.refused),
    closed: setting.closed,
    returned: setting.returned,
    pills: filterPills(assessment.id, part.id, filter, candidates, setting.mayAnswer),
    search: filterSearch(assessment.id, part.id, filter),
    editable: setting.editable,
    saveBase: paths.answers(assessment.id),
    blocks: blocksOf(instrument, part)
      .map(block => areaBlock(setting, block, shown))
      .filter(block => block.subs.length > 0),
    empty: shown.size === 0 ? emptyOf(setting, elsewhere.length > 0) : null,
    elsewhere,
    firstOpen: anchorOf(open[0]),
    lastOpen: anchorOf(open.at(-1)),
    next: nextPart(assessment, score, part),
  }
}

const anchorOf = (candidate: Filtered | undefined): string => (candidate ? `#${candidate.question.code}` : '')

function candidateOf(setting: AreaSetting, question: Filtered['question']): Filtered {
  return {
    question,
    scored: setting.contents.score.questions.get(question.code)!,
    mine: setting.mayAnswer && isMine(setting.assignees.get(question.code), setting.userId),
  }
}

function areaBlock(setting: AreaSetting, block: Block, shown: ReadonlySet<string>): AreaBlock {
  const scored = setting.contents.score.sections.get(block.section.code)!
  return {
    id: `blok-${block.section.code}`,
    code: block.section.code,
    name: block.name,
    weight: formatScore(scored.weight),
    claimed: formatScore(scored.claimed),
    substantiated: formatScore(scored.substantiated),
    originHref: paths.scoreOrigin(setting.assessment.id, block.section.code),
    subs: block.subs
      .filter(sub => sub.questions.some(question => shown.has(question.code)))
      .map(sub => areaSub(setting, block, sub, shown)),
  }
}

function areaSub(setting: AreaSetting, block: Block, sub: Section, shown: ReadonlySet<string>): AreaSub {
  const scored = setting.contents.score.sections.get(sub.code)!
  const { assessment, part, filter } = setting
  const id = `isi-${sub.code}`
  return {
    code: sub.code,
    title:
      sub.code === block.section.code ? sub.name : `${shortCode(sub.code, block.section.code)}. ${sub.name}`,
    weight: formatScore(scored.weight),
    claimed: formatScore(scored.claimed),
    substantiated: formatScore(scored.substantiated),
    originHref: paths.scoreOrigin(assessment.id, sub.code),
    form: {
      id,
      action: paths.answers(assessment.id),
      editable: setting.editable,
      hidden: [
        { name: 'bagian', value: part.id },
        { name: 'saring', value: filter.name },
        { name: 'q', value: filter.search },
      ],
    },
    rows: sub.questions
      .filter(question => shown.has(question.code))
      .map(question => questionRow(setting, question, shortCode(question.code, block.section.code), id)),
  }
}

function emptyOf({ assessment, part, filter }: AreaSetting, elsewhere: boolean): Empty {
  const all = filteredHref(assessment.id, part.id, { name: 'semua', search: '' })
  const action = { label: 'Tampilkan semua pertanyaan', href: all, icon: '' as const }
  if (filter.search !== '')
    return {
      title: `Tidak ada pertanyaan ${elsewhere ? 'di bagian ini ' : ''}yang memuat “${filter.search}”`,
      text: elsewhere
        ? 'Yang ditemukan di bagian lain tertulis di bawah.'
        : 'Cari dengan kata lain atau dengan kode pertanyaan.',
      action,
    }
  const texts = {
    semua: ['Tidak ada pertanyaan di bagian ini', ''],
    belum: ['Semua pertanyaan di bagian ini sudah dijawab', 'Periksa tanda dan buktinya.'],
    bertanda: [
      'Tidak ada pertanyaan bertanda di bagian ini',
      'Tanda muncul bila nilai belum didukung bukti.',
    ],
    saya: [
      'Tidak ada pertanyaan untuk Anda di bagian ini',
      'Ketua tim ZI membagi pertanyaan kepada anggota.',
    ],
  } as const
  const [title, text] = texts[filter.name]
  return { title, text, action }
}

/** Where to go from the foot of the page: the next part in the order of the instrument. */
function nextPart(assessment: AssessmentContext, score: Score, part: Part): AreaPage['next'] {
  const parts = [...lookup(assessment.instrument).parts.values()]
  const next = parts[parts.findIndex(one => one.id === part.id) + 1]
  const section = score.sections.get(part.code)!
  const open = section.questions - section.answered
  const name = part.code === part.id ? part.name : `Area ${part.id}`
  const lead = open === 0 ? `${name} sudah terjawab.` : `${name} belum selesai.`
  const text = [
    open > 0 ? `${open} pertanyaan belum dijawab` : '',
    section.contradictory > 0 ? `${section.contradictory} angka bertentangan` : '',
    section.flagged > 0 ? `${section.flagged} bertanda` : '',
  ]
    .filter(Boolean)
    .join(', ')
  if (next)
    return {
      lead,
      text: text && `${text}.`,
      href: paths.worksheetPart(assessment.id, next.id),
      label: `Berikutnya: ${next.name}`,
    }
  return {
    lead,
    text: text && `${text}.`,
    href: paths.missing(assessment.id),
    label: 'Apa yang kurang',
  }
}
