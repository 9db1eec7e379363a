export const NOTE_STATES = ['terbuka', 'ditanggapi', 'dikembalikan', 'diverifikasi', 'ditarik'] as const
export type NoteState = (typeof NOTE_STATES)[number]

export const NOTE_SEVERITIES = ['ringan', 'sedang', 'berat'] as const
export type NoteSeverity = (typeof NOTE_SEVERITIES)[number]

/**
 * Who stands before a note: the one who wrote it, somebody else of the side that wrote it (evaluators of the unit, or
 * its assistance team), head or chair of the satker, somebody else of it who answers the part concerned, or a reader.
 */
export type NoteRole = 'writer' | 'reviewer' | 'leader' | 'satker' | 'watcher'

export type NoteAct = 'correct' | 'hand-over' | 'reply' | 'verify' | 'return' | 'withdraw'

export interface NoteRule {
  readonly act: NoteAct
  readonly roles: readonly NoteRole[]
  readonly from: readonly NoteState[]
  readonly to: NoteState
}

const REVIEWING: readonly NoteRole[] = ['writer', 'reviewer']
const ANSWERING: readonly NoteRole[] = ['leader', 'satker']

/** Not settled: what goes on into the next cycle. */
export const OPEN_NOTES: readonly NoteState[] = ['terbuka', 'ditanggapi', 'dikembalikan']

/**
 * Who may do what with a note in which state. A note is corrected only while nobody replied; a reply may be completed
 * before it is judged; the satker gives an open note to another of its people without moving it; what was verified by mistake is returned, with a reason like every return.
 */
export const NOTE_RULES: readonly NoteRule[] = [
  { act: 'correct', roles: ['writer'], from: ['terbuka'], to: 'terbuka' },
  ...OPEN_NOTES.map((state): NoteRule => ({ act: 'hand-over', roles: ['leader'], from: [state], to: state })),
  { act: 'reply', roles: ANSWERING, from: OPEN_NOTES, to: 'ditanggapi' },
  { act: 'verify', roles: REVIEWING, from: ['ditanggapi'], to: 'diverifikasi' },
  { act: 'return', roles: REVIEWING, from: ['ditanggapi', 'diverifikasi'], to: 'dikembalikan' },
  { act: 'withdraw', roles: REVIEWING, from: OPEN_NOTES, to: 'ditarik' },
]

/** Where an act leads in this state; null when the role may not do it there. */
export const noteTargetOf = (act: NoteAct, role: NoteRole, state: NoteState): NoteState | null =>
  NOTE_RULES.find(rule => rule.act === act && rule.roles.includes(role) && rule.from.includes(state))?.to ??
  null

/** The satker has the next word: what can be overdue. */
export const AWAITING_SATKER: readonly NoteState[] = ['terbuka', 'dikembalikan']

export const isOpenNote = (state: NoteState): boolean => OPEN_NOTES.includes(state)

/** The due day itself still counts. Both are civil dates. */
export const isOverdueNote = (
  note: { readonly state: NoteState; readonly dueOn: string },
  today: string,
): boolean => AWAITING_SATKER.includes(note.state) && note.dueOn < today
