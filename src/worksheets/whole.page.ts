import type { Actor } from '../access/actor'
import { mayAt } from '../access/scope'
import { documentNumber, editionWords } from '../assessments/document-number'
import { mayInPart, type AssessmentContext } from '../assessments/assessment-context'
import type { Question } from '../engine/instrument/instrument'
import { lookup, type Part } from '../engine/instrument/lookup'
import type { Contradiction, Flag } from '../engine/scoring/score'
import { paths } from '../paths'
import { evidenceKind, STAGE_WORDS } from '../web/components/evidence'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import { formatPart, formatScore } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import type { PageModel } from '../web/view'
import { typedText } from './answer-content'
import type { Assignee } from './assignments.service'
import { flagWords, type FlagWords } from './flag-words'
import { partLinks, type PartLink } from './part-summary.page'
import {
  filterPills,
  filterSearch,
  isMine,
  passes,
  type Filtered,
  type FilterSearch,
  type QuestionFilter,
} from './question-filter'
import { questionFragment } from './question-fragment'
import { storedValue } from './question-row.page'
import { computedValue } from './value-words'
import { blocksOf, shortCode } from './worksheet-tree'
import type { WorksheetContents } from './worksheets.service'

declare module '../web/view' {
  interface Views {
    'worksheets/whole': WholePage
  }
}

/** All questions of the worksheet, or those that a filter finds in every part, to read and to print. */
export interface WholePage extends PageModel {
  readonly over: string
  /** What this is, at the head of every printed page. */
  readonly running: string
  readonly satker: string
  readonly answered: string
  readonly claimed: string
  readonly substantiated: string
  readonly originHref: string
  readonly links: readonly PartLink[]
  readonly pills: Pills
  readonly search: FilterSearch
  /** `Menampilkan 6 dari 113 pertanyaan.`; `''` when nothing is filtered. */
  readonly showing: string
  readonly empty: Empty | null
  readonly parts: readonly WholePart[]
}

interface Scores {
  readonly originHref: string
  readonly weight: string
  readonly claimed: string
  readonly substantiated: string
}

interface WholePart extends Scores {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly blocks: readonly (Scores & {
    readonly name: string
    readonly subs: readonly (Scores & { readonly title: string; readonly rows: readonly WholeRow[] })[]
  })[]
}

export interface WholeRow {
  readonly code: string
  readonly href: string
  readonly asked: SafeHtml
  /** Typed inputs by label. */
  readonly inputs: readonly { readonly label: string; readonly text: string }[]
  readonly formula: string
  readonly contradiction: string
  /** `Nilai 0,67 · Terbukti 0,50` or the state in words. */
  readonly outcome: string
  readonly lacking: string
  readonly evidence: readonly { readonly name: string; readonly kind: string; readonly href: string }[]
  readonly flags: readonly FlagWords[]
  readonly note: string
}

export interface WholeFacts {
  readonly assessment: AssessmentContext
  readonly contents: WorksheetContents
  readonly filter: QuestionFilter
  readonly actor: Actor
  readonly assignees: ReadonlyMap<string, Assignee>
}

interface WholeSetting extends WholeFacts {
  readonly shown: ReadonlySet<string>
  readonly flags: ReadonlyMap<string, Flag>
  readonly contradictions: ReadonlyMap<string, Contradiction>
}

export function wholePage(facts: WholeFacts): WholePage {
  const { assessment, contents, filter } = facts
  const { score } = contents
  const parts = [...lookup(assessment.instrument).parts.values()]
  const candidates = parts.flatMap(part => candidatesOf(facts, part))
  const found = candidates.filter(one => passes(filter, one))
  const setting = {
    ...facts,
    shown: new Set(found.map(one => one.question.code)),
    flags: new Map(score.flags.map(flag => [flag.question, flag])),
    contradictions: new Map(score.contradictions.map(one => [one.question, one])),
  }
  return {
    title: 'Lembar kerja',
    current: 'lembar',
    over: `Lembar kerja mandiri ${assessment.year} · putaran ${assessment.round} · ${assessment.stage}`,
    running: `${assessment.satkerName} · lembar kerja ${assessment.year} · ${editionWords(assessment)} · ${numberOf(assessment)}`,
    satker: assessment.satkerName,
    answered: `${formatPart(score.answered, score.questionCount)} terjawab`,
    claimed: formatScore(score.claimed.total),
    substantiated: formatScore(score.substantiated.total),
    originHref: paths.scoreOrigin(assessment.id, 'total'),
    links: partLinks(assessment, score, ''),
    pills: filterPills(assessment.id, null, filter, candidates, mayAt(facts.actor, 'answer', assessment)),
    search: filterSearch(assessment.id, null, filter),
    showing:
      found.length < candidates.length
        ? `Menampilkan ${formatPart(found.length, candidates.length)} pertanyaan.`
        : '',
    empty: found.length === 0 ? emptyOf(assessment) : null,
    parts: parts.map(part => wholePart(setting, part)).filter(part => part.blocks.length > 0),
  }
}

