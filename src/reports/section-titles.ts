import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'

/** The name of a section as the report says it: areas by number, and by block where each block is a gate of its own. */
export function sectionTitle(instrument: Instrument, code: string): string {
  if (code === 'total') return 'Nilai total'
  const { areas, sections } = lookup(instrument)
  const joined = areas.get(code)
  if (joined) return `Area ${numberOf(code)} ${joined.name}`
  const place = sections.get(code)
  if (!place) return code
  const isArea = [...areas.values()].some(area => area.sections.includes(place.section))
  if (!isArea) return place.section.name
  const block = sections.get(place.ancestors.at(-1) ?? '')
  return `Area ${numberOf(code)} ${place.section.name}, ${block?.section.name ?? ''}`
}

/** `3` of `A.3` and `A.I.3`. */
export function numberOf(areaCode: string): string {
  return areaCode.slice(areaCode.lastIndexOf('.') + 1)
}

/** The wording of a question; its code when the instrument does not know it. */
export function questionText(instrument: Instrument, code: string): string {
  return lookup(instrument).questions.get(code)?.question.text ?? code
}
