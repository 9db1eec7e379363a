import { NOBODY, systemActor, type Actor, type ActorMembership } from '../../src/access/actor'
import type { Role } from '../../src/access/roles'
import { actedAs } from '../../src/audit/acted-as'

const at = (satkerId: string, role: Role): ActorMembership => ({
  role,
  satkerId,
  satkerName: satkerId,
  satkerPath: `pusat/${satkerId}/`,
  satkerHasBelow: false,
  timeZone: 'Asia/Jakarta',
  parts: null,
  acting: false,
})
const actor = (...memberships: ActorMembership[]): Actor => ({ ...NOBODY, userId: 'sari', memberships })
const on = (subjectType: string, satkerId: string | null, subjectId = 'x') => ({
  subjectType,
  subjectId,
  satkerId,
})

describe('the role an act was done as', () => {
  it.each([
    ['the only one there is', actor(at('a', 'member')), on('answer', 'a'), 'member'],
    ['that of the satker of the act', actor(at('a', 'head'), at('b', 'member')), on('answer', 'b'), 'member'],
    [
      'one that may answer, not that of an administrator',
      actor(at('a', 'satker-admin'), at('a', 'chair')),
      on('answer', 'a'),
      'chair',
    ],
    [
      'that of an administrator on accounts',
      actor(at('a', 'chair'), at('a', 'satker-admin')),
      on('user', 'a'),
      'satker-admin',
    ],
    [
      'that of the centre on a deadline, also of the own satker',
      actor(at('a', 'head'), at('pusat', 'centre-admin')),
      on('extension', 'a'),
      'centre-admin',
    ],
    [
      'one that reaches below, in a satker without a role of its own',
      actor(at('a', 'head'), at('kanwil', 'pendamping')),
      on('file', 'b'),
      'pendamping',
    ],
    [
      'the first one, on the own account',
      actor(at('a', 'member'), at('b', 'satker-admin')),
      on('user', null, 'sari'),
      'member',
    ],
    ['the system where nobody has a role', NOBODY, on('user', null), 'system'],
    ['that of the installation, at the command line', systemActor('zi'), on('user', 'a'), 'centre-admin'],
  ])('is %s', (_title, who, what, role) => {
    expect(actedAs(who, what)).toBe(role)
  })
})
