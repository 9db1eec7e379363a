import { processIo } from './cli/command-io'
import { configFrom } from './config'
import { start } from './start'

Promise.resolve()
  .then(() => start(configFrom(process.env), processIo))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
