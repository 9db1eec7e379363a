import type { CommandIo } from '../../src/cli/command-io'

/** A place to speak to that remembers what it heard. */
export interface HeardIo extends CommandIo {
  readonly text: string
  readonly errors: string
}

export function heard(): HeardIo {
  const said = { text: '', errors: '' }
  return {
    get text() {
      return said.text
    },
    get errors() {
      return said.errors
    },
    stdout: text => void (said.text += text),
    stderr: text => void (said.errors += text),
  }
}
