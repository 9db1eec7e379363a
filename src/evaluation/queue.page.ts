import { daysLeft } from '../assessments/days-left'
import { STAGE_NAMES } from '../assessments/stage-names'
import { ASSESSMENT_STAGES } from '../engine/stages/stages'
import type { SecondUnitRow } from '../calibration/samples.repository'
import { paths } from '../paths'
import { selectField, textField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatCount, formatGain, formatPart } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { Lowered } from './column-changes'
import { NO_FILTER, noteListHref } from '../notes/note-filter'
import { memberProgress, type MemberLine } from './member-progress'
import type { QueueQuery } from './queue.form'
import type { QueuedUnit } from './queue.service'
import { SEAT_WORDS } from './seat-words'
import { secondLines, type SecondLine } from './second-lines'

declare module '../web/view' {
  interface Views {
    'evaluation/queue': QueuePage
  }
}

export const QUEUE_PAGE = 50

export interface QueuePage extends PageModel {
  readonly summary: string
  readonly pills: Pills | null
  /** Whether units of teams are told of at all: not to whoever has samples alone. */
  readonly listed: boolean
  readonly action: string
  readonly fields: readonly Field[]
  readonly turn: string
  readonly members: readonly MemberLine[]
  /** Units that are scored a second time, apart from those of the own teams. */
  readonly seconds: readonly SecondLine[]
  readonly caption: string
  readonly rows: readonly QueueLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

interface QueueLine {
  readonly href: string
  readonly satker: string
  readonly where: string
  readonly stage: string
  readonly turn: Status
  readonly days: string
  readonly until: string
  readonly over: boolean
  readonly decided: string
  readonly flags: string
  readonly anyFlag: boolean
  readonly replies: string
  readonly repliesHref: string
  /** What there is to check: `3 turun`, `−1,20`; `''` where it is not the turn of whoever checks. */
  readonly lowered: string
  readonly points: string
}

export interface QueueFacts {
  readonly units: readonly QueuedUnit[]
  /** The page of those that match. */
  readonly shown: readonly QueuedUnit[]
  readonly matching: number
  readonly lowered: ReadonlyMap<string, Lowered>
  readonly seconds: readonly SecondUnitRow[]
}

/** Units that the address asks for, in the order of the queue. */
export function matchingUnits(units: readonly QueuedUnit[], query: QueueQuery): QueuedUnit[] {
  const words = query.cari.toLowerCase()
  return units.filter(
    unit =>
      (query.tahap === '' || unit.stage === query.tahap) &&
      (query.giliran === '' || unit.ownTurn) &&
      (words === '' || `${unit.satkerName} ${unit.satkerCode}`.toLowerCase().includes(words)),
  )
}

export function queuePage(facts: QueueFacts, query: QueueQuery, now: Date): QueuePage {
  const { units, shown, matching } = facts
  const own = units.filter(unit => unit.ownTurn).length
  const listed = units.length > 0 || facts.seconds.length === 0
  const hrefOf: QueueHref = change => {
    const said = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...query, hal: '', ...change }))
      if (value !== '') said.set(name, value)
    const text = said.toString()
    return text ? `${paths.evaluationQueue()}?${text}` : paths.evaluationQueue()
  }
  return {
    title: 'Evaluasi',
    current: 'antrean',
    summary: summaryOf(own, facts.seconds.filter(unit => !unit.handedIn).length),
    pills: listed ? turnPills(units, query, hrefOf) : null,
    listed,
    action: paths.evaluationQueue(),
    fields: filterFields(units, query),
    turn: query.giliran,
    members: memberProgress(units),
    seconds: secondLines(facts.seconds),
    caption: `${formatCount(matching)} satker; giliran Anda lebih dahulu, lalu menurut batas waktu.`,
    rows: shown.map(unit => lineOf(unit, facts.lowered.get(unit.id), now)),
    empty: matching === 0 ? nothing(units) : null,
    pages: pagination({
      page: query.hal,
      pageSize: QUEUE_PAGE,
      total: matching,
      hrefOf: page => hrefOf({ hal: String(page) }),
    }),
  }
}

/** The address of the queue with something changed; from its first page. */
type QueueHref = (change: Partial<Record<keyof QueueQuery, string>>) => string

