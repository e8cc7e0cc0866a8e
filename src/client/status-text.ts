import type { AnalysisSummary } from '../protocol.js';
import { worldsText } from '../protocol-words.js';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** What the status bar says of a file: a short text with an icon, and a sentence. Only a file that is wholly decided is clean. */
export function statusText({ cells, certainConflicts, possibleConflicts, undecided, unknowns, worlds, asOf, lastChange, errors }: AnalysisSummary): { readonly text: string; readonly tooltip: string } {
  if (cells === 0) return { text: '$(table) no cells', tooltip: 'Entente: this file has no product and cloud to look at together.' };
  const facts = [
    ...(certainConflicts > 0 ? [count(certainConflicts, 'conflict')] : []),
    ...(possibleConflicts > 0 ? [certainConflicts > 0 ? `${possibleConflicts} possible` : count(possibleConflicts, 'possible conflict')] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
    ...(errors > 0 ? [count(errors, 'error')] : []),
  ];
  const among = unknowns === 0 ? 'nothing is unknown' : `${unknowns === 1 ? '1 unknown makes' : `${unknowns} unknowns make`} ${worldsText(BigInt(worlds))}`;
  if (facts.length === 0) {
    const where = unknowns === 0 ? '' : ` in ${worldsText(BigInt(worlds))}`;
    return { text: `$(check) no conflicts${where}`, tooltip: `Entente: no cell is in conflict on any day from ${asOf} on${lastChange === null || lastChange <= asOf ? ', and nothing changes after it' : `; the last change is on ${lastChange}`}; ${among}.` };
  }
  const icon = certainConflicts > 0 ? 'error' : possibleConflicts > 0 || errors > 0 ? 'warning' : 'question';
  const parts = [
    `${count(certainConflicts, 'cell')} in conflict for certain`, `${possibleConflicts} in conflict in some worlds`, `${undecided} undecided`,
    ...(errors > 0 ? [`${count(errors, 'error')} in text that could not be read`] : []),
  ];
  return { text: `$(${icon}) ${facts.join(', ')}`, tooltip: `Entente, on the as-of day or later: ${parts.join(', ')}; ${among}.` };
}
