import type { NoteAct, NoteSeverity, NoteState } from '../engine/stages/notes'
import { isOverdueNote, isOpenNote } from '../engine/stages/notes'
import type { Status } from '../web/components/status'
import { STATUS } from '../web/components/status'
import { formatCount } from '../web/format/number'
import type { NoteEntryKind } from './note-entry.entity'
import type { NoteOrigin } from './note.entity'

export const SEVERITY_WORDS: Readonly<Record<NoteSeverity, Status>> = {
  ringan: { tone: 'mut', icon: 'ring', text: 'Ringan' },
  sedang: { tone: 'warn', icon: 'warn', text: 'Sedang' },
  berat: { tone: 'bad', icon: 'octagon', text: 'Berat' },
}

export const STATE_WORDS: Readonly<Record<NoteState, Status>> = {
  terbuka: { tone: 'warn', icon: 'ring', text: 'Terbuka' },
  ditanggapi: { tone: 'info', icon: 'half', text: 'Ditanggapi' },
  dikembalikan: { tone: 'warn', icon: 'back', text: 'Dikembalikan' },
  diverifikasi: STATUS.verified,
  ditarik: { tone: 'mut', icon: 'cross', text: 'Ditarik' },
}

export const ORIGIN_WORDS: Readonly<Record<NoteOrigin, string>> = {
  evaluation: 'Tim penilai',
  assistance: 'Pendamping kanwil',
}

export const ENTRY_WORDS: Readonly<Record<NoteEntryKind, string>> = {
  reply: 'Tanggapan satker',
  verify: 'Diverifikasi',
  return: 'Dikembalikan',
  withdraw: 'Ditarik',
}

/** Why an act is refused, by who may do it and when. */
export const REFUSAL_WORDS: Readonly<Record<NoteAct, string>> = {
  correct: 'Catatan hanya diperbaiki oleh penulisnya, selama belum ditanggapi.',
  'hand-over':
    'Penanggung jawab diganti oleh kepala satker atau ketua tim ZI, selama catatannya belum selesai.',
  reply: 'Catatan ini ditanggapi oleh kepala satker, ketua tim ZI, pokjanya, atau penanggung jawabnya.',
  verify: 'Tanggapan diverifikasi oleh pihak yang menulis catatannya.',
  return: 'Tanggapan dikembalikan oleh pihak yang menulis catatannya.',
  withdraw: 'Catatan ditarik oleh pihak yang menulisnya, selama belum diverifikasi.',
}

const DAY_MS = 86_400_000
const SOON = 7

/** How long the satker still has; null where nothing waits for it. Both are civil dates. */
export function dueStatus(
  note: { readonly state: NoteState; readonly dueOn: string },
  today: string,
): Status | null {
  if (!isOpenNote(note.state) || note.state === 'ditanggapi') return null
  const days = Math.round((Date.parse(note.dueOn) - Date.parse(today)) / DAY_MS)
  if (isOverdueNote(note, today)) return { ...STATUS.overdue, text: `Lewat ${formatCount(-days)} hari` }
  if (days === 0) return { tone: 'warn', icon: 'clock', text: 'Hari terakhir' }
  return { tone: days <= SOON ? 'warn' : 'mut', icon: 'clock', text: `${formatCount(days)} hari lagi` }
}
