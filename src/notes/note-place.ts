import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { NoteScope } from './note.entity'

/** What a note is about. */
export interface NotePlace {
  readonly scope: NoteScope
  /** Code of a question, id of an area, or empty. */
  readonly place: string
}

const SCOPES: readonly NoteScope[] = ['question', 'area', 'whole']

/** In one field: `question:A.I.1.i.a`, `area:1`, `whole:`. */
export const placeValue = ({ scope, place }: NotePlace): string => `${scope}:${place}`

/** The place that such a field names in the instrument, with its area; undefined where there is none. */
export function readPlace(
  instrument: Instrument,
  value: string,
): (NotePlace & { readonly part: string }) | undefined {
  const [kind, place = ''] = value.split(':')
  const scope = SCOPES.find(one => one === kind)
  const { partOfQuestion, parts } = lookup(instrument)
  if (scope === 'whole') return { scope, place: '', part: '' }
  if (scope === 'area') return parts.has(place) ? { scope, place, part: place } : undefined
  const part = partOfQuestion.get(place)
  return scope && part !== undefined ? { scope, place, part } : undefined
}

/** Short: `A.I.1.i.a`, `Area 1`, `Hasil`, `Seluruh penilaian`. */
export function placeName({ scope, place }: NotePlace): string {
  if (scope === 'question') return place
  if (scope === 'whole') return 'Seluruh penilaian'
  return areaName(place)
}

/** `Area 1`; the part of the results has no number. */
export const areaName = (part: string): string => (/^\d/.test(part) ? `Area ${part}` : 'Hasil')

/** `Area 1. Manajemen Perubahan`, in the order of the instrument. */
export const areaTitles = (instrument: Instrument): ReadonlyMap<string, string> =>
  new Map(
    [...lookup(instrument).parts.values()].map(({ id, name }) => [
      id,
      areaName(id) === 'Hasil' ? name : `${areaName(id)}. ${name}`,
    ]),
  )

/** The place in full: the question's text, the area's name. */
export function placeTitle(instrument: Instrument, { scope, place }: NotePlace): string {
  if (scope === 'question') return lookup(instrument).questions.get(place)?.question.text ?? place
  return scope === 'area' ? (areaTitles(instrument).get(place) ?? areaName(place)) : 'Seluruh penilaian'
}
