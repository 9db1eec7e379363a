import { formatCount } from '../web/format/number'
import type { AssignOutcome, SpreadOutcome } from './teams.service'

interface Outcome {
  readonly tone: 'ok' | 'info' | 'warn'
  readonly lead: string
  readonly text: string
}

const MAX_NAMED = 10

/** `A, B, dan 3 lainnya` */
function named(all: readonly string[]): string {
  const more = all.length - MAX_NAMED
  return all.slice(0, MAX_NAMED).join(', ') + (more > 0 ? `, dan ${formatCount(more)} lainnya` : '')
}

/** What came of assigning by hand; units that the member may not score are named with whose role bars them. */
export function assignedWords({ given, barred }: AssignOutcome): Outcome {
  const done = given === 0 ? 'Tidak ada penugasan yang berubah.' : `${formatCount(given)} satker ditugaskan.`
  if (barred.length === 0) return { tone: given === 0 ? 'info' : 'ok', lead: done, text: '' }
  const because = barred.map(({ unit, person }) => `${unit} (${person})`)
  return {
    tone: 'warn',
    lead: done,
    text: `Tidak boleh dinilai karena ada yang berperan di sana pada siklus ini atau siklus lalu: ${named(because)}.`,
  }
}

/** What came of spreading; units that no member of the teams may score are named. */
export function spreadWords({ given, left }: SpreadOutcome): Outcome {
  const done = `${formatCount(given)} satker diratakan.`
  if (left.length === 0) return { tone: 'ok', lead: done, text: '' }
  return {
    tone: 'warn',
    lead: done,
    text: `Tidak ada anggota tim ini yang boleh menilai: ${named(left)}. Pilih tim lain untuk satker itu.`,
  }
}
