import { demoCommand } from '../../src/cli/demo.command'

/** The demo made by a process of its own, as people make it, for a given day: `make-demo.ts FOLDER yes|no DAY`. */
const [folder = '', yes = 'no', day = ''] = process.argv.slice(2)
const io = {
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
}
void demoCommand(
  { yes: yes === 'yes', fresh: false, serve: false, today: new Date(day) },
  process.env,
  io,
  folder,
).then(code => (process.exitCode = code))
