import type { ChildAnswer } from './fork-task'

interface Errand {
  readonly file: string
  readonly input: unknown
}

const answerOf = async ({ file, input }: Errand): Promise<ChildAnswer> => {
  try {
    const { run } = require(file) as { run: (input: unknown) => Promise<unknown> }
    return { ok: true, output: await run(input) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

process.once('disconnect', () => process.exit(1))
process.once('message', async (errand: Errand) => {
  const answer = await answerOf(errand)
  process.send?.(answer, () => process.exit(0))
})
