import type { Analysis } from '../../src/service/analysis.js';

/** Maps and sets as lists, so that nothing is left out. */
const replacer = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value instanceof Set ? [...value as Set<unknown>]
  : typeof value === 'object' && value !== null && 'forEach' in value && 'size' in value ? [...value as Map<unknown, unknown>] : value);

/** Everything an analysis says, as text. */
export function said({ partnership, matrix, findings, silenced }: Analysis): string {
  const { files, references, literals, problems, ...rest } = partnership;
  const sorted = (list: readonly unknown[]): readonly string[] => list.map((item) => JSON.stringify(item, replacer)).sort();
  return JSON.stringify({
    findings, silenced, rest, files: [...files.keys()], references: sorted(references), literals: sorted(literals), problems: sorted(problems),
    precedence: matrix.precedence, clashes: matrix.clashes(), changes: matrix.changes(), events: matrix.eventChanges(),
    cells: [...partnership.products.keys()].map((product) => [...partnership.clouds.keys()].map((cloud) => matrix.timeline(product, cloud))),
    undecided: [...partnership.products.keys()].map((product) => matrix.undecided(product)),
    implied: [...partnership.clauses.keys()].map((id) => matrix.impliedBy(id)),
  }, replacer, 1);
}

/** What the cells are on every day, and of which codes there are findings, whatever the order in which a file says things: it decides beside which of two clauses of one day a finding stands, and so how many there are. */
export function meant({ partnership, matrix, findings }: Analysis): unknown {
  const ids = (declared: ReadonlyMap<string, unknown>): readonly string[] => [...declared.keys()].sort();
  const sets = (when: readonly object[]): readonly string[] => when.map((set) => JSON.stringify(Object.entries(set).sort())).sort();
  return {
    findings: [...new Set(findings.map(({ code }) => code))].sort(),
    cells: ids(partnership.products).flatMap((product) => ids(partnership.clouds).map((cloud) => [product, cloud, matrix.timeline(product, cloud).map(({ from, to, cell }) => ({
      from, to, status: cell.status, certain: cell.certain, because: [...cell.because].sort(), possible: cell.possible.map(({ status, when }) => [status, sets(when)]).sort(),
    }))])),
  };
}
