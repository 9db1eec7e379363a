const features =
  'accounts|satker|cycles|instruments|assessments|worksheets|evidence|prerequisites|carry-over|attestations|frozen|evaluation|results|reports|guide|installation'
const plumbing = 'web|db|storage|mail|audit|jobs|spreadsheets|imports|access'

/** Who may know whom. The same rules as in docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Data flows one way.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      comment: 'The engine imports nothing outside itself but the exact-number library behind exact.ts.',
      from: { path: '^src/engine/', pathNot: '^src/engine/exact\\.ts$' },
      to: { pathNot: '^src/engine/' },
    },
    {
      name: 'exact-knows-one-library',
      severity: 'error',
      from: { path: '^src/engine/exact\\.ts$' },
      to: { pathNot: '^node_modules/fraction\\.js/' },
    },
    {
      name: 'plumbing-knows-no-feature',
      severity: 'error',
      from: { path: `^src/(${plumbing})/` },
      to: { path: `^src/(${features})/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-do-not-touch-the-database',
      severity: 'error',
      from: { path: '\\.routes\\.ts$' },
      to: {
        path: ['\\.repository\\.ts$', '\\.entity\\.ts$', '^src/db/', '^node_modules/typeorm/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-entities-repositories-and-db-know-typeorm',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.entity\\.ts$', '\\.repository\\.ts$', '^src/db/', '-migration\\.ts$'],
      },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'only-routes-and-web-know-express',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.routes\\.ts$', '^src/web/', '^src/(app|server)\\.ts$', '-limits\\.ts$', '-nav\\.ts$'],
      },
      to: { path: '^node_modules/(express|@types/express)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-feature-uses-another-only-through-its-service',
      severity: 'error',
      from: { path: `^src/(${features})/` },
      to: {
        path: `^src/(${features})/.*\\.(repository|routes|form)\\.ts$`,
        pathNot: '^src/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-depends-on-browser-modules',
      severity: 'error',
      from: { pathNot: '^src/browser/' },
      to: { path: '^src/browser/' },
    },
    {
      name: 'not-to-dev-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'types'] },
  },
}