function turnPills(units: readonly QueuedUnit[], { giliran: current }: QueueQuery, hrefOf: QueueHref): Pills {
  const pill = (giliran: QueueQuery['giliran'], label: string, shown: readonly QueuedUnit[]) => ({
    label,
    href: hrefOf({ giliran }),
    icon: '' as const,
    count: formatCount(shown.length),
    current: current === giliran,
  })
  return {
    label: 'Saring menurut giliran',
    items: [
      pill('', 'Semua', units),
      pill(
        'saya',
        'Giliran saya',
        units.filter(unit => unit.ownTurn),
      ),
    ],
  }
}

/** `2 satker dan 1 uji petik menunggu Anda.` */
function summaryOf(units: number, seconds: number): string {
  const waiting = [
    ...(units > 0 ? [`${formatCount(units)} satker`] : []),
    ...(seconds > 0 ? [`${formatCount(seconds)} uji petik`] : []),
  ]
  return waiting.length === 0
    ? 'Tidak ada satker yang menunggu Anda.'
    : `${waiting.join(' dan ')} menunggu Anda.`
}

function filterFields(units: readonly QueuedUnit[], query: QueueQuery): Field[] {
  const form = freshForm({ cari: query.cari, tahap: query.tahap })
  const count = (stage: string) => units.filter(unit => unit.stage === stage).length
  return [
    textField(form, 'cari', { label: 'Nama atau kode satker', type: 'search', maxlength: 100 }),
    selectField(form, 'tahap', {
      label: 'Tahap',
      prompt: 'Semua tahap',
      choices: ASSESSMENT_STAGES.filter(stage => stage !== 'draf').map(stage => ({
        value: stage,
        label: `${STAGE_NAMES[stage]} (${formatCount(count(stage))})`,
      })),
    }),
  ]
}

function lineOf(unit: QueuedUnit, lowered: Lowered | undefined, now: Date): QueueLine {
  const days = daysLeft(unit, now)
  return {
    href: paths.evaluation(unit.id),
    satker: unit.satkerName,
    where: [unit.satkerCode, String(unit.year), unit.teamName, unit.memberName].filter(Boolean).join(' · '),
    stage: unit.round > 1 ? `${STAGE_NAMES[unit.stage]}, putaran ${unit.round}` : STAGE_NAMES[unit.stage],
    turn: turnStatus(unit),
    days: days?.days ?? '',
    until: days?.until ?? '',
    over: days?.over ?? false,
    decided: unit.turn ? formatPart(unit.decided, unit.questions) : '–',
    flags: unit.turn ? formatCount(unit.openFlags) : '–',
    anyFlag: unit.turn !== null && unit.openFlags > 0,
    replies: formatCount(Number(unit.replies)),
    repliesHref:
      Number(unit.replies) > 0
        ? noteListHref(paths.assessmentNotes(unit.id), NO_FILTER, { view: 'ditanggapi' })
        : '',
    lowered: lowered ? `${formatCount(lowered.questions)} turun` : '',
    points: lowered && lowered.questions > 0 ? formatGain(lowered.points) : '',
  }
}

function turnStatus({ turn, ownTurn, begun, stage }: QueuedUnit): Status {
  if (turn === null)
    return stage === 'dikembalikan'
      ? { tone: 'mut', icon: 'back', text: 'Satker' }
      : { tone: 'mut', icon: 'check', text: 'Selesai dinilai' }
  if (ownTurn)
    return { tone: 'info', icon: begun ? 'half' : 'right', text: begun ? 'Anda, berjalan' : 'Anda' }
  const { person } = SEAT_WORDS[turn]
  return { tone: 'mut', icon: 'clock', text: person.charAt(0).toUpperCase() + person.slice(1) }
}

const nothing = (units: readonly QueuedUnit[]): Empty =>
  units.length === 0
    ? {
        title: 'Belum ada satker untuk Anda.',
        text: 'Satker muncul di sini setelah diajukan dan ditugaskan kepada tim Anda, atau bila prapenilaian kanwil dinyalakan untuk siklusnya.',
        action: null,
      }
    : {
        title: 'Tidak ada satker yang cocok.',
        text: 'Ubah kata pencarian atau saringannya.',
        action: { label: 'Hapus saringan', href: paths.evaluationQueue(), icon: '' },
      }
