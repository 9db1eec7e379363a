import type { Actor } from '../access/actor'
import { mayAt } from '../access/scope'
import { div, exact, type Exact } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import type { Missing } from '../engine/scoring/score'
import { paths } from '../paths'
import { proofAxis } from '../web/charts/proof-axis'
import { proofBar } from '../web/charts/proof-bar'
import { assessmentTrack, type Track } from '../web/components/track'
import { formatCount, formatPart, formatScore } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { areaTables, sectionTables, type AreaTable, type SectionTable } from './area-table'
import { closedBecause, isFilling, type AssessmentContext } from './assessment-context'
import type { PrerequisiteRow } from '../prerequisites/prerequisites.repository'
import type { BeforeSubmission } from './assessment-facts.repository'
import { daysLeft, type DaysLeft } from './days-left'
import { gateSentences, type GateSentence } from './gate-sentences'
import { headlineOf, type Headline } from './headline'
import { nextThing, type NextThing, type SentBack } from './next-thing'
import { prerequisiteStanding } from './prerequisite-standing'
import type { VerdictLine } from '../findings/readiness-words'
import type { NoteCounts } from '../notes/note-lists.service'
import { storedGates, wholeWeight, type Sections } from './stored-score'

declare module '../web/view' {
  interface Views {
    'assessments/home': HomePage
  }
}

/** What the home of a satker is made of; nothing here needs the database. */
export interface HomeFacts {
  readonly assessment: AssessmentContext
  readonly sections: Sections
  readonly prerequisites: readonly PrerequisiteRow[]
  readonly before: BeforeSubmission
  /** Assessments of the same satker in other cycles. */
  readonly others: readonly { readonly id: string; readonly year: number }[]
  readonly missing: Missing | null
  readonly contradictory: readonly string[]
  /** Questions that the evaluators sent back in this round, and the codes of those not answered yet. */
  readonly back: SentBack
  /** The civil date prerequisites are judged on. */
  readonly today: string
  readonly notes: NoteCounts
  /** What the rules made of it when they were read last. */
  readonly verdict: VerdictLine | null
}

export interface HomePage extends PageModel {
  readonly over: string
  readonly track: Track
  readonly headline: Headline
  readonly figures: { readonly substantiated: string; readonly claimed: string; readonly minimum: string }
  readonly axis: SafeHtml
  /** Why the total is what it is. */
  readonly originHref: string
  readonly next: NextThing
  readonly days: DaysLeft | null
  readonly areas: readonly AreaTable[]
  readonly results: readonly SectionTable[]
  readonly gatesTitle: string
  readonly failing: readonly GateSentence[]
  readonly passing: readonly GateSentence[]
  readonly passingTitle: string
  readonly missingHref: string
  readonly factsTitle: string
  readonly facts: readonly Fact[]
  readonly links: readonly Link[]
}

export interface Fact {
  readonly label: string
  readonly value: string
  readonly detail: string
  readonly href: string
  readonly tone: 'flag' | 'bad' | ''
}

export function homePage(facts: HomeFacts, actor: Actor, now: Date): HomePage {
  const { assessment, sections } = facts
  const { instrument, targetPredicate } = assessment
  const gates = storedGates(instrument, sections, {
    predicate: targetPredicate,
    areaGates: assessment.areaGates,
  })
  const total = sections.get('total')!
  const minimum = gates.find(gate => gate.section === 'total')?.substantiated.minimum ?? null
  const below = minimum ? { below: minimum } : {}
  const originOf = (section: string) => paths.scoreOrigin(assessment.id, section)
  const sentences = gateSentences(instrument, gates, originOf)
  const passing = sentences.filter(sentence => sentence.passes)
  const hrefs = { part: (part: string) => paths.worksheetPart(assessment.id, part), origin: originOf }
  return {
    title: assessment.satkerName,
    current: 'beranda',
    over: `Siklus ${assessment.year} · menuju ${targetPredicate}`,
    track: assessmentTrack(assessment.stage, assessment.round),
    headline: headlineOf(targetPredicate, gates, sections),
    figures: {
      substantiated: formatScore(total.substantiated, below),
      claimed: formatScore(total.claimed, below),
      minimum: minimum ? formatScore(minimum) : '',
    },
    axis: axisOf(sections, minimum),
    originHref: originOf('total'),
    next: nextThing({
      ...facts,
      actor,
      total,
      closed: closedBecause(assessment, now),
      earlier: facts.others.some(other => other.year < assessment.year),
    }),
    days: daysLeft(assessment, now),
    areas: areaTables(instrument, sections, gates, hrefs),
    results: sectionTables(instrument, sections, gates, hrefs),
    gatesTitle: `Ambang ${targetPredicate}: ${formatPart(passing.length, gates.length)} terpenuhi`,
    failing: sentences.filter(sentence => !sentence.passes),
    passing,
    passingTitle: `${formatCount(passing.length)} ambang terpenuhi`,
    missingHref: paths.missing(assessment.id),
    factsTitle: isFilling(assessment) ? 'Sebelum diajukan' : 'Isi yang diajukan',
    facts: beforeFacts(facts),
    links: [
      ...(assessment.frozenAt === null
        ? []
        : [
            {
              label: 'Lembar yang dibekukan',
              href: paths.frozenWorksheet(assessment.id, assessment.worksheetId),
            },
            { label: 'Pengajuan', href: paths.submission(assessment.id) },
          ]),
      ...facts.others
        .filter(other => other.id !== assessment.id)
        .map(other => ({ label: `Siklus ${other.year}`, href: paths.assessment(other.id) })),
      ...(mayAt(actor, 'answer', assessment)
        ? [
            {
              label: 'Pertanyaan saya di semua bagian',
              href: `${paths.wholeWorksheet(assessment.id)}?saring=saya`,
            },
          ]
        : []),
      { label: 'Batas waktu', href: paths.extensions(assessment.id) },
      { label: 'Jejak perubahan', href: paths.assessmentTrail(assessment.id) },
    ],
  }
}

