import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoreCommand } from '../../src/cli/score.command'
import { projectRoot } from '../../src/project-root'

const FOLDER = join(projectRoot, 'test/golden/scoring')
const examples = readdirSync(FOLDER)
  .filter(file => file.endsWith('.input.json'))
  .map(file => file.replace('.input.json', ''))
  .sort()

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
})
