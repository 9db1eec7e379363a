import { NOTE_RULES } from '../../src/engine/stages/notes'
import { STAGE_RULES } from '../../src/engine/stages/stages'
import { POLICIES } from '../../src/access/policies'
import { ROLES } from '../../src/access/roles'
import { ACT_KINDS, ACT_WORDS } from '../../src/audit/event-words'
import { MESSAGE_KINDS } from '../../src/messages/message-kinds'
import { REGISTERS } from '../../src/registers/register'
import { codeOf, sourcesIn } from '../architecture/sources'

/** Words of the same shape that name no act. */
const OTHERS: readonly string[] = [
  ...ROLES,
  ...Object.keys(POLICIES),
  ...STAGE_RULES.flatMap(({ role, act }) => [role, act]),
  ...NOTE_RULES.map(({ act }) => act),
  ...Object.keys(MESSAGE_KINDS),
  ...REGISTERS,
  // Why a sheet is not ready.
  'put-off',
]

/** `verb-noun` texts of every file that writes events, but for what is only compared with. */
const acts = sourcesIn('src', '.ts')
  .map(({ path, text }) => ({ path, code: codeOf(text) }))
  .filter(({ path, code }) => /\baudit\.record|\bsubjectType:/.test(code) && !path.startsWith('src/audit/'))
  .flatMap(({ path, code }) =>
    [
      ...code.replace(/[!=]== '[^']*'/g, '').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g),
      ...code.matchAll(/\baction: '([a-z]+)'/g),
      ...code.matchAll(/\brecord\(actor, \w+, '([a-z]+)'/g),
    ].map(([, act]) => ({ path, act: act ?? '' })),
  )
  .filter(({ act }) => !OTHERS.includes(act))

describe('the words of the trail', () => {
  it('name every act that is written anywhere', () => {
    expect(acts.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'add-account',
        'revoke-password',
        'change-satker',
        'save-note',
        'replace-file',
        'agree-with-rest',
      ]),
    )
    expect(acts.filter(({ act }) => !(act in ACT_WORDS))).toEqual([])
  })

  it('name every act that a trail is filtered by, each in one kind', () => {
    const filtered = ACT_KINDS.flatMap(kind => kind.actions)
    expect(filtered.filter(act => !(act in ACT_WORDS))).toEqual([])
    expect(new Set(filtered).size).toBe(filtered.length)
  })
})