function axisOf(sections: Sections, minimum: Exact | null): SafeHtml {
  const { claimed, substantiated } = sections.get('total')!
  const facts = { claimed, substantiated, weight: wholeWeight(sections) }
  if (!minimum) return proofBar(facts, { size: 'large' })
  const short = (points: Exact) => formatScore(points).replace(/,00$/, '')
  return proofAxis(
    { ...facts, minimum },
    {
      minimum: `Ambang ${short(minimum)}`,
      middle: short(div(facts.weight, exact(2))),
      end: `${short(facts.weight)} poin`,
    },
  )
}

const VERDICT_TONES: Readonly<Record<string, Fact['tone']>> = { bad: 'bad', warn: 'flag' }

function beforeFacts(facts: HomeFacts): Fact[] {
  const { assessment, before } = facts
  const total = facts.sections.get('total')!
  const parts = lookup(assessment.instrument).parts.size
  return [
    ...(facts.verdict
      ? [
          {
            ...fact('Kesiapan', facts.verdict.status.text, facts.verdict.link.href),
            tone: VERDICT_TONES[facts.verdict.status.tone] ?? '',
          },
        ]
      : []),
    fact('Jawaban', formatPart(total.answered, total.questions), paths.wholeWorksheet(assessment.id)),
    fact(
      'Jawaban dengan bukti',
      formatPart(total.evidenced, total.answered),
      paths.evidenceShelf(assessment.satkerId),
    ),
    {
      ...fact(
        'Tanda yang perlu dijelaskan',
        formatCount(total.flagged),
        `${paths.wholeWorksheet(assessment.id)}?saring=bertanda`,
      ),
      tone: total.flagged > 0 ? 'flag' : '',
    },
    ...(total.contradictory > 0
      ? [
          {
            ...fact('Jawaban bertentangan', formatCount(total.contradictory), contradictoryHref(facts)),
            detail: 'Menghalangi pengesahan dan pengajuan.',
            tone: 'bad' as const,
          },
        ]
      : []),
    ...(before.carried > 0
      ? [
          {
            ...fact('Belum ditinjau ulang', formatCount(before.carried)),
            detail: 'Salinan dari siklus lalu tidak dihitung sebelum ditinjau.',
            tone: 'flag' as const,
          },
        ]
      : []),
    ...(facts.back.came > 0
      ? [
          fact(
            'Perbaikan ditanggapi',
            formatPart(facts.back.came - facts.back.waiting.length, facts.back.came),
            paths.repairs(assessment.id),
          ),
        ]
      : []),
    fact(
      'Bagian disahkan kepala satker',
      formatPart(before.attested.size, parts),
      paths.attestations(assessment.id),
    ),
    prerequisiteFact(facts),
    noteFact(facts),
  ]
}

/** Notes that are not settled, and how many the satker is late with. */
function noteFact({ assessment, notes }: HomeFacts): Fact {
  const late = notes.overdue > 0
  return {
    ...fact('Catatan belum selesai', formatCount(notes.open), paths.assessmentNotes(assessment.id)),
    detail: late ? `${formatCount(notes.overdue)} lewat tenggat.` : '',
    tone: late ? 'bad' : '',
  }
}

const contradictoryHref = ({ assessment, contradictory: [first] }: HomeFacts): string =>
  first === undefined ? '' : paths.question(assessment.id, first)

const fact = (label: string, value: string, href = ''): Fact => ({ label, value, href, detail: '', tone: '' })

/** How many prerequisites of the target pass, and which do not. */
function prerequisiteFact({ assessment, prerequisites, today }: HomeFacts): Fact {
  const { concerned, failing, unknown } = prerequisiteStanding(assessment, prerequisites, today)
  return {
    ...fact(
      'Prasyarat di luar nilai',
      formatPart(concerned - failing.length - unknown.length, concerned),
      paths.prerequisites(assessment.id),
    ),
    detail: [
      failing.length > 0 ? `Belum terpenuhi: ${failing.join('; ')}.` : '',
      unknown.length > 0 ? `${formatCount(unknown.length)} belum diisi.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    tone: failing.length > 0 ? 'bad' : '',
  }
}