const numberOf = (assessment: AssessmentContext): string =>
  documentNumber(assessment.year, assessment.satkerCode, assessment, assessment.frozenAt === null)

function candidatesOf({ assessment, contents, actor, assignees }: WholeFacts, part: Part): Filtered[] {
  const mayAnswer = mayInPart(actor, 'answer', assessment, part.id)
  return part.questions.map(question => ({
    question,
    scored: contents.score.questions.get(question.code)!,
    mine: mayAnswer && isMine(assignees.get(question.code), actor.userId),
  }))
}

const emptyOf = ({ id }: AssessmentContext): Empty => ({
  title: 'Tidak ada pertanyaan yang sesuai saringan',
  text: 'Cari dengan kata lain, atau lihat semuanya.',
  action: { label: 'Tampilkan semua pertanyaan', href: paths.wholeWorksheet(id), icon: '' },
})

function wholePart(setting: WholeSetting, part: Part): WholePart {
  const { assessment } = setting
  return {
    ...scoresOf(setting, part.code),
    id: part.id,
    name: part.name,
    href: paths.worksheetPart(assessment.id, part.id),
    blocks: blocksOf(assessment.instrument, part)
      .map(block => ({
        ...scoresOf(setting, block.section.code),
        name: block.name,
        subs: block.subs
          .map(sub => ({
            ...scoresOf(setting, sub.code),
            title: `${shortCode(sub.code, block.section.code)}. ${sub.name}`,
            rows: sub.questions
              .filter(question => setting.shown.has(question.code))
              .map(question => wholeRow(setting, question, shortCode(question.code, block.section.code))),
          }))
          .filter(sub => sub.rows.length > 0),
      }))
      .filter(block => block.subs.length > 0),
  }
}

function scoresOf({ assessment, contents }: WholeSetting, code: string): Scores {
  const { weight, claimed, substantiated } = contents.score.sections.get(code)!
  return {
    originHref: paths.scoreOrigin(assessment.id, code),
    weight: formatScore(weight),
    claimed: formatScore(claimed),
    substantiated: formatScore(substantiated),
  }
}

function wholeRow(setting: WholeSetting, question: Question, short: string): WholeRow {
  const { assessment, contents, flags, contradictions } = setting
  const { code } = question
  const row = contents.rows.get(code)
  const stored = storedValue(row)
  const scored = contents.score.questions.get(code)!
  const flag = flags.get(code)
  const computed =
    question.kind === 'choice' ? null : computedValue(question, stored, scored, contradictions.get(code))
  return {
    code,
    href: paths.question(assessment.id, code),
    asked: questionFragment(assessment.instrument, question, short, stored.option),
    inputs:
      question.kind === 'choice'
        ? []
        : question.inputs.map(({ key, label }) => ({ label, text: typedText(stored.inputs?.[key] ?? '–') })),
    formula: computed?.formula ?? '',
    contradiction: computed?.contradiction ?? '',
    outcome: row?.carried ? 'Belum ditinjau ulang' : outcomeOf(scored),
    lacking: scored.coverage.missing.map(stage => STAGE_WORDS[stage]).join(', '),
    evidence: (contents.uses.get(code) ?? []).map(use => ({
      name: use.opened ? use.title : 'Bukti terbatas',
      kind: evidenceKind(use.nature, use.stages),
      href: use.opened ? paths.evidence(use.evidenceId) : '',
    })),
    flags: flag ? [flagWords(flag)] : [],
    note: row?.note ?? '',
  }
}

type Scored = NonNullable<ReturnType<WorksheetContents['score']['questions']['get']>>

function outcomeOf(scored: Scored): string {
  switch (scored.state) {
    case 'answered':
      return `Nilai ${formatScore(scored.value)} · Terbukti ${formatScore(scored.substantiatedValue)}`
    case 'unanswered':
      return 'Belum dijawab, dihitung 0'
    case 'incomplete':
      return 'Belum lengkap, dihitung 0'
    case 'contradictory':
      return 'Bertentangan, tidak dihitung'
  }
}
