import { NOBODY, type ActorMembership } from '../../src/access/actor'
import { rolesToGive } from '../../src/accounts/granting'

const administratorAt = (satkerLevel: ActorMembership['satkerLevel']) => ({
  ...NOBODY,
  userId: 'u',
  memberships: [
    {
      role: 'satker-admin' as const,
      satkerId: 's',
      satkerName: '',
      satkerPath: 'm/s/',
      satkerLevel,
      timeZone: 'Asia/Jakarta' as const,
      parts: null,
      acting: false,
    },
  ],
})
const here = { satkerId: 's', satkerPath: 'm/s/' }

describe('the roles a satker administrator gives', () => {
  it('reach no further than the own satker', () => {
    expect(rolesToGive(administratorAt('satker'), here)).toEqual([
      'head',
      'chair',
      'member',
      'satker-admin',
      'reader',
    ])
    expect(rolesToGive(administratorAt('satker'), { satkerId: 't', satkerPath: 'm/s/t/' })).toEqual([])
  })

  it('leave reading, which reaches below, to the centre where units stand below', () => {
    for (const level of ['kanwil', 'echelon1', 'ministry'] as const)
      expect(rolesToGive(administratorAt(level), here)).not.toContain('reader')
  })
})
