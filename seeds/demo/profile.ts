import { lastDayOf, placeOf, quarterAt, quarterOf } from '../../src/engine/profile/quarter'
import type { Figures } from '../../src/engine/profile/figures'
import type { RegisterUnit } from '../../src/registers/register-unit'
import type { Act } from './agenda'
import { lhkasnOf, lhkpnOf, typedCount } from './answers'
import { unitOf } from './cast'
import { Dice } from './dice'
import { keeperOf } from './keeping'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

/** Out of a hundred: services finished online at first and at last, mottos, signatures. */
const HABITS: Readonly<
  Record<Character, readonly [first: number, last: number, mottos: number, signed: number]>
> = {
  good: [30, 89, 100, 100],
  fair: [20, 63, 75, 92],
  weak: [15, 20, 40, 70],
  paper: [60, 60, 100, 100],
}
/** Violations of discipline by quarter, of last year and of this one; where a team counts, this year's are what its worksheet says. */
const VIOLATIONS: Readonly<
  Record<Character, readonly [last: readonly number[], present: readonly number[]]>
> = {
  good: [
    [2, 1, 1, 1],
    [1, 0, 0, 0],
  ],
  fair: [
    [1, 1, 0, 2],
    [2, 0, 0, 0],
  ],
  weak: [
    [1, 0, 1, 1],
    [1, 1, 2, 2],
  ],
  paper: [
    [1, 0, 0, 1],
    [1, 0, 0, 0],
  ],
}
/** Quarters at the end that a team has not filled in. */
const LATE: Readonly<Record<Character, number>> = { good: 0, fair: 0, weak: 2, paper: 1 }

/** What a satker counted of itself since the beginning of last year, a quarter at a time. */
export function fillProfiles(world: World, { satkerIds }: Settled, story: Story): Act[] {
  const { profiles, registerUnits } = world.services
  const { unit: key, character } = story
  const satkerId = satkerIds.get(key) ?? ''
  const present = quarterOf(world.today.toISOString().slice(0, 10))
  const first = placeOf({ year: present.year - 1, quarter: 1 })
  const last = placeOf(present) - 1 - LATE[character]
  const dice = new Dice('profile', key)
  const size = {
    services: serviceCount(character, dice),
    floors: 1 + dice.below(3),
    rooms: 3 + dice.below(6),
  }
  const quarters = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).map(
    (place): Act => {
      const quarter = quarterAt(place)
      const at = new Date(Date.parse(`${lastDayOf(quarter)}T04:00:00.000Z`) + FILLED_IN * DAY)
      return {
        at: at < world.today ? at : world.today,
        does: async () => {
          const keeper = await world.actor(keeperOf(story, AREA, at, world))
          const unit = await registerUnits.toKeep(keeper, satkerId)
          const along = last === first ? 1 : (place - first) / (last - first)
          const [counted] = await profiles.headcounts(unit, [quarter])
          const people = counted ?? { employees: unitOf(key).employees, frontLine: 0 }
          const [past, now] = VIOLATIONS[character]
          const violations = (quarter.year === present.year ? now : past)[quarter.quarter - 1] ?? 0
          await profiles.add(keeper, unit, {
            ...quarter,
            figures: { ...figuresOf(character, size, people, along, dice), violations },
            areas: place === last ? ['6'] : [],
          })
        },
      }
    },
  )
  return [...quarters, ...holdPredicate(world, key, satkerId, character)]
}

/** As many as the worksheet says, but for whoever did not count them. */
const serviceCount = (character: Character, dice: Dice): number => {
  const others = 9 + dice.below(8)
  return character === 'good' || character === 'fair'
    ? typedCount('A.II.6.i.b', character, 'services')
    : others
}

function figuresOf(
  character: Character,
  { services, floors, rooms }: Readonly<Record<'services' | 'floors' | 'rooms', number>>,
  { employees, frontLine }: { employees: number; frontLine: number },
  along: number,
  dice: Dice,
): Omit<Figures, 'violations'> {
  const [atFirst, atLast, mottos, signed] = HABITS[character]
  const [lhkpn, lhkasn] = [lhkpnOf(character), lhkasnOf(character, employees)]
  const part = (whole: number, percent: number) => Math.floor((whole * percent) / 100)
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
    lhkpnDue: lhkpn.due,
    lhkpnFiled: lhkpn.filed,
    lhkasnDue: lhkasn.due,
    lhkasnFiled: lhkasn.filed,
  }
}

const DAY = 24 * 3_600_000
/** Days after the end of a quarter. */
const FILLED_IN = 6
/** Whose pokja counts. */
const AREA = '3'

/** One unit holds WBK since last year, another lost it. */
function holdPredicate(world: World, key: string, satkerId: string, character: Character): Act[] {
  const { heldPredicates, registerUnits } = world.services
  const year = world.today.getUTCFullYear()
  const term =
    key === 'lazuardi'
      ? { heldSince: `${year - 1}-12-09`, lostOn: null }
      : key === 'lintara' && character === 'paper'
        ? { heldSince: `${year - 4}-12-12`, lostOn: `${year - 2}-08-01` }
        : null
  if (!term) return []
  const does = async () => {
    const chair = await world.actor(loginOf(key, 'chair'))
    const unit: RegisterUnit = await registerUnits.toKeep(chair, satkerId)
    await heldPredicates.add(chair, unit, {
      predicate: 'WBK',
      decree: `Keputusan Menteri PANRB Nomor ${term.lostOn ? 1201 : 1488} Tahun ${term.heldSince.slice(0, 4)}`,
      ...term,
    })
  }
  return [{ at: new Date(`${term.lostOn ?? term.heldSince}T05:00:00.000Z`), does }]
}
