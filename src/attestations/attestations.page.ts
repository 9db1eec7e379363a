import type { Actor } from '../access/actor'
import { mayAt } from '../access/scope'
import { closedBecause, partOf, type AssessmentContext } from '../assessments/assessment-context'
import { lookup, type Part } from '../engine/instrument/lookup'
import type { Score } from '../engine/scoring/score'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { FLAG_WORDS } from '../web/components/evidence'
import type { Field } from '../web/components/field'
import { textAreaField } from '../web/components/fields'
import { STATUS, type Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatPart } from '../web/format/number'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { headLine } from './head-line'
import type { PartState } from './part-state'

declare module '../web/view' {
  interface Views {
    'attestations/attestations': AttestationsPage
  }
}

export interface AttestationsPage extends PageModel {
  readonly over: string
  readonly summary: ErrorSummary | null
  readonly message: Message | null
  /** `3 dari 7 bagian disahkan` */
  readonly heading: string
  readonly next: Link & { readonly primary: boolean }
  readonly parts: readonly PartPanel[]
}

export interface PartPanel {
  readonly anchor: string
  readonly name: string
  /** `Area 1`, `Hasil` */
  readonly short: string
  readonly href: string
  readonly status: Status
  /** Who and when, `''` while nobody said anything. */
  readonly said: string
  readonly remark: string
  readonly because: string
  readonly counts: readonly { readonly label: string; readonly value: string; readonly short: boolean }[]
  readonly lists: readonly QuestionList[]
  /** Null for whoever may not attest, or not now. */
  readonly acts: PartActs | null
}

interface QuestionList {
  readonly title: string
  /** Blocks the attestation: always unfolded. */
  readonly blocking: boolean
  readonly items: readonly {
    readonly code: string
    readonly text: string
    readonly href: string
    readonly kind: string
  }[]
}

interface PartActs {
  readonly action: string
  readonly stamp: string
  readonly mayAttest: boolean
  /** Why there is no button for it; `''` otherwise. */
  readonly blocked: string
  readonly mayTakeBack: boolean
  /** The fold with the remark stands open after a refusal. */
  readonly open: boolean
  readonly fields: readonly Field[]
}

export interface AttestationsFacts {
  readonly assessment: AssessmentContext
  readonly actor: Actor
  readonly states: readonly PartState[]
  readonly stamps: ReadonlyMap<string, string>
  readonly score: Score
  readonly now: Date
}

/** A form that was refused, and the part it was for. */
export interface RefusedPart {
  readonly part: string
  readonly form: FormState
}

export function attestationsPage(
  facts: AttestationsFacts,
  refused: RefusedPart | null = null,
): AttestationsPage {
  const { assessment, actor, states } = facts
  const closed = closedBecause(assessment, facts.now)
  const isHead = mayAt(actor, 'attest', assessment)
  const attested = states.filter(state => state.state === 'attested').length
  const parts = [...lookup(assessment.instrument).parts.values()]
  const panels = parts.map(part => partPanel(part, facts, isHead && closed === null, refused))
  const fields = panels.flatMap(panel => panel.acts?.fields ?? [])
  return {
    title: 'Pengesahan',
    current: 'pengesahan',
    over: `${assessment.satkerName} · Siklus ${assessment.year}`,
    summary: refused && errorSummary(refused.form, fields),
    message: messageOf(closed, isHead),
    heading: `${formatPart(attested, parts.length)} bagian disahkan`,
    next: {
      label: isHead && closed === null ? 'Lanjut ke pengajuan' : 'Lihat pengajuan',
      href: paths.submission(assessment.id),
      primary: isHead && closed === null && attested === parts.length,
    },
    parts: panels,
  }
}

function messageOf(closed: string | null, isHead: boolean): Message | null {
  if (closed !== null) return { tone: 'info', lead: closed, text: '' }
  if (!isHead)
    return {
      tone: 'info',
      lead: 'Pengesahan dilakukan oleh kepala satker.',
      text: 'Perubahan jawaban, bukti, atau berkas pada bagian yang sudah disahkan menggugurkan pengesahannya.',
    }
  return null
}

