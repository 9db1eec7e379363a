import type { Direction } from '../engine/innovations/change'
import { measureFaults, type MeasureFaults } from '../engine/innovations/measurement'
import type { Register } from '../registers/register'
import type { TimeZone } from '../web/format/date'

/** Amati, tiru, modifikasi: how much of it was another unit's. */
export const ATM = ['observed', 'copied', 'modified'] as const
export type Atm = (typeof ATM)[number] | ''

/** A unit that took an innovation over. */
export interface Copy {
  readonly unit: string
  readonly on: string
}

/** What is typed about an innovation, in the form or a row of a file. */
export interface InnovationDraft {
  readonly name: string
  readonly need: string
  readonly proofLink: string
  readonly startedOn: string
  readonly endedOn: string | null
  readonly atm: Atm
  readonly sourceUnit: string
  readonly modification: string
  readonly indicator: string
  readonly unit: string
  readonly better: Direction
  readonly beforeValue: string | null
  readonly beforeOn: string | null
  readonly afterValue: string | null
  readonly afterOn: string | null
  readonly usedBy: string
  readonly users: number | null
  readonly copies: readonly Copy[]
  readonly integratedOn: string | null
  readonly integration: string
  readonly agents: readonly string[]
  readonly areas: readonly string[]
}

/** An entry of a register that shows the need. */
export interface NeedProof {
  readonly id: string
  readonly register: Register
  readonly title: string
}

/** An innovation with the satker it is kept at and what shows its need. */
export interface InnovationRow extends InnovationDraft {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly proofs: readonly NeedProof[]
  readonly questions: readonly string[]
  readonly version: number
}

const FACTS = [
  'name',
  'need',
  'proofLink',
  'startedOn',
  'endedOn',
  'atm',
  'sourceUnit',
  'modification',
  'indicator',
  'unit',
  'better',
  'beforeValue',
  'beforeOn',
  'afterValue',
  'afterOn',
  'usedBy',
  'users',
  'copies',
  'integratedOn',
  'integration',
  'agents',
  'areas',
] as const satisfies readonly (keyof InnovationDraft)[]

/** The facts of a draft alone, whatever else comes with it; areas are kept apart. */
export function factsOf(draft: InnovationDraft): InnovationDraft {
  return Object.fromEntries(FACTS.map(name => [name, draft[name]])) as unknown as InnovationDraft
}

export const sameFacts = (one: InnovationDraft, other: InnovationDraft): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other))

export const isProven = ({ proofs, proofLink }: Pick<InnovationRow, 'proofs' | 'proofLink'>): boolean =>
  proofs.length > 0 || proofLink !== ''

export type RunState = 'planned' | 'running' | 'ended'

export function runState(
  { startedOn, endedOn }: Pick<InnovationDraft, 'startedOn' | 'endedOn'>,
  today: string,
): RunState {
  if (startedOn > today) return 'planned'
  return endedOn !== null && endedOn < today ? 'ended' : 'running'
}

type Fact = keyof InnovationDraft | `copies.${number}.on`
export type InnovationFaults = Partial<Record<Fact, string>>

const MEASURE_WORDS: Readonly<Record<NonNullable<MeasureFaults[keyof MeasureFaults]>, string>> = {
  'no-indicator': 'Isi apa yang diukur.',
  'no-before': 'Isi nilai sebelum; nilai sesudah tanpa pembanding tidak menunjukkan perubahan.',
  'no-value': 'Isi nilainya, atau kosongkan tanggalnya.',
  'no-date': 'Isi tanggal pengukurannya.',
  'in-the-future': 'Pengukuran tidak dapat bertanggal setelah hari ini.',
  'before-the-start': 'Pengukuran sesudah mendahului mulainya inovasi.',
  'before-the-before': 'Pengukuran sesudah mendahului pengukuran sebelum.',
}

/** What cannot be true together, by the field to correct. */
export function draftFaults(draft: InnovationDraft, today: string): InnovationFaults {
  const { startedOn, endedOn, atm, sourceUnit, modification, integratedOn, integration } = draft
  const measured: InnovationFaults = Object.fromEntries(
    Object.entries(measureFaults(draft, today)).map(([fact, fault]) => [fact, MEASURE_WORDS[fault]] as const),
  )
  return {
    ...(endedOn !== null && endedOn < startedOn
      ? { endedOn: 'Hari terakhir mendahului mulainya inovasi.' }
      : {}),
    ...(atm !== '' && sourceUnit === '' ? { sourceUnit: 'Isi unit yang diamati atau ditiru.' } : {}),
    ...(atm === 'modified' && modification === '' ? { modification: 'Isi apa yang diubah.' } : {}),
    ...(atm === '' && (sourceUnit !== '' || modification !== '')
      ? { atm: 'Pilih amati, tiru, atau modifikasi.' }
      : {}),
    ...measured,
    ...copyFaults(draft),
    ...(integratedOn !== null && integratedOn < startedOn
      ? { integratedOn: 'Tanggal ini mendahului mulainya inovasi.' }
      : {}),
    ...(integratedOn !== null && integration === ''
      ? { integration: 'Isi dokumen yang menetapkannya.' }
      : {}),
    ...(integratedOn === null && integration !== ''
      ? { integratedOn: 'Isi sejak kapan menjadi bagian sistem manajemen.' }
      : {}),
  }
}

function copyFaults({ copies, startedOn }: InnovationDraft): InnovationFaults {
  const early = copies.findIndex(copy => copy.on < startedOn)
  return early < 0 ? {} : { [`copies.${early}.on`]: 'Replikasi mendahului mulainya inovasi.' }
}
