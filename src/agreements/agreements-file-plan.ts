import { termFault } from '../engine/agreements/agreement-faults'
import { rowsOverCeiling } from '../imports/ceiling'
import type { Supported } from '../registers/entries.service'
import type { TableFault } from '../spreadsheets/table'
import { headerOf, type AgreementColumn, type AgreementFileRow } from './agreement-columns'
import type { SaidSupport } from './agreement-entries'
import {
  AGREEMENTS_MOST,
  factsOf,
  same,
  TOO_MANY_AGREEMENTS,
  type AgreementDraft,
  type WholeAgreement,
} from './agreement-facts'
import { FUTURE_SIGNATURE, TERM_FAULT_WORDS } from './agreement-words'
import { kindFault, MISSING_DAYS } from './agreement.form'

/** One row of a file, and what it would make or change. */
export interface PlannedAgreement {
  readonly number: number
  readonly before: WholeAgreement | undefined
  readonly after: AgreementDraft
  readonly said: SaidSupport
}

export interface AgreementsFilePlan {
  readonly planned: readonly PlannedAgreement[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

interface Setting {
  /** What the known ones support. */
  readonly supports: ReadonlyMap<string, Supported>
  readonly known: readonly WholeAgreement[]
  readonly update: boolean
  readonly today: string
}

const NEEDED: readonly (readonly [AgreementColumn & keyof AgreementDraft, string])[] = [
  ['title', 'Isi judul kerja sama.'],
  ['kind', 'Isi jenis kerja sama.'],
  ['partner', 'Isi nama mitra.'],
  ['partnerKind', 'Isi jenis mitra.'],
  ['scope', 'Isi ruang lingkup.'],
  ['signedOn', MISSING_DAYS.signedOn],
  ['validFrom', MISSING_DAYS.validFrom],
  ['validUntil', MISSING_DAYS.validUntil],
]

/** Two writings of one number. */
export const sameNumber = (number: string): string => number.toLowerCase().replace(/\s+/g, ' ')

/** What a file would make of a unit's agreements: pure, every fault with its row. An empty cell leaves what stands. */
export function planAgreementsFile(
  rows: readonly AgreementFileRow[],
  { known, supports, update, today }: Setting,
): AgreementsFilePlan {
  const standing = new Map(known.map(one => [sameNumber(one.agreement.number), one]))
  const inFile = new Map<string, number>()
  const planned: PlannedAgreement[] = []
  const faults: TableFault[] = []
  let unchanged = 0
  for (const { number, values } of rows) {
    const fault = (fact: AgreementColumn, message: string) =>
      void faults.push({ row: number, column: headerOf(fact), message })
    const key = sameNumber(values.number)
    const twin = inFile.get(key)
    inFile.set(key, twin ?? number)
    if (twin !== undefined) {
      fault('number', `Nomor ini sudah ada di baris ${twin}.`)
      continue
    }
    const before = standing.get(key)
    if (before && !update) {
      fault('number', 'Nomor ini sudah tercatat. Pilih “perbarui” bila memang kerja sama itu.')
      continue
    }
    const after = merged(values, before)
    const missing = NEEDED.filter(([fact]) => after[fact] === '')
    for (const [fact, message] of missing) fault(fact, message)
    if (missing.length === 0)
      for (const [fact, message] of factFaults(after, before, today)) fault(fact, message)
    const said = { areas: values.areas, questions: values.questions }
    if (
      before &&
      same(factsOf(before.agreement), after) &&
      saysNothingNew(said, supports.get(before.agreement.id))
    )
      unchanged++
    else planned.push({ number, before, after, said })
  }
  for (const { number } of rowsOverCeiling(
    planned,
    () => 0,
    known.map(() => 0),
    AGREEMENTS_MOST,
  ))
    faults.push({ row: number, column: headerOf('number'), message: TOO_MANY_AGREEMENTS })
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

const saysNothingNew = ({ areas, questions }: SaidSupport, standing: Supported | undefined): boolean =>
  (areas === undefined || same(areas, standing?.areas ?? [])) &&
  (questions === undefined || same(inOrder(questions), inOrder(standing?.questions ?? [])))

const inOrder = (codes: readonly string[]): string[] => [...codes].sort()

function factFaults(
  after: AgreementDraft,
  before: WholeAgreement | undefined,
  today: string,
): (readonly [AgreementColumn, string])[] {
  const kind = kindFault(after)
  const term = termFault(after, {
    tasks: before?.tasks ?? [],
    evaluatedOn: before?.evaluations.map(({ heldOn }) => heldOn) ?? [],
  })
  return [
    ...(kind ? [['kind', kind] as const] : []),
    ...(after.signedOn > today ? [['signedOn', FUTURE_SIGNATURE] as const] : []),
    ...(term ? [TERM_FAULT_WORDS[term]] : []),
  ]
}

/** What is not said yet; kinds have no empty code, so an empty text stands for the missing one until it is refused. */
const NOTHING = {
  realm: 'domestic',
  kind: '' as AgreementDraft['kind'],
  partner: '',
  partnerKind: '' as AgreementDraft['partnerKind'],
  number: '',
  title: '',
  scope: '',
  signedOn: '',
  signedBy: '',
  validFrom: '',
  validUntil: '',
  evaluateEvery: 0,
  published: false,
} as const satisfies AgreementDraft

function merged(values: AgreementFileRow['values'], before: WholeAgreement | undefined): AgreementDraft {
  const was: AgreementDraft = before ? factsOf(before.agreement) : NOTHING
  return {
    realm: values.realm ?? was.realm,
    kind: values.kind ?? was.kind,
    partner: values.partner ?? was.partner,
    partnerKind: values.partnerKind ?? was.partnerKind,
    number: before ? was.number : values.number,
    title: values.title ?? was.title,
    scope: values.scope ?? was.scope,
    signedOn: values.signedOn ?? was.signedOn,
    signedBy: values.signedBy ?? was.signedBy,
    validFrom: values.validFrom ?? was.validFrom,
    validUntil: values.validUntil ?? was.validUntil,
    evaluateEvery: values.evaluateEvery ?? was.evaluateEvery,
    published: values.published ?? was.published,
  }
}
