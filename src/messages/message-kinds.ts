import type { IconName } from '../web/icons'

/** What there is to tell, each with its shape in the inbox. */
export const MESSAGE_KINDS = {
  submitted: { icon: 'upload', word: 'Pengajuan' },
  withdrawn: { icon: 'back', word: 'Pengajuan' },
  assigned: { icon: 'person', word: 'Penugasan' },
  'handed-in': { icon: 'right', word: 'Giliran' },
  'sent-back': { icon: 'back', word: 'Perbaikan' },
  'repair-replied': { icon: 'edit', word: 'Perbaikan' },
  'part-returned': { icon: 'back', word: 'Bagian' },
  final: { icon: 'seal', word: 'Hasil' },
  due: { icon: 'clock', word: 'Tenggat' },
  'below-minimum': { icon: 'warn', word: 'Ambang' },
  'note-written': { icon: 'edit', word: 'Catatan' },
  'note-given': { icon: 'person', word: 'Catatan' },
  'note-replied': { icon: 'edit', word: 'Catatan' },
  'note-verified': { icon: 'tick', word: 'Catatan' },
  'note-returned': { icon: 'back', word: 'Catatan' },
  'note-due': { icon: 'clock', word: 'Tenggat catatan' },
} as const satisfies Record<string, { readonly icon: IconName; readonly word: string }>

export type MessageKind = keyof typeof MESSAGE_KINDS
