import { groundsOf, type Finding } from '../engine/rules/finding'
import type { Findings } from '../engine/rules/findings'
import type { Readiness } from '../engine/rules/readiness'

export const FINDING_FAMILIES = ['pitfall', 'contradiction', 'recommendation', 'key', 'factor'] as const
export type FindingFamily = (typeof FINDING_FAMILIES)[number]

/** What the rules said of an assessment on one day, as it is kept: plain values that never change. */
export interface FindingDocument {
  /** The version of the thresholds it was read with. */
  readonly book: { readonly id: string; readonly code: string; readonly version: number }
  readonly day: string
  readonly findings: Findings
  readonly readiness: Readiness
}

/** A finding with its family and what it was judged on. */
export interface KeptFinding extends Finding<string> {
  readonly family: FindingFamily
  /** The same text means that nothing it was judged on changed. */
  readonly grounds: string
}

const FAMILY_OF: Readonly<Record<keyof Findings, FindingFamily>> = {
  pitfalls: 'pitfall',
  contradictions: 'contradiction',
  recommendations: 'recommendation',
  keys: 'key',
  factors: 'factor',
}

/** All findings in one list, in the order of the families and their rules. */
export const keptFindings = (findings: Findings): KeptFinding[] =>
  (Object.keys(FAMILY_OF) as (keyof Findings)[]).flatMap(name =>
    findings[name].map((finding): KeptFinding => ({
      ...finding,
      family: FAMILY_OF[name],
      grounds: groundsOf(finding),
    })),
  )
