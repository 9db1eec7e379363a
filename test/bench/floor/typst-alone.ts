import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypstReportInput } from '../../../src/jobs/tasks/typst-report'

/** The floor of the report: a forked process that compiles the same template with the same data, and nothing else. */
process.once('message', (input: TypstReportInput) => {
  const compiler = NodeCompiler.create({
    workspace: dirname(input.template),
    fontArgs: [{ fontPaths: [input.fonts] }],
  })
  const compiled = compiler.compile({
    mainFilePath: input.template,
    inputs: { report: JSON.stringify(input.data), ...input.drawings },
  })
  if (!compiled.result) throw new Error('Typst compiled nothing.')
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: input.madeAt })
  process.send?.(new Uint8Array(pdf), () => process.exit(0))
})
