// `npm run mutation`: which changes of the code the tests of its meaning notice. `-- --mutate src/matrix/evaluate.ts` for one file.
// A twentieth of the cases of each property, the same for every change.
process.env.ENTENTE_SHARE ??= '0.05';
process.env.ENTENTE_SEED ??= '1';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner'],
  buildCommand: 'node esbuild.mjs --tests',
  tap: {
    testFiles: ['.build/test/support/meaning.js'],
    nodeArgs: ['-r', '{{hookFile}}', '--import', './.build/test/support/seed.js', '--test-reporter=tap', '{{testFile}}'],
  },
  mutate: ['src/matrix/**/*.ts', 'src/model/**/*.ts', 'src/rules/**/*.ts'],
  // Words are no meaning: those of findings and explanations are compared as whole pages by other tests, and names of kinds by the type checker.
  mutator: { excludedMutations: ['StringLiteral'] },
  // Its own look at the configuration asks for a library that this version of TypeScript does not have.
  tsconfigFile: 'none.json',
  coverageAnalysis: 'perTest',
  timeoutMS: 10_000,
  timeoutFactor: 1.5,
  ignorePatterns: ['dist', '.build', '.vscode-test', 'test-results', 'bench/tmp'],
  incremental: true,
  incrementalFile: 'test-results/mutation.json',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
  tempDirName: '.stryker-tmp',
  cleanTempDir: 'always',
};
