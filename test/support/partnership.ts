import { parseDate } from '../../src/base/dates.js';
import { matrixOf } from '../../src/matrix/build.js';
import type { Matrix } from '../../src/matrix/matrix.js';
import { resolve } from '../../src/model/resolve.js';
import { parse } from '../../src/syntax/parse.js';

export const FILE = 'file:///deals/main.entente.yaml';

/** The matrix of one text, today being 2026-06-01. */
export function matrixFrom(text: string): Matrix {
  return matrixOf(resolve({ file: FILE, workspace: 'file:///deals', treeOf: (uri) => (uri === FILE ? parse(text) : null), today: parseDate('2026-06-01')!.first }));
}
