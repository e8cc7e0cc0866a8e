// The tests of what the language means, in one process: the quick ones first. `npm run mutation` runs them once for each change of the code.
import { afterEach } from 'node:test';
import '../matrix/worked-example.test.js';
import '../rules/conflict.test.js';
import '../rules/in-time.test.js';
import '../rules/examples.test.js';
import '../rules/imports.test.js';
import '../rules/whole-agreement.test.js';
import '../rules/expectation.test.js';
import '../rules/silences.test.js';
import '../rules/fixes.test.js';
import '../rules/declare-fix.test.js';
import '../service/golden.test.js';
import '../service/ways.test.js';
import '../service/why-not.test.js';
import '../service/explain.test.js';
import '../service/coverage.test.js';
import '../matrix/implied.test.js';
import '../matrix/days.test.js';
import '../matrix/witness.test.js';
import '../matrix/oracle.test.js';
import '../matrix/pairs.test.js';
import '../service/incremental.test.js';

// What a test has found is written before the next one begins: who waits for the first failure need not wait for the others.
afterEach(() => new Promise<void>((next) => void setImmediate(next)));
