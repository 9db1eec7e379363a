const swc = ['@swc/jest', { jsc: { parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: false }, target: 'es2023' }, module: { type: 'commonjs' } }]
/** Packages that ship ES modules only. */
const esm = ['file-type', 'token-types', 'strtok3', '@tokenizer', 'uint8array-extras', '@borewit']
const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.[tj]s$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  // file-type names itself for ES modules alone; Node can require it, jest's resolver needs the file.
  moduleNameMapper: { '^file-type$': '<rootDir>/node_modules/file-type/index.js' },
  setupFilesAfterEnv: ['<rootDir>/test/support/no-console-error.ts'],
}
const unit = { ...shared, displayName: 'unit', testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['\\.(routes|journey)\\.test\\.ts$', '/node_modules/'] }
const routes = { ...shared, displayName: 'routes', testMatch: ['<rootDir>/test/**/*.routes.test.ts'] }
module.exports = { projects: [unit, routes] }
