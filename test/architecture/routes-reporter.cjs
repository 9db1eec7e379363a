const { mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

/**
 * Fails a whole run in which a route of the application was never brought to an answer by any test.
 * The tests' house writes what it saw; a run of a part of the tests says nothing.
 */
module.exports = class RoutesReporter {
  constructor(globalConfig) {
    this.whole =
      globalConfig.testPathPatterns.patterns.length === 0 &&
      !globalConfig.testNamePattern &&
      !globalConfig.onlyChanged &&
      !globalConfig.onlyFailures &&
      !globalConfig.shard
    if (this.whole) process.env.ZI_ROUTES_FOLDER = this.folder = mkdtempSync(join(tmpdir(), 'zi-routes-'))
  }

  onRunComplete() {
    if (!this.whole) return
    const lines = readdirSync(this.folder).flatMap(file =>
      readFileSync(join(this.folder, file), 'utf8').split('\n'),
    )
    rmSync(this.folder, { recursive: true, force: true })
    const named = word =>
      new Set(lines.filter(line => line.startsWith(`${word} `)).map(line => line.slice(word.length + 1)))
    const answered = named('answered')
    const missed = [...named('there')].filter(route => !answered.has(route))
    if (missed.length === 0) return
    process.stderr.write(`\nNo test brings these routes to an answer:\n  ${missed.sort().join('\n  ')}\n`)
    this.error = new Error(`${missed.length} routes without a test`)
  }

  getLastError() {
    return this.error
  }
}
