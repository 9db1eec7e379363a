import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import { evidenceKind, NATURE_WORDS } from '../web/components/evidence'
import type { IconName } from '../web/icons'
import type { VisibleUse } from './evidence.service'

declare module '../web/view' {
  interface Fragments {
    'evidence/in-question': EvidenceInQuestion
  }
}

/**
 * The evidence under one question, for any page that shows questions:
 *
 *   const uses = usesByQuestion(await evidence.usesOf(assessment, req.actor))
 *   evidenceInQuestion(assessment, code, uses.get(code), { mayAttach: open && mayAttach(req.actor, assessment, code) })
 *
 * Templates: `{{> evidence/in-question evidence}}` prints the list with its place for dropped files and
 * `{{> evidence/add-link evidence}}` the link "Bukti" (nothing when nothing may be attached). Both may stand
 * anywhere inside the question's own element, which carries `data-question="<code>"`: it is where files are dropped.
 */
export interface EvidenceInQuestion {
  /** DOM id of the list. */
  readonly id: string
  readonly question: string
  readonly rows: readonly EvidenceItem[]
  /** Where evidence is added; null when the actor may not, or not now. */
  readonly addHref: string | null
}

export interface EvidenceItem {
  /** Null: exists, but is not opened by this person. */
  readonly href: string | null
  readonly name: string
  readonly icon: IconName
  /** `Formal · Rencana` */
  readonly kind: string
  readonly restricted: boolean
  readonly withdrawn: boolean
  /** `2 berkas`; empty for one or none. */
  readonly files: string
  /** `hal. 4: antrean turun dari 40 ke 12 menit`; empty when nothing was said. */
  readonly detail: string
  /** Where stages, claim and page of this use are changed; null when not by this person. */
  readonly useHref: string | null
}

export function evidenceInQuestion(
  assessment: Pick<AssessmentContext, 'id'>,
  question: string,
  uses: readonly VisibleUse[] | undefined,
  may: { readonly mayAttach: boolean },
): EvidenceInQuestion {
  return {
    id: `bukti-${question}`,
    question,
    rows: (uses ?? []).map(use => ({
      href: use.opened ? paths.evidence(use.evidenceId) : null,
      name: use.opened ? use.title : 'Bukti terbatas',
      icon: NATURE_WORDS[use.nature].icon,
      kind: evidenceKind(use.nature, use.stages),
      restricted: use.restricted,
      withdrawn: use.withdrawn,
      files: use.files > 1 ? `${use.files} berkas` : '',
      detail: [use.page, use.claim].filter(Boolean).join(': '),
      useHref: may.mayAttach && use.opened ? paths.evidenceUse(assessment.id, use.id) : null,
    })),
    addHref: may.mayAttach ? paths.evidenceUses(assessment.id, question) : null,
  }
}

/** Uses by question code, each list in its order. */
export function usesByQuestion(uses: readonly VisibleUse[]): ReadonlyMap<string, readonly VisibleUse[]> {
  const byQuestion = new Map<string, VisibleUse[]>()
  for (const use of uses) byQuestion.set(use.question, [...(byQuestion.get(use.question) ?? []), use])
  return byQuestion
}
