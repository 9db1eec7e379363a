import type { PartNames } from '../accounts/part-names'
import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { evidenceKind, NATURE_WORDS } from '../web/components/evidence'
import { formatShortDate } from '../web/format/date'
import type { IconName } from '../web/icons'
import type { Link } from '../web/shell'
import type { Around, CountedIn } from './around.service'
import type { EntryLinkKind } from './register-entry.entity'
import type { LinkedEntry } from './entries.service'
import type { ProofRow } from './proofs.repository'
import { registerLabel } from './register'

declare module '../web/view' {
  interface Fragments {
    'registers/entry-panels': EntryPanels
  }
}

/** What stands around an entry, for the page of any register: `{{> registers/entry-panels around}}`. */
export interface EntryPanels {
  readonly areas: readonly Link[]
  readonly questions: readonly Link[]
  /** Where the questions are chosen; empty for those who only read. */
  readonly questionsHref: string
  readonly proofs: readonly PanelProof[]
  readonly evidenceHref: string
  readonly uses: readonly Link[]
  readonly linked: readonly PanelLink[]
  readonly counted: readonly CountedIn[]
}

interface PanelProof {
  /** Null: exists, but is not opened by this person. */
  readonly href: string | null
  readonly name: string
  readonly icon: IconName
  readonly kind: string
  /** `Terbatas`, `Ditarik`; empty for none. */
  readonly tag: string
  /** Where the piece is taken away from the entry; empty for those who only read, and of an excerpt. */
  readonly releaseAction: string
}

interface PanelLink extends Link {
  /** `Dilaksanakan lewat`. */
  readonly how: string
  /** `Kegiatan · 12 Jan 2026`. */
  readonly detail: string
}

const LINK_WORDS: Readonly<Record<EntryLinkKind, readonly [outward: string, inward: string]>> = {
  'carried-out-by': ['Dilaksanakan lewat', 'Melaksanakan'],
  answers: ['Menjawab', 'Dijawab oleh'],
}

export interface PanelSetting {
  readonly parts: PartNames
  /** The newest worksheet of the satker; null for whoever sees none. */
  readonly assessment: AssessmentContext | null
}

export function entryPanels(around: Around, { parts, assessment }: PanelSetting): EntryPanels {
  const { entry, keeps, brings, supported, proofs, uses, linked, counted } = around
  const known = assessment && lookup(assessment.instrument).questions
  return {
    areas: supported.areas.map(area => ({
      label: parts.get(area) ?? area,
      href: assessment && parts.has(area) ? paths.worksheetPart(assessment.id, area) : '',
    })),
    questions: supported.questions.map(code => ({
      label: code,
      href: assessment && known?.has(code) ? paths.question(assessment.id, code) : '',
    })),
    questionsHref: keeps ? paths.entryQuestions(entry.id) : '',
    proofs: proofs.map(proof => proofOf(proof, around)),
    evidenceHref: brings ? paths.entryEvidence(entry.id) : '',
    uses: uses.map(({ assessmentId, year, question }) => ({
      label: `${question} (${year})`,
      href: assessment ? paths.question(assessmentId, question) : '',
    })),
    linked: linked.map(linkOf),
    counted,
  }
}

function proofOf(proof: ProofRow, { entry, keepsProofs, opens }: Around): PanelProof {
  const { id, kind, title, nature, access, withdrawnAt, happenedOn } = proof
  const opened = Boolean(proof.opened)
  const facts = [evidenceKind(nature, []), happenedOn && formatShortDate(happenedOn)]
  return {
    href: opened && opens ? paths.evidence(id) : null,
    name: opened ? title : 'Bukti terbatas',
    icon: NATURE_WORDS[nature].icon,
    kind: kind === 'excerpt' ? 'Kutipan entri ini' : facts.filter(Boolean).join(' · '),
    tag: withdrawnAt === null ? (access === 'terbatas' ? 'Terbatas' : '') : 'Ditarik',
    releaseAction: keepsProofs && kind === 'proof' ? paths.entryEvidenceRelease(entry.id, id) : '',
  }
}

function linkOf({ kind, outward, register, title, happenedOn, href }: LinkedEntry): PanelLink {
  return {
    how: LINK_WORDS[kind][outward ? 0 : 1],
    label: title,
    href,
    detail: [registerLabel(register), happenedOn && formatShortDate(happenedOn)].filter(Boolean).join(' · '),
  }
}
