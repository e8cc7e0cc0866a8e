// A mocha reporter for both extension hosts: one line a test, and the totals.
import Mocha from 'mocha';
import { print as printLine } from './support';

const { EVENT_SUITE_BEGIN, EVENT_SUITE_END, EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING } = Mocha.Runner.constants;

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** Prints what the runner does, and counts; failures from hooks count as failed tests. */
export function report(runner: Mocha.Runner): Totals {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  let depth = 0;
  const print = (text: string) => void printLine('  '.repeat(depth) + text);
  runner.on(EVENT_SUITE_BEGIN, (suite) => {
    if (suite.root) return;
    print(suite.title);
    depth += 1;
  });
  runner.on(EVENT_SUITE_END, (suite) => {
    if (!suite.root) depth -= 1;
  });
  runner.on(EVENT_TEST_PASS, (test) => {
    totals.passed += 1;
    print(`✔ ${test.title} (${test.duration ?? 0} ms)`);
  });
  runner.on(EVENT_TEST_PENDING, (test) => {
    totals.skipped += 1;
    print(`- ${test.title} (skipped)`);
  });
  runner.on(EVENT_TEST_FAIL, (test, error) => {
    totals.failed += 1;
    print(`✖ ${test.fullTitle()}`);
    print(indent(error.stack ?? String(error), depth));
    if ('expected' in error || 'actual' in error) {
      print(indent(`expected: ${show(error.expected)}\nactual:   ${show(error.actual)}`, depth));
    }
  });
  return totals;
}

function indent(text: string, depth: number): string {
  return `  ${text.replaceAll('\n', `\n${'  '.repeat(depth + 1)}`)}`;
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
