import {
  isOpenNote,
  isOverdueNote,
  NOTE_STATES,
  noteTargetOf,
  type NoteAct,
  type NoteRole,
  type NoteState,
} from '../../../src/engine/stages/notes'

const ROLES: NoteRole[] = ['writer', 'reviewer', 'leader', 'satker', 'watcher']
const ACTS: NoteAct[] = ['correct', 'hand-over', 'reply', 'verify', 'return', 'withdraw']

/** What is allowed; every other cell is refused. */
const ALLOWED: Readonly<Record<NoteRole, readonly (readonly [NoteAct, NoteState, NoteState])[]>> = {
  writer: [
    ['correct', 'terbuka', 'terbuka'],
    ['verify', 'ditanggapi', 'diverifikasi'],
    ['return', 'ditanggapi', 'dikembalikan'],
    ['return', 'diverifikasi', 'dikembalikan'],
    ['withdraw', 'terbuka', 'ditarik'],
    ['withdraw', 'ditanggapi', 'ditarik'],
    ['withdraw', 'dikembalikan', 'ditarik'],
  ],
  reviewer: [
    ['verify', 'ditanggapi', 'diverifikasi'],
    ['return', 'ditanggapi', 'dikembalikan'],
    ['return', 'diverifikasi', 'dikembalikan'],
    ['withdraw', 'terbuka', 'ditarik'],
    ['withdraw', 'ditanggapi', 'ditarik'],
    ['withdraw', 'dikembalikan', 'ditarik'],
  ],
  leader: [
    ['hand-over', 'terbuka', 'terbuka'],
    ['hand-over', 'ditanggapi', 'ditanggapi'],
    ['hand-over', 'dikembalikan', 'dikembalikan'],
    ['reply', 'terbuka', 'ditanggapi'],
    ['reply', 'ditanggapi', 'ditanggapi'],
    ['reply', 'dikembalikan', 'ditanggapi'],
  ],
  satker: [
    ['reply', 'terbuka', 'ditanggapi'],
    ['reply', 'ditanggapi', 'ditanggapi'],
    ['reply', 'dikembalikan', 'ditanggapi'],
  ],
  watcher: [],
}

const CELLS = ROLES.flatMap(role =>
  NOTE_STATES.flatMap(state =>
    ACTS.map(act => {
      const target = ALLOWED[role].find(([allowed, from]) => allowed === act && from === state)?.[2] ?? null
      return [role, state, act, target] as const
    }),
  ),
)

describe('who may do what with a note in which state', () => {
  it.each(CELLS)('%s, %s, %s: %s', (role, state, act, target) => {
    expect(noteTargetOf(act, role, state)).toBe(target)
  })

  it('has an answer for every cell', () => {
    expect(CELLS).toHaveLength(ROLES.length * NOTE_STATES.length * ACTS.length)
  })
})

describe('a note', () => {
  it('goes on into the next cycle until it is verified or withdrawn', () => {
    expect(NOTE_STATES.filter(isOpenNote)).toEqual(['terbuka', 'ditanggapi', 'dikembalikan'])
  })

  it.each<[NoteState, string, boolean]>([
    ['terbuka', '2026-03-11', true],
    ['terbuka', '2026-03-12', false],
    ['dikembalikan', '2026-03-11', true],
    ['ditanggapi', '2026-03-11', false],
    ['diverifikasi', '2026-03-11', false],
    ['ditarik', '2026-03-11', false],
  ])('that is %s and due on %s is overdue on 12 March: %s', (state, dueOn, overdue) => {
    expect(isOverdueNote({ state, dueOn }, '2026-03-12')).toBe(overdue)
  })
})
