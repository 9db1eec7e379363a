import type { z } from 'zod'
import type { Facts } from '../engine/rules/facts'
import { factsSchema } from './facts-schema'
import { textOf } from './instrument-file'
import type { ScoreFaults } from './score-faults'
import { readJson, type JsonNode } from './score-json'

/** Reads a facts file; null, with every fault at its line, when it is not of the form it should have. */
export async function loadFacts(file: string, faults: ScoreFaults): Promise<Facts | null> {
  const text = await textOf(file)
  if (text === null) return refuse(faults, 1, 'berkas tidak dapat dibaca.')
  const reading = readJson(text)
  if (!reading.ok) {
    const problem = { syntax: 'bukan JSON yang sah.', 'too-deep': 'susunan JSON terlalu dalam.' }
    return refuse(faults, reading.line, problem[reading.reason])
  }
  const facts = factsSchema.safeParse(plain(reading.node, faults, ''))
  for (const issue of facts.error?.issues ?? []) addIssue(issue, reading.node, faults)
  return facts.success && !faults.any ? facts.data : null
}

function refuse(faults: ScoreFaults, line: number, message: string): null {
  faults.add(line, message)
  return null
}

/** The value of a node; a name that is written twice is a fault, whatever it says. */
function plain(node: JsonNode, faults: ScoreFaults, at: string): unknown {
  if (node.kind === 'list') return node.items.map((item, index) => plain(item, faults, `${at}[${index}]`))
  if (node.kind !== 'object') return node.kind === 'text' ? node.text : (JSON.parse(node.text) as unknown)
  const seen = new Set<string>()
  const entries = node.pairs.map(({ key, line, value }) => {
    if (seen.has(key)) faults.add(line, `${at || 'berkas'}: "${key}" ditulis dua kali.`)
    seen.add(key)
    return [key, plain(value, faults, at ? `${at}.${key}` : key)] as const
  })
  return Object.fromEntries(entries)
}

type Issue = z.core.$ZodIssue

function addIssue(issue: Issue, root: JsonNode, faults: ScoreFaults): void {
  const at = issue.path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text && '.'}${String(step)}`),
    '',
  )
  const { line, node } = placeOf(root, issue.path)
  if (issue.code !== 'unrecognized_keys') {
    faults.add(line, `${at || 'berkas'}: ${node ? messageOf(issue) : 'belum ada.'}`)
    return
  }
  for (const key of issue.keys) {
    const pair = node?.kind === 'object' ? node.pairs.find(one => one.key === key) : undefined
    faults.add(pair?.line ?? line, `${at || 'berkas'}: "${key}" tidak dikenal di sini.`)
  }
}

/** The node at a path, or none and the line of the last one on the way to it. */
function placeOf(root: JsonNode, path: readonly PropertyKey[]): { line: number; node: JsonNode | null } {
  let node = root
  for (const step of path) {
    const next =
      node.kind === 'object'
        ? node.pairs.findLast(({ key }) => key === step)?.value
        : node.kind === 'list'
          ? node.items[Number(step)]
          : undefined
    if (!next) return { line: node.line, node: null }
    node = next
  }
  return { line: node.line, node }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar',
  object: 'objek',
  record: 'objek',
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `harus berisi ${KINDS[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `tidak dikenal (${issue.values.map(String).join(', ')}).`
    case 'too_small':
      return issue.origin === 'string' ? 'tidak boleh kosong.' : `paling sedikit ${String(issue.minimum)}.`
    case 'too_big':
      return issue.origin === 'string'
        ? `paling banyak ${String(issue.maximum)} huruf.`
        : `paling banyak ${String(issue.maximum)}.`
    case 'invalid_format':
      return issue.message
    default:
      return 'tidak dapat dibaca.'
  }
}
