import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Part } from '../engine/instrument/lookup'
import type { Score } from '../engine/scoring/score'
import { paths } from '../paths'
import type { Field } from '../web/components/field'
import { textAreaField } from '../web/components/fields'
import { STATUS, type Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatPart } from '../web/format/number'
import { partScore, type PartScore } from '../worksheets/part-summary.page'
import { headLine } from './head-line'
import { questionLists, type QuestionList } from './part-questions.page'
import type { PartState } from './part-state'

/** One part with what the head should see of it, and what the head may say. */
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
  /** Of the target predicate, those that lie in the part. */
  readonly gates: PartScore['gates']
  readonly lists: readonly QuestionList[]
  /** Null for whoever may not attest, or not now. */
  readonly acts: PartActs | null
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

export function partPanel(
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
  const worth = partScore(assessment, score, part)
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
      { label: 'Terbukti', value: `${worth.substantiated} dari ${worth.weight}`, short: false },
      { label: 'Diklaim', value: worth.claimed, short: false },
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
    gates: worth.gates,
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
