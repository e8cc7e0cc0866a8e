// The few assertions that the tests inside VS Code need: Node's module does not exist in the web-worker extension host.

function fail(message: string | undefined, what: string): never {
  throw new Error(message === undefined ? what : `${message}: ${what}`);
}

const shown = (value: unknown): string => JSON.stringify(value, undefined, 1) ?? String(value);

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, `${String(value)} is not truthy`);
}

function equal<T>(actual: T, expected: T, message?: string): void {
  if (!Object.is(actual, expected)) fail(message, `${String(actual)} is not ${String(expected)}`);
}

/** Compares JSON, key order included. */
function deepEqual<T>(actual: T, expected: T, message?: string): void {
  if (shown(actual) !== shown(expected)) fail(message, `actual ${shown(actual)}\nexpected ${shown(expected)}`);
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message, `${shown(text)} does not match ${pattern}`);
}

export const assert: { ok: typeof ok; equal: typeof equal; deepEqual: typeof deepEqual; match: typeof match } = { ok, equal, deepEqual, match };
