import { hasRole, type Actor } from '../access/actor'
import { mayAt, partsAt, rolesAt } from '../access/scope'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { formatZone } from '../web/format/date'
import type { NavItem, Shell } from '../web/shell'
import type { AssessmentContext } from './assessment-context'

/** Whoever watches over several satker comes back to their list. */
const OVERSEERS = ['centre-admin', 'kanwil-viewer', 'pendamping', 'reader'] as const

/** Who answers goes on in the first part of their own, everybody else reads the whole. */
function worksheetHref(assessment: AssessmentContext, actor: Actor): string {
  const own = partsAt(actor, 'answer', assessment)
  const first = own === 'all' ? lookup(assessment.instrument).parts.keys().next().value : own[0]
  return first === undefined ? paths.wholeWorksheet(assessment.id) : paths.worksheetPart(assessment.id, first)
}

/** What evaluators say stands beside the satker's worksheet from the hand-in on. */
function evaluationItems(assessment: AssessmentContext, actor: Actor): NavItem[] {
  if (assessment.stage === 'draf') return []
  return [
    ...(mayAt(actor, 'evaluate', assessment)
      ? [{ key: 'evaluasi', label: 'Evaluasi', href: paths.evaluation(assessment.id) }]
      : []),
    { key: 'perbandingan', label: 'Perbandingan', href: paths.comparison(assessment.id) },
  ]
}

const itemsOf = (assessment: AssessmentContext, actor: Actor): NavItem[] => [
  { key: 'beranda', label: 'Beranda', href: paths.assessment(assessment.id) },
  { key: 'lembar', label: 'Lembar kerja', href: worksheetHref(assessment, actor) },
  ...(rolesAt(actor, 'evaluate', assessment).some(({ role }) => role === 'evaluator')
    ? []
    : [{ key: 'kurang', label: 'Apa yang kurang', href: paths.missing(assessment.id) }]),
  { key: 'kesiapan', label: 'Kesiapan', href: paths.findings(assessment.id) },
  { key: 'bukti', label: 'Bukti', href: paths.evidenceShelf(assessment.satkerId) },
  { key: 'pengesahan', label: 'Pengesahan', href: paths.attestations(assessment.id) },
  { key: 'laporan', label: 'Laporan', href: paths.readiness(assessment.id) },
  { key: 'catatan', label: 'Catatan', href: paths.assessmentNotes(assessment.id) },
  { key: 'register', label: 'Register', href: paths.registers(assessment.satkerId) },
  ...(hasResult(assessment) ? [{ key: 'hasil', label: 'Hasil', href: paths.result(assessment.id) }] : []),
  ...evaluationItems(assessment, actor),
]

/** Places in the bar; with more to offer, Lainnya takes the last of them. */
const PLACES = 7

/** What gives its place away first is opened least. */
const STEP_ASIDE = ['laporan', 'pengesahan', 'bukti', 'kurang', 'register', 'kesiapan', 'perbandingan']

function inPlaces(items: readonly NavItem[]): NavItem[] {
  if (items.length <= PLACES) return [...items]
  const offered = STEP_ASIDE.filter(key => items.some(item => item.key === key))
  const aside = offered.slice(0, items.length - PLACES + 1)
  return items.map(item => (aside.includes(item.key) ? { ...item, aside: true } : item))
}

const hasResult = ({ stage }: AssessmentContext): boolean => stage === 'dinilai' || stage === 'final'

const LIST: NavItem = { key: 'penilaian', label: 'Penilaian', href: paths.assessments() }
const QUEUE: NavItem = { key: 'antrean', label: 'Antrean', href: paths.evaluationQueue() }

/**
 * The navigation and the footer of a page of one assessment. Keys for `current`: `beranda`, `lembar`, `kurang`,
 * `kesiapan`, `bukti`, `pengesahan`, `laporan`, `catatan`, `register`, `hasil`, `perbandingan`; overseers also have `penilaian`, evaluators `antrean` and `evaluasi`.
 */
export function showAssessmentNav(
  res: { readonly locals: { shell: Shell } },
  assessment: AssessmentContext,
  actor: Actor,
): void {
  const { shell } = res.locals
  const items = itemsOf(assessment, actor)
  res.locals.shell = {
    ...shell,
    nav: inPlaces([
      ...(hasRole(actor, OVERSEERS) ? [LIST] : []),
      ...(hasRole(actor, ['evaluator']) ? [QUEUE] : []),
      ...items,
    ]),
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
