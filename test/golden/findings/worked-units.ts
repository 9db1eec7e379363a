import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Facts } from '../../../src/engine/rules/facts'
import { projectRoot } from '../../../src/project-root'

const FOLDER = join(projectRoot, 'test/golden/findings')

type Json = Record<string, unknown>
type Records = readonly (Json & { readonly id: string })[]
const LISTS = [
  'profiles',
  'predicates',
  'activities',
  'goals',
  'innovations',
  'agreements',
  'quarters',
  'inputs',
  'complaints',
  'surveys',
  'evidence',
  'notes',
] as const

/** What people said of the unit before any rule was run: levels by rule, and contradictions by rule alone. */
export interface Expected {
  readonly contradictions: readonly string[]
  readonly [family: string]: Readonly<Record<string, string>> | readonly string[]
}

/** One worked unit: its story, and how its facts differ from a base. */
interface Unit {
  readonly story: string
  readonly base: 'good' | 'empty'
  /** Values in place of those of the base; an object only as far as it says. */
  readonly set?: Json
  /** Changes of records by list and id; `*` is every record. */
  readonly patch?: Record<string, Record<string, Json>>
  readonly add?: Record<string, Records>
  readonly drop?: Record<string, readonly string[]>
  readonly answers?: Record<string, Json>
  readonly expected: Expected
}

export interface WorkedUnit {
  readonly name: string
  readonly story: string
  readonly facts: Facts
  readonly expected: Expected
}

const read = <Read>(file: string): Read => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Read

export const workedUnits = (): WorkedUnit[] =>
  readdirSync(join(FOLDER, 'units'))
    .sort()
    .map(file => {
      const unit = read<Unit>(`units/${file}`)
      return {
        name: file.replace('.json', ''),
        story: unit.story,
        facts: factsOfUnit(unit),
        expected: unit.expected,
      }
    })

function factsOfUnit(unit: Unit): Facts {
  const templates = read<Record<string, Json>>('templates.json')
  const base = read<Json>(`base-${unit.base}.json`)
  const { answers, contributions, attestations, ...given } = merged(base, unit.set ?? {})
  const lists = LISTS.map(list => {
    const dropped = unit.drop?.[list] ?? []
    const records = [...((given[list] ?? []) as Records), ...(unit.add?.[list] ?? [])]
      .filter(({ id }) => !dropped.includes(id))
      .map(one => ({
        ...templates[list],
        ...one,
        ...unit.patch?.[list]?.['*'],
        ...unit.patch?.[list]?.[one.id],
      }))
    return [
      list,
      list === 'activities' ? records.map(one => ({ heldUntil: (one as Json)['heldOn'], ...one })) : records,
    ]
  })
  return {
    uploads: [],
    ...given,
    ...Object.fromEntries(lists),
    contributions: tuples(contributions, ['person', 'pokja', 'year', 'quarter', 'acts']),
    attestations: tuples(attestations, ['part', 'on']),
    worksheet: {
      ...(given['worksheet'] as Json),
      answers: answersOf(merged((answers ?? {}) as Json, unit.answers ?? {}), templates['answers'] ?? {}),
    },
  }
}

function merged(base: Json, over: Json): Json {
  const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const pairs = Object.entries(over).map(([key, value]) => {
    const before = base[key]
    return [key, isObject(value) && isObject(before) ? { ...before, ...value } : value]
  })
  return { ...base, ...Object.fromEntries(pairs) } as Json
}

const tuples = (rows: unknown, names: readonly string[]): Json[] =>
  ((rows ?? []) as readonly (readonly unknown[])[]).map(row =>
    Object.fromEntries(names.map((name, place) => [name, row[place]])),
  )

const answersOf = (answers: Json, template: Json): Json[] =>
  Object.entries(answers).map(([code, answer]) => ({
    code,
    part: code.startsWith('B') ? 'B' : code.split('.')[2],
    block: code.startsWith('B') ? 'hasil' : code.startsWith('A.II.') ? 'reform' : 'pemenuhan',
    ...template,
    ...(answer as Json),
  }))
