import { createHash } from 'node:crypto'
import { parseDocument } from 'yaml'
import { RULE_NEEDS } from '../engine/rules/findings'
import { readRuleBook, type RuleBook, type RuleBookFault } from '../engine/rules/rule-book'
import { tooHeavy } from '../instruments/yaml-weight'
import { isReadable } from '../readable-text'

const MAX_CHARACTERS = 200_000

export type LoadedRuleBook =
  | { readonly ok: true; readonly book: RuleBook; readonly checksum: string }
  | { readonly ok: false; readonly faults: readonly RuleBookFault[] }

/** Reads thresholds from YAML text: whole and right, or refused with every fault named by its place. */
export function loadRuleBookYaml(text: string): LoadedRuleBook {
  if (text.length > MAX_CHARACTERS) return refused('Berkas aturan melebihi 200 ribu karakter.')
  if (!isReadable(text)) return refused('Teks memuat karakter yang tidak dapat disimpan.')
  if (tooHeavy(text)) return refused('Berkas aturan berisi terlalu banyak butir.')
  const document = parseDocument(text, { prettyErrors: false, merge: false })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem) return refused(`YAML tidak sah: ${problem.message}`)
  let given: unknown
  try {
    given = document.toJS({ maxAliasCount: 0 })
  } catch {
    return refused('Alias YAML tidak dipakai di buku aturan.')
  }
  const reading = readRuleBook(given, RULE_NEEDS)
  return reading.ok
    ? { ok: true, book: reading.book, checksum: createHash('sha256').update(text).digest('hex') }
    : reading
}

const refused = (message: string): LoadedRuleBook => ({ ok: false, faults: [{ at: '', message }] })
