import { NOBODY } from '../../src/access/actor'
import { rolesToGive } from '../../src/accounts/granting'

const administrator = (satkerHasBelow: boolean) => ({
  ...NOBODY,
  userId: 'u',
  memberships: [
    {
      role: 'satker-admin' as const,
      satkerId: 's',
      satkerName: '',
      satkerPath: 'm/s/',
      satkerHasBelow,
      timeZone: 'Asia/Jakarta' as const,
      parts: null,
      acting: false,
    },
  ],
})
const here = { satkerId: 's', satkerPath: 'm/s/' }

describe('the roles a satker administrator gives', () => {
  it('reach no further than the own satker', () => {
    expect(rolesToGive(administrator(false), here)).toEqual([
      'head',
      'chair',
      'member',
      'satker-admin',
      'reader',
    ])
    expect(rolesToGive(administrator(false), { satkerId: 't', satkerPath: 'm/s/t/' })).toEqual([])
  })

  it('leave reading, which reaches below, to the centre where units stand below', () => {
    expect(rolesToGive(administrator(true), here)).toEqual(['head', 'chair', 'member', 'satker-admin'])
  })
})
