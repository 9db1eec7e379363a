import { partOf, type AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { NotFound } from '../refusals'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { evidenceKind, STAGE_WORDS } from '../web/components/evidence'
import type { Field } from '../web/components/field'
import { freshForm, type FormState } from '../web/form'
import { formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { prerequisiteOf } from './evidence-access'
import {
  accessField,
  filesField,
  linksField,
  natureField,
  paperFields,
  titleField,
  useFields,
  type UploadWords,
} from './evidence-fields'
import type { Candidate } from './evidence-shelf.repository'
import { evidenceInQuestion, type EvidenceInQuestion } from './in-question.page'
import type { VisibleUse } from './evidence.service'

declare module '../web/view' {
  interface Views {
    'evidence/add': AddEvidencePage
  }
}

export interface AddEvidencePage extends PageModel {
  /** In bytes, for the script that looks before it sends. */
  readonly limits: UploadWords
  readonly crumbs: { readonly links: readonly Link[] }
  readonly code: string
  readonly text: string
  /** `Jawaban tertinggi menunjukkan: Rencana, Pelaksanaan.`; empty for a prerequisite. */
  readonly expects: string
  readonly examples: readonly string[]
  readonly evidence: EvidenceInQuestion
  readonly summary: ErrorSummary | null
  /** Why nothing may be added now; the forms are not shown then. */
  readonly closed: Message | null
  readonly action: string
  readonly files: Field
  readonly links: Field
  readonly first: readonly Field[]
  readonly more: readonly Field[]
  /** A fault inside the folded fields. */
  readonly moreOpen: boolean
  readonly search: { readonly action: string; readonly value: string }
  readonly shelf: readonly ShelfChoice[]
  readonly shelfError: string
  readonly shelfFields: readonly Field[]
  readonly shelfEmpty: string
}

export interface ShelfChoice {
  readonly id: string
  readonly value: string
  readonly title: string
  readonly kind: string
  readonly checked: boolean
}

/** The place that evidence is added to, in words: a question of the worksheet or a prerequisite. */
export interface Place {
  readonly code: string
  readonly text: string
  readonly expected: readonly (keyof typeof STAGE_WORDS)[]
  readonly examples: readonly string[]
  readonly back: Link
}

/** The place by its code; a 404 for a code that the instrument does not have. */
export function placeOf(assessment: AssessmentContext, code: string): Place {
  const question = lookup(assessment.instrument).questions.get(code)?.question
  if (question)
    return {
      code,
      text: question.text,
      expected: question.expectedStages,
      examples: question.evidence,
      back: {
        label: `Kembali ke pertanyaan ${code}`,
        href: `${paths.worksheetPart(assessment.id, partOf(assessment, code) ?? '')}#${code}`,
      },
    }
  const prerequisite = prerequisiteOf(assessment, code)
  if (!prerequisite) throw new NotFound('Pertanyaan')
  return {
    code,
    text: prerequisite.text,
    expected: [],
    examples: [],
    back: { label: 'Kembali ke prasyarat', href: `${paths.prerequisites(assessment.id)}#${code}` },
  }
}

export interface AddEvidenceParts {
  readonly assessment: AssessmentContext
  readonly place: Place
  readonly uses: readonly VisibleUse[]
  readonly closed: Message | null
  readonly limits: UploadWords
  readonly search: string
  readonly candidates: readonly Candidate[]
}

const FRESH = { access: 'biasa' }

/** `form` was posted with new files, `attach` with a piece of the shelf; at most one of them has faults. */
export function addEvidencePage(
  parts: AddEvidenceParts,
  form: FormState = freshForm(FRESH),
  attach: FormState = freshForm(),
): AddEvidencePage {
  const { assessment, place, uses, closed, limits, search, candidates } = parts
  const files = filesField(form, limits)
  const links = linksField(form)
  const first = [natureField(form), ...useFields(form, place.expected)]
  const more = [
    titleField(form, 'Bila kosong, nama berkas pertama dipakai.'),
    ...paperFields(form),
    accessField(form),
  ]
  const shelfFields = useFields(attach, place.expected, 'rak-')
  const action = paths.evidenceUses(assessment.id, place.code)
  return {
    limits,
    title: 'Tambah bukti',
    current: 'lembar',
    crumbs: { links: [place.back] },
    code: place.code,
    text: place.text,
    expects:
      place.expected.length === 0
        ? ''
        : `Jawaban tertinggi menunjukkan: ${place.expected.map(stage => STAGE_WORDS[stage]).join(', ')}.`,
    examples: place.examples,
    evidence: evidenceInQuestion(assessment, place.code, uses, { mayAttach: closed === null }),
    summary: errorSummary(form, [files, links, ...first, ...more]) ?? errorSummary(attach, shelfFields),
    closed,
    action,
    files,
    links,
    first,
    more,
    moreOpen: more.some(field => field.error !== ''),
    search: { action, value: search },
    shelf: candidates.map((candidate, index) => ({
      id: index === 0 ? 'f-evidence' : `f-evidence-${index}`,
      value: candidate.id,
      title: candidate.title,
      kind: candidateWords(candidate),
      checked: attach.values['evidence'] === candidate.id,
    })),
    shelfError: attach.errors['evidence'] ?? '',
    shelfFields,
    shelfEmpty: search
      ? 'Tidak ada bukti yang cocok dengan pencarian ini.'
      : 'Belum ada bukti lain di rak satker ini.',
  }
}

/** `Formal · 12 Jan 2026 · No. 12/2026 · dipakai 3 kali` */
const candidateWords = ({ nature, happenedOn, documentNumber, uses }: Candidate): string =>
  [
    evidenceKind(nature, []),
    happenedOn === null ? '' : formatShortDate(happenedOn),
    documentNumber && `No. ${documentNumber}`,
    Number(uses) > 0 ? `dipakai ${formatCount(Number(uses))} kali` : 'belum dipakai',
  ]
    .filter(Boolean)
    .join(' · ')
