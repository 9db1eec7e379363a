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

export const FAMILIES = [
  'pitfalls',
  'contradictions',
  'recommendations',
  'keys',
  'factors',
  'readiness',
] as const
export type Family = (typeof FAMILIES)[number]
export type Levels = Readonly<Record<string, string>>

/** What people said of the whole unit before any rule was run: levels by rule; of the readiness, its verdict and the grounds against it. */
export type Expected = Readonly<Record<Family, Levels>>

/** How facts differ from those of a base. */
interface Changes {
  readonly base?: 'good' | 'empty' | 'ready'
  /** Values in place of those of the base; an object only as far as it says. */
  readonly set?: Json
  /** Changes of records by list and id; `*` is every record. */
  readonly patch?: Record<string, Record<string, Json>>
  readonly add?: Record<string, Records>
  readonly drop?: Record<string, readonly string[]>
  readonly answers?: Record<string, Json>
  /** Families that a unit leaves out, and rules of the three in `AS_THE_BASE`, are as in the base. */
  readonly expected: Partial<Expected>
}

interface Unit extends Changes {
  readonly story: string
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
      const { facts, expected } = applied(unit)
      return { name: file.replace('.json', ''), story: unit.story, facts: completed(facts), expected }
    })

/** The facts of a base with the changes made; the empty one and the good one stand on nothing. */
function applied(changes: Changes): { readonly facts: Json; readonly expected: Expected } {
  const base = changes.base === undefined ? undefined : baseOf(changes.base)
  const given = merged(base?.facts ?? {}, changes.set ?? {})
  const lists = LISTS.map(list => {
    const dropped = changes.drop?.[list] ?? []
    const records = [...((given[list] ?? []) as Records), ...(changes.add?.[list] ?? [])]
      .filter(({ id }) => !dropped.includes(id))
      .map(one => ({ ...one, ...changes.patch?.[list]?.['*'], ...changes.patch?.[list]?.[one.id] }))
    return [list, records]
  })
  return {
    facts: {
      ...given,
      ...Object.fromEntries(lists),
      answers: merged((given['answers'] ?? {}) as Json, changes.answers ?? {}),
    },
    expected: expectedOf(changes.expected, base?.expected),
  }
}

function baseOf(name: string): ReturnType<typeof applied> {
  const file = read<Json & Changes>(`base-${name}.json`)
  if (file.base !== undefined) return applied(file)
  const { expected, ...facts } = file
  return { facts, expected: expectedOf(expected, undefined) }
}

/** Families in which a unit says only how it differs from its base. */
const AS_THE_BASE: readonly Family[] = ['recommendations', 'keys', 'factors']

const expectedOf = (said: Partial<Expected>, base: Expected | undefined): Expected =>
  Object.fromEntries(
    FAMILIES.map(family => [
      family,
      AS_THE_BASE.includes(family) ? { ...base?.[family], ...said[family] } : (said[family] ?? {}),
    ]),
  ) as Expected

function completed(changed: Json): Facts {
  const templates = read<Record<string, Json>>('templates.json')
  const { answers, contributions, attestations, ...given } = changed
  const lists = LISTS.map(list => {
    const records = (given[list] as Records).map(one => ({ ...templates[list], ...one }))
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
      answers: answersOf(answers as Json, templates['answers'] ?? {}),
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
