import type { InstrumentChange } from '../engine/instrument/diff'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { markDifferences } from '../web/components/conflict'
import { formatCount } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import { changedValue, fieldWords, THING_WORDS } from './change-words'

export interface ChangeGroup {
  readonly title: string
  readonly caption: string
  readonly rows: readonly {
    readonly what: string
    readonly at: string
    readonly field: string
    readonly before: SafeHtml
    readonly after: SafeHtml
  }[]
}

/** More than this nobody reads; the counts above stay whole. */
export const ROWS_SHOWN = 300

const TITLES: Readonly<Record<InstrumentChange['affects'], string>> = {
  score: 'Mengubah nilai',
  evidence: 'Mengubah bukti yang diharapkan',
  wording: 'Mengubah kata-kata saja',
}

/** The differences by what they affect, those that move scores first. */
export function changeGroups(
  changes: readonly InstrumentChange[],
  before: Instrument,
  after: Instrument,
): ChangeGroup[] {
  return (['score', 'evidence', 'wording'] as const).flatMap(affects => {
    const found = changes.filter(change => change.affects === affects)
    if (found.length === 0) return []
    const rows = found.slice(0, ROWS_SHOWN).map(change => {
      const [was, is] = markDifferences(...valuesOf(change, before, after))
      return {
        what: THING_WORDS[change.thing],
        at: change.thing === 'instrument' ? '' : change.at,
        field: KINDS[change.kind] ?? fieldWords(change.field),
        before: was,
        after: is,
      }
    })
    return [{ title: TITLES[affects], caption: shownOf(found.length, 'perbedaan'), rows }]
  })
}

const KINDS: Readonly<Record<string, string>> = { added: 'Ditambah', removed: 'Dihapus' }

function valuesOf(change: InstrumentChange, before: Instrument, after: Instrument): [string, string] {
  if (change.kind === 'added') return ['', nameOf(change, after)]
  if (change.kind === 'removed') return [nameOf(change, before), '']
  return [changedValue(change.field, change.before), changedValue(change.field, change.after)]
}

/** What a whole thing is called: a question by its text, a section by its name. */
function nameOf({ thing, at }: InstrumentChange, instrument: Instrument): string {
  const { questions, sections } = lookup(instrument)
  if (thing === 'question') return questions.get(at)?.question.text ?? at
  if (thing === 'section') return sections.get(at)?.section.name ?? at
  if (thing === 'prerequisite') return instrument.prerequisites.find(one => one.id === at)?.text ?? at
  return at
}

/** `12 perbedaan`, or how many of them a table shows. */
export const shownOf = (total: number, what: string): string =>
  total > ROWS_SHOWN
    ? `${formatCount(ROWS_SHOWN)} ${what} pertama dari ${formatCount(total)}`
    : `${formatCount(total)} ${what}`
