import type { AssessmentContext } from '../assessments/assessment-context'
import { NOTE_SEVERITIES } from '../engine/stages/notes'
import { paths } from '../paths'
import { selectField, textField } from '../web/components/fields'
import type { Choice, Field } from '../web/components/field'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { NO_FILTER, noteListHref, type NoteFilter, type NoteView } from './note-filter'
import type { NoteCounts, NoteList } from './note-lists.service'
import { areaName, areaTitles } from './note-place'
import { noteTable, type NoteTable } from './note-table'
import { SEVERITY_WORDS } from './note-words'

declare module '../web/view' {
  interface Views {
    'notes/list': NoteListPage
  }
}

export interface NoteListPage extends PageModel {
  readonly over: string
  readonly summary: string
  readonly newHref: string
  readonly pills: Pills
  readonly action: string
  /** What the form keeps of the address. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly Field[]
  readonly table: NoteTable
  readonly empty: Empty | null
}

/** The notes of one assessment, with what was carried into it. */
export function assessmentNotesPage(
  assessment: AssessmentContext,
  list: NoteList,
  { filter, now, mayWrite }: { readonly filter: NoteFilter; readonly now: Date; readonly mayWrite: boolean },
): NoteListPage {
  const base = paths.assessmentNotes(assessment.id)
  const areas = [...areaTitles(assessment.instrument)].map(([value, label]) => ({ value, label }))
  return {
    ...shared(list, base, filter, areas),
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    newHref: mayWrite ? paths.newNote(assessment.id) : '',
    table: noteTable(list, { base, filter, now, year: assessment.year }),
    empty:
      list.rows.length > 0 ? null : emptyOf(list.counts, base, mayWrite ? paths.newNote(assessment.id) : ''),
  }
}

/** Every note that somebody sees, over all units and cycles. */
export function allNotesPage(
  list: NoteList & { readonly areas: readonly string[] },
  filter: NoteFilter,
  now: Date,
): NoteListPage {
  const base = paths.notes()
  const areas = list.areas.map(value => ({ value, label: areaName(value) }))
  return {
    ...shared(list, base, filter, areas),
    over: '',
    newHref: '',
    table: noteTable(list, { base, filter, now, year: null }),
    empty: list.rows.length > 0 ? null : emptyOf(list.counts, base, ''),
  }
}

function shared(list: NoteList, base: string, filter: NoteFilter, areas: readonly Choice[]) {
  const { counts } = list
  const form = freshForm({ cari: filter.search, area: filter.area, tingkat: filter.severity })
  const order = `${filter.descending ? '-' : ''}${filter.sort}`
  return {
    title: 'Catatan',
    current: 'catatan',
    wide: true,
    bodyClass: 'noted',
    summary: summaryOf(counts),
    pills: pillsOf(counts, base, filter),
    action: base,
    hidden: [
      { name: 'keadaan', value: filter.view },
      { name: 'asal', value: filter.carried ? 'lalu' : '' },
      { name: 'urut', value: order === NO_FILTER.sort ? '' : order },
    ].filter(({ value }) => value !== ''),
    fields: [
      textField(form, 'cari', {
        label: base === paths.notes() ? 'Satker, kode, atau isi catatan' : 'Kode atau isi catatan',
        type: 'search',
        maxlength: 100,
      }),
      selectField(form, 'area', { label: 'Area', prompt: 'Semua area', choices: areas }),
      selectField(form, 'tingkat', {
        label: 'Tingkat',
        prompt: 'Semua tingkat',
        choices: NOTE_SEVERITIES.map(value => ({ value, label: SEVERITY_WORDS[value].text })),
      }),
    ],
  }
}

function summaryOf({ open, overdue, verified }: NoteCounts): string {
  if (open + verified === 0) return 'Belum ada catatan.'
  if (open === 0) return `Semua catatan sudah selesai; ${formatCount(verified)} diverifikasi.`
  const late = overdue > 0 ? `, ${formatCount(overdue)} di antaranya lewat tenggat` : ''
  return `${formatCount(open)} catatan belum selesai${late}.`
}

function pillsOf(counts: NoteCounts, base: string, filter: NoteFilter): Pills {
  const pill = (label: string, view: NoteView, count: number, carried = false) => ({
    label,
    href: noteListHref(base, filter, { view, carried }),
    icon: '' as const,
    count: formatCount(count),
    current: filter.view === view && filter.carried === carried,
  })
  return {
    label: 'Saring menurut keadaan',
    items: [
      pill('Belum selesai', 'terbuka', counts.open),
      pill('Lewat tenggat', 'lewat', counts.overdue),
      pill('Menunggu verifikasi', 'ditanggapi', counts.replied),
      pill('Dari siklus lalu', 'terbuka', counts.carried, true),
      pill('Diverifikasi', 'diverifikasi', counts.verified),
      ...(counts.withdrawn > 0 ? [pill('Ditarik', 'ditarik', counts.withdrawn)] : []),
      pill('Semua', 'semua', counts.open + counts.verified),
    ],
  }
}

function emptyOf({ open, verified, withdrawn }: NoteCounts, base: string, newHref: string): Empty {
  if (open + verified + withdrawn === 0)
    return {
      title: 'Belum ada catatan.',
      text: 'Catatan ditulis oleh tim penilai atau pendamping kanwil, lalu ditanggapi satker.',
      action: newHref ? { label: 'Tulis catatan', href: newHref, icon: 'plus' } : null,
    }
  return {
    title: 'Tidak ada catatan yang cocok.',
    text: 'Ubah kata pencarian atau saringannya.',
    action: {
      label: 'Lihat semua catatan',
      href: noteListHref(base, NO_FILTER, { view: 'semua' }),
      icon: '',
    },
  }
}
