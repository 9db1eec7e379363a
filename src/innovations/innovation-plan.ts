import type { TableFault } from '../spreadsheets/table'
import { headerOf, type InnovationFileRow } from './innovation-columns'
import { draftFaults, factsOf, sameFacts, type InnovationDraft, type InnovationRow } from './innovation-facts'
import { NEEDS_START } from './innovation.form'
import { proofsCell } from './need-proofs'

/** One row of a file, and what it would make or change. */
export interface PlannedInnovation {
  readonly number: number
  readonly before: InnovationRow | undefined
  readonly after: InnovationDraft
  /** Undefined leaves what stands. */
  readonly questions: readonly string[] | undefined
}

export interface InnovationPlan {
  readonly planned: readonly PlannedInnovation[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

const CHOSEN_ON_PAGE = 'Entri bukti dipilih di halaman inovasi. Kosongkan sel ini.'

const NOTHING: InnovationDraft = {
  name: '',
  need: '',
  proofLink: '',
  startedOn: '',
  endedOn: null,
  atm: '',
  sourceUnit: '',
  modification: '',
  indicator: '',
  unit: '',
  better: 'higher',
  beforeValue: null,
  beforeOn: null,
  afterValue: null,
  afterOn: null,
  usedBy: '',
  users: null,
  copies: [],
  integratedOn: null,
  integration: '',
  agents: [],
  areas: [],
}

/** Two innovations of one satker do not differ by their capitals or spaces alone. */
export const nameKey = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim()

/** What a file would make of a register: pure, every fault with its row. An empty cell leaves what stands. */
export function planInnovations(
  rows: readonly InnovationFileRow[],
  {
    known,
    update,
    today,
  }: { readonly known: readonly InnovationRow[]; readonly update: boolean; readonly today: string },
): InnovationPlan {
  const standing = new Map(known.map(one => [nameKey(one.name), one]))
  const inFile = new Map<string, number>()
  const planned: PlannedInnovation[] = []
  const faults: TableFault[] = []
  let unchanged = 0
  for (const { number, values } of rows) {
    const fault = (fact: string, message: string) =>
      void faults.push({ row: number, column: headerOf(fact), message })
    const key = nameKey(values.name)
    const twin = inFile.get(key)
    inFile.set(key, twin ?? number)
    if (twin !== undefined) {
      fault('name', `Inovasi ini sudah ada di baris ${twin}.`)
      continue
    }
    const before = standing.get(key)
    if (before && !update) {
      fault('name', 'Inovasi ini sudah tercatat. Pilih “perbarui” bila memang yang itu.')
      continue
    }
    const { questions } = values
    const after = merged(values, before)
    if (after.need === '') fault('need', 'Isi kebutuhan atau masalah yang dijawab.')
    if (after.startedOn === '') fault('startedOn', NEEDS_START)
    else for (const [fact, message] of Object.entries(draftFaults(after, today))) fault(fact, message ?? '')
    if (values.proofs !== '' && values.proofs !== proofsCell(before?.proofs ?? []))
      fault('proofs', CHOSEN_ON_PAGE)
    const asked = questions ?? before?.questions ?? []
    if (before && sameFacts(before, after) && asked.join() === before.questions.join()) unchanged++
    else planned.push({ number, before, after, questions })
  }
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

function merged(
  { questions: _questions, proofs: _proofs, ...values }: InnovationFileRow['values'],
  before: InnovationRow | undefined,
): InnovationDraft {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  return { ...(before ? factsOf(before) : NOTHING), ...Object.fromEntries(said) }
}
