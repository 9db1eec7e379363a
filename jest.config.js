/**
 * Suites as projects: `unit` and `routes` always run; `postgres` (the routes and database tests again, on
 * PostgreSQL) needs TEST_POSTGRES_URL, `journeys` (a real browser) needs TEST_BROWSER. What is left out is said.
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: false },
      target: 'es2023',
    },
    module: { type: 'commonjs' },
  },
]
/** Packages that ship ES modules only. */
const esm = ['file-type', 'token-types', 'strtok3', '@tokenizer', 'uint8array-extras', '@borewit']

const project = (displayName, parts) => ({
  displayName,
  testEnvironment: 'node',
  transform: { '^.+\\.[tj]s$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  // file-type names itself for ES modules alone; Node can require it, jest's resolver needs the file.
  moduleNameMapper: { '^file-type$': '<rootDir>/node_modules/file-type/index.js' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFilesAfterEnv: ['<rootDir>/test/support/no-console-error.ts'],
  ...parts,
})

const routes = ['<rootDir>/test/**/*.routes.test.ts', '<rootDir>/test/db/*.test.ts']

const projects = [
  project('unit', {
    testMatch: ['<rootDir>/test/**/*.test.ts'],
    testPathIgnorePatterns: [
      '\\.routes\\.test\\.ts$',
      '/test/db/',
      '\\.journey\\.test\\.ts$',
      '/node_modules/',
    ],
  }),
  project('routes', { testMatch: routes }),
]
const left = []

if (process.env.TEST_POSTGRES_URL) {
  projects.push(
    project('postgres', {
      testMatch: routes,
      // What counts statements and routes says the same of either database.
      testPathIgnorePatterns: ['/test/architecture/', '/node_modules/'],
      setupFiles: ['<rootDir>/test/support/on-postgres.ts'],
    }),
  )
} else left.push('postgres: set TEST_POSTGRES_URL to an empty database')

if (process.env.TEST_BROWSER) {
  projects.push(project('journeys', { testMatch: ['<rootDir>/test/journeys/*.journey.test.ts'] }))
} else left.push('journeys: set TEST_BROWSER to a Chromium')

if (left.length > 0) process.stderr.write(`Not run: ${left.join('; ')}.\n`)

module.exports = {
  projects,
  testTimeout: 30_000,
  // Modules of finished test files stay in a worker's memory; a new worker is cheaper than its collecting them.
  workerIdleMemoryLimit: '800MB',
  // The second fails a whole run that leaves a route of the application without a test.
  reporters: ['default', '<rootDir>/test/architecture/routes-reporter.cjs'],
}
