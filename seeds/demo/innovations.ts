import type { Direction } from '../../src/engine/innovations/change'
import type { Atm, InnovationDraft } from '../../src/innovations/innovation-facts'
import type { Act } from './agenda'
import { dayFrom } from './calendar'
import { CAST_UNITS } from './cast'
import { Dice } from './dice'
import { keeperOf, readyDay } from './keeping'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

interface Idea {
  readonly name: string
  readonly need: string
  readonly indicator: string
  readonly unit: string
  readonly better: Direction
  readonly before: string
  readonly after: string
  readonly usedBy: string
  readonly areas: readonly string[]
  readonly questions: readonly string[]
}

const IDEAS: readonly Idea[] = [
  {
    name: 'Antrean daring dengan kuota lanjut usia',
    need: 'Pemohon datang sejak subuh dan menunggu rata-rata 94 menit sebelum dilayani.',
    indicator: 'Lama menunggu rata-rata',
    unit: 'menit',
    better: 'lower',
    before: '94',
    after: '21.5',
    usedBy: 'Pemohon layanan',
    areas: ['2', '6'],
    questions: ['A.II.1.i.a', 'A.II.1.i.b'],
  },
  {
    name: 'Berkas sekali bawa',
    need: 'Satu dari tiga pemohon pulang karena syaratnya belum lengkap.',
    indicator: 'Pemohon yang kembali karena berkas kurang',
    unit: 'persen',
    better: 'lower',
    before: '33.4',
    after: '9',
    usedBy: 'Pemohon layanan',
    areas: ['6'],
    questions: ['A.II.1.i.a'],
  },
  {
    name: 'Pengaduan terjawab tiga hari',
    need: 'Pengaduan lewat kotak saran dan media sosial tidak tercatat dan tidak dijawab.',
    indicator: 'Lama menjawab pengaduan',
    unit: 'hari',
    better: 'lower',
    before: '19',
    after: '2.8',
    usedBy: 'Pengadu dan pokja pengawasan',
    areas: ['5'],
    questions: ['A.II.1.i.b'],
  },
  {
    name: 'Rapor integritas pegawai',
    need: 'Pelanggaran jam kerja berulang tanpa pembinaan.',
    indicator: 'Pegawai hadir tepat waktu',
    unit: 'persen',
    better: 'higher',
    before: '81.2',
    after: '96.7',
    usedBy: 'Seluruh pegawai',
    areas: ['3', '5'],
    questions: [],
  },
  {
    name: 'Dasbor capaian harian',
    need: 'Pimpinan baru mengetahui target yang meleset saat rapat triwulan.',
    indicator: 'Target triwulan yang tercapai',
    unit: 'persen',
    better: 'higher',
    before: '72',
    after: '88.5',
    usedBy: 'Pimpinan dan para kepala seksi',
    areas: ['4'],
    questions: [],
  },
  {
    name: 'Layanan jemput berkas ke desa',
    need: 'Warga pulau terluar menempuh sehari perjalanan untuk satu tanda tangan.',
    indicator: 'Permohonan dari luar kota',
    unit: 'permohonan per bulan',
    better: 'higher',
    before: '0',
    after: '46',
    usedBy: 'Warga di luar kota',
    areas: ['6'],
    questions: ['A.II.1.i.a'],
  },
]

/** How many a team keeps, and how many of these are proven, measured to the end and part of the system. */
const HABITS: Readonly<
  Record<Character, readonly [all: number, proven: number, measured: number, joined: number]>
> = {
  good: [6, 6, 5, 6],
  fair: [4, 3, 3, 3],
  weak: [3, 1, 0, 0],
  paper: [4, 0, 0, 0],
}
const WAYS: readonly Atm[] = ['', 'modified', 'copied', '']

