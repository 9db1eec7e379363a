import { createRequire } from 'node:module'
import type { ChildAnswer } from './fork-task'

interface Errand {
  readonly file: string
  readonly input: unknown
}

const load = createRequire(__filename)

const answerOf = async ({ file, input }: Errand): Promise<ChildAnswer> => {
  try {
    const { run } = load(file) as { run: (input: unknown) => Promise<unknown> }
    return { ok: true, output: await run(input) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

process.once('disconnect', () => process.exit(1))
process.once('message', (errand: Errand) => {
  void answerOf(errand).then(answer => process.send?.(answer, () => process.exit(0)))
})
