import type { SatkerFileRow } from '../../src/satker/satker-columns'
import type { SatkerRow } from '../../src/satker/satker-facts'
import { planSatker, type PlanMeans } from '../../src/satker/satker-plan'

const standing = (id: string, parent: SatkerRow | null, more: Partial<SatkerRow> = {}): SatkerRow => ({
  id,
  parentId: parent?.id ?? null,
  path: `${parent?.path ?? ''}${id}/`,
  code: id.toUpperCase(),
  name: `Unit ${id}`,
  level: parent ? 'satker' : 'ministry',
  kind: '',
  region: 'Bali',
  city: '',
  timeZone: 'Asia/Makassar',
  letterhead: '',
  logoSha256: null,
  logoType: null,
  employees: 10,
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  closedAt: null,
  ...more,
})

const top = standing('top', null)
const kanwil = standing('kw', top, { level: 'kanwil' })
const office = standing('kp', kanwil)
const tree = [top, kanwil, office]

const row = (number: number, code: string, parent: string, more: Partial<SatkerFileRow> = {}) => ({
  number,
  values: {
    code,
    name: `Unit ${code}`,
    level: 'satker' as const,
    parent,
    kind: '',
    region: '',
    city: '',
    letterhead: '',
    timeZone: undefined,
    employees: undefined,
    ...more,
  },
})

let made = 0
const means = (more: Partial<PlanMeans> = {}): PlanMeans => ({
  update: false,
  partial: false,
  reaches: () => true,
  newId: () => `new-${++made}`,
  createdAt: '2026-03-12T00:00:00.000Z',
  ...more,
})
const faults = (rows: Parameters<typeof planSatker>[1], more: Partial<PlanMeans> = {}) =>
  planSatker(tree, rows, means(more)).faults.map(
    ({ row: number, column, message }) => `${number} ${column}: ${message}`,
  )

describe('what a file would make of the tree', () => {
  beforeEach(() => (made = 0))

  it('puts children under parents in any order of the rows', () => {
    const plan = planSatker(tree, [row(2, 'anak', 'ibu'), row(3, 'ibu', 'KW')], means())
    const paths = Object.fromEntries(plan.made.map(({ after }) => [after.code, after.path]))
    expect(paths).toEqual({ anak: 'top/kw/new-2/new-1/', ibu: 'top/kw/new-2/' })
    expect(plan.faults).toEqual([])
  })

  it('starts a tree from nothing', () => {
    const plan = planSatker([], [row(2, 'kp', 'kem'), row(3, 'kem', '', { level: 'ministry' })], means())
    expect(plan.made.map(({ after }) => after.path)).toEqual(['new-2/new-1/', 'new-2/'])
  })

  it.each([
    [
      'a code twice in the file',
      [row(2, 'a', 'KW'), row(3, 'A', 'KW')],
      '3 Kode: Kode ini sudah ada di baris 2.',
    ],
    [
      'a code that stands',
      [row(2, 'kp', 'KW')],
      '2 Kode: Kode ini sudah dipakai Unit kp. Pilih “perbarui” bila memang satker itu.',
    ],
    [
      'a parent that is nowhere',
      [row(2, 'a', 'xx')],
      '2 Kode induk: Induk “xx” tidak ada di berkas maupun di aplikasi.',
    ],
    [
      'a second top',
      [row(2, 'a', '', { level: 'ministry' })],
      '2 Kode induk: Puncak pohon hanya satu: Unit top.',
    ],
    [
      'a level above its parent',
      [row(2, 'a', 'KP', { level: 'kanwil' })],
      '2 Tingkat: Kanwil tidak dapat berada di bawah Satker.',
    ],
    [
      'a satker without a parent',
      [row(2, 'a', '')],
      '2 Tingkat: Isi induknya; hanya kementerian yang tanpa induk.',
    ],
  ])('names %s', (_what, rows, fault) => {
    expect(faults(rows)).toContain(fault)
  })

  it('names a circle for every row on it and for no row that only leads there', () => {
    const found = faults([row(2, 'a', 'b'), row(3, 'b', 'c'), row(4, 'c', 'a'), row(5, 'd', 'a')])
    expect(found).toEqual([
      '2 Kode induk: Induk melingkar: a → b → c → a.',
      '3 Kode induk: Induk melingkar: b → c → a → b.',
      '4 Kode induk: Induk melingkar: c → a → b → c.',
    ])
  })

  it('finds the circle that an update would close with what stands', () => {
    expect(faults([row(2, 'KW', 'KP', { level: 'satker' })], { update: true })).toEqual([
      '2 Kode induk: Induk melingkar: KW → KP → KW.',
    ])
  })

  it('does not grow without end on a chain of 10,000', () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => row(n + 2, `r${n}`, n === 0 ? 'KW' : `r${n - 1}`))
    expect(faults(rows).every(fault => fault.includes('paling dalam 16 tingkat'))).toBe(true)
  })

  it('updates what differs, leaves empty cells alone, and moves what is below', () => {
    const other = standing('kw2', top, { level: 'kanwil' })
    const below = standing('pos', office)
    const plan = planSatker(
      [...tree, other, below],
      [
        row(2, 'KP', 'KW2', { name: 'Kantor baru' }),
        row(3, 'KW', 'TOP', { name: 'Unit kw', level: 'kanwil' }),
      ],
      means({ update: true }),
    )
    expect(plan.unchanged).toBe(1)
    expect(
      plan.changed.map(({ after }) => [after.id, after.path, after.name, after.region, after.version]),
    ).toEqual([
      ['kp', 'top/kw2/kp/', 'Kantor baru', 'Bali', 2],
      ['pos', 'top/kw2/kp/pos/', 'Unit pos', 'Bali', 1],
    ])
  })

  it('treats what is out of reach as taken codes and unknown parents', () => {
    const reaches = (unit: SatkerRow) => unit.path.startsWith('top/kw/')
    expect(faults([row(2, 'TOP', '', { level: 'ministry' })], { reaches, update: true })).toEqual([
      '2 Kode: Kode ini sudah dipakai satker lain.',
    ])
    expect(faults([row(2, 'a', 'TOP')], { reaches })).toEqual([
      '2 Kode induk: Induk “TOP” tidak ada di berkas maupun di aplikasi.',
    ])
  })
})
