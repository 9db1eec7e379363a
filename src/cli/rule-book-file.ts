import { join } from 'node:path'
import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import { RULE_NEEDS } from '../engine/rules/findings'
import { readRuleBook, type RuleBook } from '../engine/rules/rule-book'
import { projectRoot } from '../project-root'
import { textOf } from './instrument-file'
import type { ScoreFaults } from './score-faults'

export const DEFAULT_RULE_BOOK = join(projectRoot, 'seeds', 'rules', 'zi-2026.yaml')

/** Reads a rule book; null, with every fault at its line, when it is not whole and right. */
export async function loadRuleBook(file: string, faults: ScoreFaults): Promise<RuleBook | null> {
  const text = await textOf(file)
  if (text === null) {
    faults.add(1, 'berkas tidak dapat dibaca.')
    return null
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  for (const { pos } of document.errors) faults.add(lines.linePos(pos[0]).line, 'bukan YAML yang sah.')
  if (document.errors.length > 0) return null
  const reading = readRuleBook(document.toJS(), RULE_NEEDS)
  if (reading.ok) return reading.book
  for (const { at, message } of reading.faults)
    faults.add(lineOf(document, lines, at.split('.').filter(Boolean)), `${at || 'berkas'}: ${message}`)
  return null
}

/** The line of what stands at a place, or of the nearest thing around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  return path.length === 0 ? 1 : lineOf(document, lines, path.slice(0, -1))
}
