const { readFileSync } = require('node:fs')

/**
 * `N passed, N failed` from the report of jest and its exit code: what fails a run without failing a test, such as a
 * file that does not compile or a route that no test answers, counts as well.
 */
const [report, status] = process.argv.slice(2)
const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
const failed = numFailedTests || numFailedTestSuites || (status === '0' ? 0 : 1)
console.log(`${numPassedTests} passed, ${failed} failed`)
