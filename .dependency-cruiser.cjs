const features =
  'accounts|satker|cycles|instruments|assessments|worksheets|evidence|prerequisites|carry-over|attestations|frozen|evaluation|calibration|results|notes|messages|reports|guide|installation|roster|registers|findings|rule-books|activities|action-plan|inputs|surveys|performance|agreements|innovations|profile'
const plumbing = 'web|db|storage|mail|audit|jobs|spreadsheets|imports|access|schedule'

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
      name: 'only-repositories-know-the-rows',
      severity: 'error',
      comment: 'Whoever imports an entity as a value can write its rows; everybody else may name its type.',
      from: {
        path: '^src/',
        pathNot: ['\\.entity\\.ts$', '\\.repository\\.ts$', '^src/entities\\.ts$', '^src/web/sessions/'],
      },
      to: { path: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-feature-writes-only-its-own-rows',
      severity: 'error',
      comment:
        'Two repositories write in bulk across features, as one intention each: opening a cycle makes assessments with their worksheets, a copy from the last cycle brings answers with their evidence.',
      from: {
        path: `^src/(${features})/`,
        pathNot: [
          '\\.entity\\.ts$',
          '^src/cycles/openings\\.repository\\.ts$',
          '^src/carry-over/carry-over\\.repository\\.ts$',
        ],
      },
      to: {
        path: `^src/(${features})/.*\\.entity\\.ts$`,
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
      name: 'browser-modules-know-of-the-server-its-json-alone',
      severity: 'error',
      from: { path: '^src/browser/' },
      to: { pathNot: ['^src/browser/', '-json\\.d\\.ts$'] },
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
