import { hasRole, type Actor } from '../access/actor'
import { paths } from '../paths'
import { formatZone } from '../web/format/date'
import type { NavItem, Shell } from '../web/shell'
import type { AssessmentContext } from './assessment-context'

/** Whoever works inside one satker never needs a list to come back to it. */
const OWN_SATKER = ['head', 'chair', 'member'] as const

const itemsOf = (assessment: AssessmentContext): NavItem[] => [
  { key: 'beranda', label: 'Beranda', href: paths.assessment(assessment.id) },
  { key: 'lembar', label: 'Lembar kerja', href: paths.wholeWorksheet(assessment.id) },
  { key: 'kurang', label: 'Apa yang kurang', href: paths.missing(assessment.id) },
  { key: 'bukti', label: 'Bukti', href: paths.evidenceShelf(assessment.satkerId) },
  { key: 'pengesahan', label: 'Pengesahan', href: paths.attestations(assessment.id) },
  { key: 'laporan', label: 'Laporan', href: paths.readiness(assessment.id) },
]

const LIST: NavItem = { key: 'penilaian', label: 'Penilaian', href: paths.assessments() }

/**
 * The navigation and the footer of a page of one assessment. Keys for `current`: `beranda`, `lembar`, `kurang`,
 * `bukti`, `pengesahan`, `laporan`; overseers also have `penilaian`.
 */
export function showAssessmentNav(
  res: { readonly locals: { shell: Shell } },
  assessment: AssessmentContext,
  actor: Actor,
): void {
  const { shell } = res.locals
  const items = itemsOf(assessment)
  res.locals.shell = {
    ...shell,
    nav: hasRole(actor, OWN_SATKER) ? items : [LIST, ...items],
    footer: {
      ...shell.footer,
      text: [
        `Siklus ${assessment.year}`,
        `LKE ${assessment.instrument.basis.short}`,
        `Waktu setempat ${formatZone(assessment.timeZone)}`,
      ].join(' · '),
    },
  }
}
