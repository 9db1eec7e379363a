import { paths } from '../../src/paths'
import type { House } from '../support/house'
import { keepPredicate, keepProfiles } from '../profile/profile-office'

/** A profile of some quarters with a gap, and a predicate that was lost. */
export async function furnishProfile(house: House, satkerId: string) {
  const figures = {
    employees: 57,
    frontLine: 21,
    signatures: 55,
    services: 13,
    floors: 3,
    floorsWithMotto: 3,
    rooms: 6,
    roomsWithMotto: 5,
    gratificationReports: 0,
    lhkpnDue: 4,
    lhkpnFiled: 4,
  }
  const ids = await keepProfiles({ house }, satkerId, [
    { ...figures, year: 2025, quarter: 1, onlineServices: 3 },
    { ...figures, year: 2025, quarter: 2, onlineServices: 5 },
    { ...figures, year: 2025, quarter: 4, onlineServices: 8 },
  ])
  const held = await keepPredicate({ house }, satkerId, { heldSince: '2022-12-10', lostOn: '2024-05-02' })
  return {
    chair: [
      paths.profiles(satkerId),
      paths.newProfile(satkerId),
      paths.importProfiles(satkerId),
      paths.importPredicates(satkerId),
      `${paths.profilesPaper(satkerId)}?tahun=2025`,
      paths.profile(ids[0]!),
      paths.editProfile(ids[1]!),
      paths.newPredicate(satkerId),
      paths.editPredicate(held),
    ],
    viewer: [`${paths.profiles(satkerId)}?tahun=2025`, paths.profile(ids[2]!)],
  }
}
