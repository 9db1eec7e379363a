import type { AssessmentContext } from '../assessments/assessment-context'
import type { Question } from '../engine/instrument/instrument'
import { lookup, type Part } from '../engine/instrument/lookup'
import type { Contradiction, Flag } from '../engine/scoring/score'
import { paths } from '../paths'
import { evidenceKind, STAGE_WORDS } from '../web/components/evidence'
import { formatPart, formatScore } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import type { PageModel } from '../web/view'
import { typedText } from './answer-content'
import { flagWords, type FlagWords } from './flag-words'
import { partLinks, type PartLink } from './part-summary.page'
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

/** All questions of the worksheet, to read and to print. */
export interface WholePage extends PageModel {
  readonly over: string
  readonly satker: string
  readonly answered: string
  readonly claimed: string
  readonly substantiated: string
  readonly links: readonly PartLink[]
  readonly parts: readonly WholePart[]
}

interface Scores {
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

interface WholeSetting {
  readonly assessment: AssessmentContext
  readonly contents: WorksheetContents
  readonly flags: ReadonlyMap<string, Flag>
  readonly contradictions: ReadonlyMap<string, Contradiction>
}

export function wholePage(assessment: AssessmentContext, contents: WorksheetContents): WholePage {
  const { score } = contents
  const setting = {
    assessment,
    contents,
    flags: new Map(score.flags.map(flag => [flag.question, flag])),
    contradictions: new Map(score.contradictions.map(one => [one.question, one])),
  }
  return {
    title: 'Lembar kerja',
    current: 'lembar',
    over: `Lembar kerja mandiri ${assessment.year} · putaran ${assessment.round} · ${assessment.stage}`,
    satker: assessment.satkerName,
    answered: `${formatPart(score.answered, score.questionCount)} terjawab`,
    claimed: formatScore(score.claimed.total),
    substantiated: formatScore(score.substantiated.total),
    links: partLinks(assessment, score, ''),
    parts: [...lookup(assessment.instrument).parts.values()].map(part => wholePart(setting, part)),
  }
}

function wholePart(setting: WholeSetting, part: Part): WholePart {
  const { assessment } = setting
  return {
    ...scoresOf(setting, part.code),
    id: part.id,
    name: part.name,
    href: paths.worksheetPart(assessment.id, part.id),
    blocks: blocksOf(assessment.instrument, part).map(block => ({
      ...scoresOf(setting, block.section.code),
      name: block.name,
      subs: block.subs.map(sub => ({
        ...scoresOf(setting, sub.code),
        title: `${shortCode(sub.code, block.section.code)}. ${sub.name}`,
        rows: sub.questions.map(question =>
          wholeRow(setting, question, shortCode(question.code, block.section.code)),
        ),
      })),
    })),
  }
}

function scoresOf({ contents }: WholeSetting, code: string): Scores {
  const { weight, claimed, substantiated } = contents.score.sections.get(code)!
  return {
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
