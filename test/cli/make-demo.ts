import { demoCommand } from '../../src/cli/demo.command'

/** The demo made by a process of its own, as people make it: `make-demo.ts FOLDER yes|no`. */
const [folder = '', yes = 'no'] = process.argv.slice(2)
const io = {
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
}
void demoCommand({ yes: yes === 'yes', fresh: false, serve: false }, process.env, io, folder).then(
  code => (process.exitCode = code),
)
