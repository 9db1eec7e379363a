import { ROLE_NAMES, type Role } from '../access/roles'
import type { AssessmentContext } from '../assessments/assessment-context'
import { ALL_RULES } from '../engine/rules/findings'
import type { Measure } from '../engine/rules/finding'
import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatCount } from '../web/format/number'
import { formatInstant, type TimeZone } from '../web/format/date'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { FindingChange } from './finding.entity'
import type { KeptFinding } from './finding-document'
import type { NamedRecords } from './finding-records.service'
import type { NamedRecord } from './record-names'
import {
  bookWords,
  capital,
  familyWords,
  findingHref,
  findingsHref,
  otherState,
  readWords,
  shownLevel,
  wordOn,
} from './finding-words'
import type { ShownFindings } from './findings.service'
import { levelStatus, RULING_WORDS } from './level-words'
import type { RecommendationPanel } from './recommendation-panel.page'
import type { RulingPanel } from './ruling-panel.page'
import { groundsHash } from './ruling-words'
import type { RulingRow } from './rulings.repository'

declare module '../web/view' {
  interface Views {
    'findings/finding': FindingPage
  }
}

/** One finding with all that it stands on. */
export interface FindingPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly status: Status
  readonly sentence: string
  readonly remedy: string
  readonly read: string
  /** The same finding in the other of both states; null where there is but one. */
  readonly other: Link | null
  readonly source: string
  readonly measures: readonly MeasureLine[]
  /** Whether measures say where they go instead of a level. */
  readonly trends: boolean
  readonly records: readonly NamedRecord[]
  readonly moreRecords: string
  readonly questions: readonly Link[]
  readonly changes: readonly { readonly status: Status; readonly when: string }[]
  readonly rulings: readonly RulingLine[]
  /** Null for those who only read. */
  readonly ruling: RulingPanel | null
  /** Of a recommendation what people say of it; null of every other finding. */
  readonly recommendation: RecommendationPanel | null
}

interface MeasureLine {
  readonly label: string
  readonly shown: string
  readonly bounds: string
  readonly status: Status
}

interface RulingLine {
  readonly status: Status
  readonly by: string
  readonly reason: string
  /** Why it does not hold; empty where it does. */
  readonly lapsed: string
  readonly level: Status
}

export interface FindingFacts {
  readonly seen: ShownFindings
  /** Null: it was found once and is no longer. */
  readonly finding: KeptFinding | null
  readonly rule: string
  readonly about: string
  readonly records: NamedRecords
  readonly changes: readonly FindingChange[]
  readonly rulings: readonly RulingRow[]
  readonly ruling: RulingPanel | null
  readonly recommendation: RecommendationPanel | null
}

export function findingPage(assessment: AssessmentContext, facts: FindingFacts): FindingPage {
  const { seen, finding, rule, about, records, changes, rulings } = facts
  const known = ALL_RULES.find(({ id }) => id === rule)
  const measures = finding?.measures ?? []
  return {
    title: finding?.title ?? known?.title ?? rule,
    current: 'kesiapan',
    sheet: 'findings',
    crumbs: {
      links: [{ label: 'Kesiapan', href: findingsHref(assessment.id, !seen.isFrozen && seen.hasOther) }],
    },
    over: finding ? familyWords(finding) : 'Temuan',
    status: finding
      ? shownLevel(finding, wordOn(seen, finding))
      : seen.isFrozen
        ? ABSENT
        : levelStatus('tidak-ada'),
    sentence: finding?.sentence ?? absentWords(seen),
    remedy: finding?.remedy ?? '',
    read: readWords(seen, assessment),
    other: otherState(seen, now => findingHref(assessment.id, { rule, about }, now)),
    source: [known?.basis, bookWords(seen)].filter(Boolean).join(' · '),
    measures: measures.map(one => measureLine(one, finding?.family === 'recommendation')),
    trends: measures.some(({ trend }) => trend !== undefined),
    records: records.records,
    moreRecords: records.more > 0 ? `dan ${formatCount(records.more)} entri lain` : '',
    questions: (finding?.questions ?? []).map(code => ({
      label: code,
      href: paths.question(assessment.id, code),
    })),
    changes: changes.map(({ level, at }) => ({
      status: levelStatus(level),
      when: formatInstant(at, assessment.timeZone),
    })),
    rulings: rulings
      .map((row, place) => ({
        ...rulingLine(row, assessment.timeZone),
        lapsed: lapsedWords(row, rulings.slice(place + 1), facts),
      }))
      .reverse(),
    ruling: facts.ruling,
    recommendation: facts.recommendation,
  }
}

/** What came up or went after the hand-in is no part of what was handed in. */
const absentWords = ({ isFrozen }: ShownFindings): string =>
  isFrozen ? 'Temuan ini tidak ada saat pengajuan.' : 'Temuan ini pernah ada dan sekarang tidak ada lagi.'

const ABSENT: Status = { ...levelStatus('tidak-ada'), text: 'Tidak ada' }

const measureLine = ({ label, shown, bounds, level, trend }: Measure, isProgress: boolean): MeasureLine => ({
  label: capital(label),
  shown,
  bounds,
  status: levelStatus(trend ?? (isProgress ? (PROGRESS[level] ?? level) : level)),
})

/** What a band means for a figure of progress, see the rules of the recommendations. */
const PROGRESS: Readonly<Partial<Record<Measure['level'], string>>> = {
  aman: 'selesai',
  waspada: 'berjalan',
  bahaya: 'belum',
}

const rulingLine = (row: RulingRow, zone: TimeZone): Omit<RulingLine, 'lapsed'> => ({
  status: RULING_WORDS[row.outcome],
  by: [row.ruledByName, ROLE_NAMES[row.ruledAs as Role], formatInstant(row.ruledAt, zone)]
    .filter(Boolean)
    .join(', '),
  reason: row.reason,
  level: levelStatus(row.level),
})

function lapsedWords(
  { grounds }: RulingRow,
  later: readonly RulingRow[],
  { finding, seen }: Pick<FindingFacts, 'finding' | 'seen'>,
): string {
  if (finding && groundsHash(finding.grounds) === grounds)
    return later.some(one => one.grounds === grounds) ? 'Diganti oleh penetapan yang lebih baru.' : ''
  return seen.hasOther
    ? 'Ditetapkan atas fakta lain daripada yang tampil di sini, sehingga tidak berlaku.'
    : 'Faktanya berubah sejak itu, sehingga penetapan ini tidak lagi berlaku.'
}