function partPanel(
  part: Part,
  facts: AttestationsFacts,
  mayAct: boolean,
  refused: RefusedPart | null,
): PartPanel {
  const { assessment, score } = facts
  const state = facts.states.find(candidate => candidate.part === part.id)!
  const section = score.sections.get(part.code)!
  const short = part.id === part.code ? part.name : `Area ${part.id}`
  const lists = questionLists(part, facts)
  return {
    anchor: `bagian-${part.id}`,
    name: state.name,
    short,
    href: paths.worksheetPart(assessment.id, part.id),
    status: PART_STATUS[state.state],
    said: saidLine(state, assessment),
    remark: state.state === 'returned' ? state.remark : '',
    because: state.state === 'ended' ? state.because : '',
    counts: [
      {
        label: 'Dijawab',
        value: formatPart(section.answered, section.questions),
        short: section.answered < section.questions,
      },
      {
        label: 'Berbukti',
        value: formatPart(section.evidenced, section.questions),
        short: section.evidenced < section.questions,
      },
      { label: 'Bertanda', value: String(section.flagged), short: section.flagged > 0 },
      { label: 'Bertentangan', value: String(section.contradictory), short: section.contradictory > 0 },
    ],
    lists,
    acts: mayAct
      ? partActs(
          part,
          state,
          facts,
          refused,
          lists.some(list => list.blocking),
        )
      : null,
  }
}

function saidLine({ state, by, acting, at }: PartState, { timeZone }: AssessmentContext): string {
  if (!by || !at) return ''
  return `${state === 'ended' ? 'semula disahkan oleh' : 'oleh'} ${headLine({ name: by.name, acting, at }, timeZone)}`
}

const PART_STATUS: Readonly<Record<PartState['state'], Status>> = {
  open: { tone: 'mut', icon: 'ring', text: 'Belum disahkan' },
  attested: STATUS.attested,
  returned: { tone: 'warn', icon: 'back', text: 'Dikembalikan ke pokja' },
  ended: { tone: 'warn', icon: 'warn', text: 'Pengesahan gugur' },
}

function partActs(
  part: Part,
  state: PartState,
  { assessment, stamps }: AttestationsFacts,
  refused: RefusedPart | null,
  blocked: boolean,
): PartActs {
  const mine = refused?.part === part.id ? refused.form : null
  const remark = textAreaField(mine ?? freshForm(), 'remark', {
    label: 'Catatan untuk pokja',
    hint: 'Apa yang dilihat, dan apa yang perlu diperbaiki.',
    idPrefix: `${part.id}-`,
    maxlength: 2000,
  })
  return {
    action: paths.attestation(assessment.id, part.id),
    stamp: stamps.get(part.id) ?? '',
    mayAttest: state.state !== 'attested' && !blocked,
    blocked:
      blocked && state.state !== 'attested'
        ? 'Belum dapat disahkan: betulkan dahulu angka yang bertentangan.'
        : '',
    mayTakeBack: state.state === 'attested',
    open: mine !== null,
    fields: [remark],
  }
}

function questionLists(part: Part, { assessment, score }: AttestationsFacts): QuestionList[] {
  const texts = new Map(part.questions.map(question => [question.code, question.text]))
  const item = (code: string, kind = '') => ({
    code,
    kind,
    text: texts.get(code) ?? '',
    href: paths.question(assessment.id, code),
  })
  const here = <T extends { question: string }>(rows: readonly T[]) =>
    rows.filter(row => partOf(assessment, row.question) === part.id)
  const contradictory = here(score.contradictions).map(({ question }) => item(question))
  const flagged = here(score.flags).map(({ question, kind }) => item(question, FLAG_WORDS[kind]))
  const unanswered = part.questions
    .filter(({ code }) => ['unanswered', 'incomplete'].includes(score.questions.get(code)?.state ?? ''))
    .map(({ code }) => item(code))
  return [
    { title: `${contradictory.length} bertentangan`, blocking: true, items: contradictory },
    { title: `${unanswered.length} belum dijawab`, blocking: false, items: unanswered },
    { title: `${flagged.length} bertanda`, blocking: false, items: flagged },
  ].filter(list => list.items.length > 0)
}
