/** Where a command speaks: results on stdout, faults and advice on stderr. */
export interface CommandIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

export const processIo: CommandIo = {
  stdout: text => void process.stdout.write(text),
  stderr: text => void process.stderr.write(text),
}

/** Exit codes: 0 done, 1 could not be done, 2 the given file or option is not of the right form. */
export const EXIT = { done: 0, failed: 1, malformed: 2 } as const
