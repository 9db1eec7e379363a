import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root'

describe('the last line of a whole run', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'zi-report-'))))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['every test passed', { numFailedTests: 0, numFailedTestSuites: 0 }, 0, '9 passed, 0 failed'],
    ['two tests failed', { numFailedTests: 2, numFailedTestSuites: 1 }, 1, '9 passed, 2 failed'],
    ['a file did not compile', { numFailedTests: 0, numFailedTestSuites: 1 }, 1, '9 passed, 1 failed'],
    ['only a reporter failed it', { numFailedTests: 0, numFailedTestSuites: 0 }, 1, '9 passed, 1 failed'],
  ])('counts as failed what fails it: %s', (_case, failures, status, line) => {
    const report = join(folder, 'report.json')
    writeFileSync(report, JSON.stringify({ numPassedTests: 9, ...failures }))
    const script = join(projectRoot, 'test/architecture/last-line.cjs')
    expect(execFileSync(process.execPath, [script, report, String(status)], { encoding: 'utf8' })).toBe(
      `${line}\n`,
    )
  })
})
