import { serve } from './server'
import { configFrom } from './config'

serve(configFrom(process.env)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