/** What a satker did in a new way, kept on the days on which it happened. */
export function fillInnovations(world: World, { satkerIds }: Settled, story: Story): Act[] {
  const { innovations, registerUnits, roster } = world.services
  const { unit: key, character } = story
  const satkerId = satkerIds.get(key) ?? ''
  const dice = new Dice('innovations', key)
  const [all, proven, measured, joined] = HABITS[character]
  return IDEAS.slice(0, all).flatMap((idea, place) => {
    const startedOn = dayFrom(world.today, -120 - place * 85 - dice.below(40))
    const done = place < measured
    const draft: Omit<InnovationDraft, 'agents'> = {
      ...idea,
      ...copied(WAYS[place % WAYS.length] ?? '', key, dice),
      proofLink:
        place < proven && place % 2 === 1 ? `https://sp4n.example.go.id/rekap/${key}-${place + 1}` : '',
      startedOn,
      endedOn: null,
      indicator: character === 'paper' ? '' : idea.indicator,
      beforeValue: character === 'paper' ? null : idea.before,
      beforeOn: character === 'paper' ? null : dayFrom(new Date(startedOn), -20 - dice.below(20)),
      afterValue: done ? idea.after : null,
      afterOn: done ? dayFrom(new Date(startedOn), 70 + dice.below(30)) : null,
      users: character === 'paper' ? null : 120 + dice.below(3_000),
      copies: character === 'good' && place < 2 ? [copyOf(key, startedOn, dice)] : [],
      integratedOn: place < joined ? dayFrom(new Date(startedOn), 60) : null,
      integration: place < joined ? `SOP ${11 + place}/${startedOn.slice(0, 4)}` : '',
    }
    const at = new Date(
      `${[startedOn, draft.afterOn ?? '', draft.integratedOn ?? ''].sort().at(-1)}T05:00:00.000Z`,
    )
    const login = keeperOf(story, idea.areas[0] ?? '', at, world)
    let id = ''
    const add = async () => {
      const keeper = await world.actor(login)
      const unit = await registerUnits.toKeep(keeper, satkerId)
      const agents = agentsOf(await roster.agents(satkerId), character, place)
      id = await innovations.add(keeper, unit, { ...draft, agents })
    }
    const isHeard = place < proven && (character === 'good' || place % 2 === 0)
    return [
      { at, does: add },
      ...(isHeard ? [{ at: later(at, world), does: () => showNeed(world, key, id) }] : []),
      ...(done ? [{ at: readyDay(world), does: () => prove(world, key, id, place) }] : []),
    ]
  })
}

/** Where work is good every agent has a change; elsewhere some have. */
function agentsOf(agents: readonly { readonly id: string }[], character: Character, place: number): string[] {
  const [from, count] = character === 'good' ? [(2 * place) % 8, 2] : [place % 3, 1 + (place % 2)]
  return agents.slice(from, from + count).map(agent => agent.id)
}

/** The next day, once people have been heard at all. */
function later(at: Date, { today }: World): Date {
  const next = at.getTime() + 24 * 3_600_000
  return new Date(Math.max(next, Date.UTC(today.getUTCFullYear() - 1, 4, 2, 5)))
}

function copied(
  atm: Atm,
  key: string,
  dice: Dice,
): Pick<InnovationDraft, 'atm' | 'sourceUnit' | 'modification'> {
  if (atm === '') return { atm, sourceUnit: '', modification: '' }
  return {
    atm,
    sourceUnit: otherUnit(key, dice),
    modification: atm === 'modified' ? 'Disesuaikan dengan jam layanan dan jumlah loket di sini.' : '',
  }
}

const otherUnit = (key: string, dice: Dice): string =>
  dice.pick(CAST_UNITS.filter(unit => unit.level === 'satker' && unit.key !== key)).name

const copyOf = (key: string, startedOn: string, dice: Dice) => ({
  unit: otherUnit(key, dice),
  on: dayFrom(new Date(startedOn), 90),
})

/** By what people said in other registers, or else by the figures of the satker. */
async function showNeed(world: World, key: string, id: string): Promise<void> {
  const { services } = world
  const chair = await world.actor(loginOf(key, 'chair'))
  const row = await services.innovations.get(chair, id)
  const found = await services.entries.matching(row.satkerId, ['inputs', 'surveys', 'profile'], '')
  const entry = found.find(one => one.register !== 'profile') ?? found[0]
  if (entry) await services.innovations.showNeed(chair, id, entry.id)
}

/** With a piece that lies on the shelf. */
async function prove(world: World, key: string, id: string, place: number): Promise<void> {
  const { services } = world
  const chair = await world.actor(loginOf(key, 'chair'))
  const entry = await services.entries.toKeep(chair, id)
  const shelf = await services.database.query<{ id: string }>(
    `SELECT id FROM evidence WHERE satker_id = $1 AND withdrawn_at IS NULL AND access = 'biasa'
      ORDER BY title, id LIMIT 1 OFFSET ${3 + place * 4}`,
    [entry.satkerId],
  )
  if (shelf[0]) await services.proofs.choose(chair, entry, shelf[0].id)
  await services.entries.chooseQuestions(chair, id, { shown: [], chosen: IDEAS[place]?.questions ?? [] })
}
