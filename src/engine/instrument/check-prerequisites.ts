import type { InstrumentFault } from './instrument-fault'
import type { Instrument, Prerequisite } from './instrument'

/** Prerequisites name predicates and grades that exist. */
export function prerequisiteFaults(
  instrument: Instrument,
  incomplete: ReadonlySet<object>,
): InstrumentFault[] {
  const predicates = instrument.predicates.map(predicate => predicate.id)
  return instrument.prerequisites.flatMap((prerequisite, position, all) => {
    const repeated = all.findIndex(other => other.id === prerequisite.id) < position
    const problems: Problem[] = repeated ? [['duplicate-prerequisite', 'prasyarat ditulis dua kali.']] : []
    if (!incomplete.has(prerequisite)) problems.push(...problemsOf(prerequisite, predicates))
    return problems.map(([code, message]) => ({
      code,
      at: `prasyarat ${prerequisite.id}`,
      subject: prerequisite,
      message,
    }))
  })
}

type Problem = readonly [code: string, message: string]

function problemsOf(prerequisite: Prerequisite, predicates: readonly string[]): Problem[] {
  const { options = [], min = {} } = prerequisite
  const named = new Set([...prerequisite.predicates, ...Object.keys(min)])
  const problems = [...named]
    .filter(id => !predicates.includes(id))
    .map((id): Problem => ['prerequisite-unknown-predicate', `predikat "${id}" tidak ada.`])
  if (prerequisite.kind === 'since' && !prerequisite.months) {
    problems.push(['prerequisite-months', '"months" harus di atas nol.'])
  }
  if (prerequisite.kind !== 'sakip') return problems
  for (const id of prerequisite.predicates) {
    if (!Object.hasOwn(min, id))
      problems.push(['prerequisite-grade', `nilai terendah untuk ${id} belum ada.`])
  }
  for (const [id, grade] of Object.entries(min)) {
    if (options.includes(grade)) continue
    problems.push(['prerequisite-grade', `nilai "${grade}" untuk ${id} bukan salah satu pilihan.`])
  }
  return problems
}
