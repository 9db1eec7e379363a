import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { scoreCommand } from '../../src/cli/score.command'
import { projectRoot } from '../../src/project-root'

const FOLDER = join(projectRoot, 'test/golden/scoring')
const examples = readdirSync(FOLDER)
  .filter(file => file.endsWith('.input.json'))
  .map(file => file.replace('.input.json', ''))
  .sort()

const number = z.number()
const sections = z
  .record(z.string(), z.strictObject({ score: number, weight: number, percent: number }))
  .refine(all => ['total', 'A', 'A.1', 'A.6', 'A.I.1', 'A.I.1.i', 'B.II.i'].every(code => code in all))
const gate = z.strictObject({
  section: z.string(),
  minimum: number,
  score: number,
  distance: number,
  passes: z.boolean(),
})
const answer = z.union([z.string(), number])
const step = z.strictObject({
  question: z.string(),
  from: answer.nullable(),
  to: answer,
  gain: number,
  // Additions of ours to the form: docs/decisions/0004.
  stages: z.array(z.string()).min(1).optional(),
  nature: z.string().optional(),
  external: z.literal(true).optional(),
})
const perPredicate = <T extends z.ZodType>(each: T) => z.strictObject({ WBK: each, WBBM: each })
const gates = perPredicate(z.array(gate))
const missing = perPredicate(z.strictObject({ steps: z.array(step), unreachable: z.array(z.string()) }))
const form = z.strictObject({
  instrument: z.string(),
  total: number,
  answered: number,
  questions: number,
  sections,
  gates,
  predicates: z.array(z.enum(['WBK', 'WBBM'])),
  substantiated: z.strictObject({ total: number, sections, gates, missing }),
  spreadsheet: z.strictObject({ total: number }),
  flags: z.array(z.strictObject({ question: z.string(), kind: z.string() })),
  contradictions: z.array(z.strictObject({ question: z.string() })),
  missing,
})

describe('whole worked examples', () => {
  it('are those that were checked by an independent computation', () => {
    expect(examples).toEqual(['best', 'contradictions', 'document-only', 'empty', 'mixed', 'mixed-reviewed'])
  })

  it.each(examples)('%s is scored to the last digit', async name => {
    const written: string[] = []
    const io = {
      stdout: (text: string) => void written.push(text),
      stderr: (text: string) => void written.push(text),
    }
    expect(await scoreCommand(join(FOLDER, `${name}.input.json`), io)).toBe(0)
    const golden: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}.output.json`), 'utf8'))
    expect(JSON.parse(written.join(''))).toEqual(golden)
  })

  it.each(examples)('%s has the keys of the written form, and only steps have more', name => {
    const golden: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}.output.json`), 'utf8'))
    expect(form.safeParse(golden).error?.issues).toBeUndefined()
  })
})
