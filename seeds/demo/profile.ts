import { lastDayOf, placeOf, quarterAt, quarterOf } from '../../src/engine/profile/quarter'
import type { Figures } from '../../src/engine/profile/figures'
import type { RegisterUnit } from '../../src/registers/register-unit'
import { unitOf } from './cast'
import { Dice } from './dice'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

/** Out of a hundred: services finished online at first and at last, mottos, signatures, wealth reports. */
const HABITS: Readonly<
  Record<Character, readonly [first: number, last: number, mottos: number, signed: number, filed: number]>
> = {
  good: [30, 85, 100, 100, 100],
  fair: [20, 55, 75, 92, 96],
  weak: [15, 20, 40, 70, 80],
  paper: [60, 60, 100, 100, 100],
}
/** Quarters at the end that a team has not filled in. */
const LATE: Readonly<Record<Character, number>> = { good: 0, fair: 0, weak: 2, paper: 1 }

/** What each satker of the stories counted of itself since the beginning of last year. */
export async function fillProfiles(
  world: World,
  { satkerIds }: Settled,
  stories: readonly Story[],
): Promise<void> {
  const { profiles, registerUnits } = world.services
  const present = quarterOf(world.today.toISOString().slice(0, 10))
  const first = placeOf({ year: present.year - 1, quarter: 1 })
  for (const { unit: key, character } of stories) {
    const satkerId = satkerIds.get(key) ?? ''
    const dice = new Dice('profile', key)
    const size = {
      services: 9 + dice.below(8),
      floors: 1 + dice.below(3),
      rooms: 3 + dice.below(6),
      lhkpn: 3 + dice.below(3),
    }
    const last = placeOf(present) - 1 - LATE[character]
    for (let place = first; place <= last; place++) {
      const quarter = quarterAt(place)
      world.at(new Date(Date.parse(`${lastDayOf(quarter)}T04:00:00.000Z`) + 6 * 24 * 3_600_000))
      const chair = await world.actor(loginOf(key, 'chair'))
      const unit = await registerUnits.toKeep(chair, satkerId)
      const along = last === first ? 1 : (place - first) / (last - first)
      const [counted] = await profiles.headcounts(unit, [quarter])
      const people = counted ?? { employees: unitOf(key).employees, frontLine: 0 }
      await profiles.add(chair, unit, {
        ...quarter,
        figures: figuresOf(character, size, people, along, dice),
        areas: place === last ? ['6'] : [],
      })
    }
    await holdPredicate(world, key, satkerId, character)
  }
}

function figuresOf(
  character: Character,
  { services, floors, rooms, lhkpn }: Readonly<Record<'services' | 'floors' | 'rooms' | 'lhkpn', number>>,
  { employees, frontLine }: { employees: number; frontLine: number },
  along: number,
  dice: Dice,
): Figures {
  const [atFirst, atLast, mottos, signed, filed] = HABITS[character]
  const part = (whole: number, percent: number) => Math.floor((whole * percent) / 100)
  const others = Math.max(0, employees - lhkpn)
  return {
    // Who copies last year's number does not see that people have left.
    employees: character === 'paper' ? employees + 3 : employees,
    frontLine,
    signatures: part(employees, signed),
    services,
    onlineServices: part(services, atFirst + (atLast - atFirst) * along),
    floors,
    floorsWithMotto: part(floors, mottos),
    rooms,
    roomsWithMotto: part(rooms, mottos),
    gratificationReports: character === 'good' ? 1 + dice.below(3) : character === 'fair' ? dice.below(2) : 0,
    violations: character === 'weak' ? 1 + dice.below(3) : dice.below(2) * (along < 0.5 ? 1 : 0),
    lhkpnDue: lhkpn,
    lhkpnFiled: part(lhkpn, filed),
    lhkasnDue: others,
    lhkasnFiled: part(others, filed),
  }
}

/** One unit holds WBK since last year, another lost it. */
async function holdPredicate(
  world: World,
  key: string,
  satkerId: string,
  character: Character,
): Promise<void> {
  const { heldPredicates, registerUnits } = world.services
  const year = world.today.getUTCFullYear()
  const term =
    key === 'lazuardi'
      ? { heldSince: `${year - 1}-12-09`, lostOn: null }
      : key === 'lintara' && character === 'paper'
        ? { heldSince: `${year - 4}-12-12`, lostOn: `${year - 2}-08-01` }
        : null
  if (!term) return
  world.at(world.today)
  const chair = await world.actor(loginOf(key, 'chair'))
  const unit: RegisterUnit = await registerUnits.toKeep(chair, satkerId)
  await heldPredicates.add(chair, unit, {
    predicate: 'WBK',
    decree: `Keputusan Menteri PANRB Nomor ${term.lostOn ? 1201 : 1488} Tahun ${term.heldSince.slice(0, 4)}`,
    ...term,
  })
}
