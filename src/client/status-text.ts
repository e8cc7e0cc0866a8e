import type { AnalysisSummary } from '../protocol.js';
import { ENGLISH, type Words, worldsText } from '../protocol-words.js';

/** What the status bar says of a file: a short text with an icon, and a sentence. Only a file that is wholly decided is clean. */
export function statusText(summary: AnalysisSummary, l10n: Words = ENGLISH): { readonly text: string; readonly tooltip: string } {
  const { cells, certainConflicts, possibleConflicts, undecided, unknowns, worlds, asOf, lastChange, errors } = summary;
  if (cells === 0) return { text: l10n.t('$(table) no cells'), tooltip: l10n.t('Entente: this file has no product and cloud to look at together.') };
  const errorsText = errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors);
  const facts = [
    ...(certainConflicts > 0 ? [certainConflicts === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', certainConflicts)] : []),
    ...(possibleConflicts === 0 ? [] : [certainConflicts > 0 ? l10n.t('{0} possible', possibleConflicts) : possibleConflicts === 1 ? l10n.t('1 possible conflict') : l10n.t('{0} possible conflicts', possibleConflicts)]),
    ...(undecided > 0 ? [l10n.t('{0} undecided', undecided)] : []),
    ...(errors > 0 ? [errorsText] : []),
  ];
  const inWorlds = worldsText(BigInt(worlds), l10n);
  const among = unknowns === 0 ? l10n.t('nothing is unknown') : unknowns === 1 ? l10n.t('1 unknown makes {0}', inWorlds) : l10n.t('{0} unknowns make {1}', unknowns, inWorlds);
  if (facts.length === 0) {
    return {
      text: unknowns === 0 ? l10n.t('$(check) no conflicts') : l10n.t('$(check) no conflicts in {0}', inWorlds),
      tooltip: lastChange === null || lastChange <= asOf ? l10n.t('Entente: no cell is in conflict on any day from {0} on, and nothing changes after it; {1}.', asOf, among)
        : l10n.t('Entente: no cell is in conflict on any day from {0} on; the last change is on {1}; {2}.', asOf, lastChange, among),
    };
  }
  const icon = certainConflicts > 0 ? 'error' : possibleConflicts > 0 || errors > 0 ? 'warning' : 'question';
  const parts = [
    certainConflicts === 1 ? l10n.t('1 cell in conflict for certain') : l10n.t('{0} cells in conflict for certain', certainConflicts),
    l10n.t('{0} in conflict in some worlds', possibleConflicts), l10n.t('{0} undecided', undecided),
    ...(errors > 0 ? [l10n.t('{0} in text that could not be read', errorsText)] : []),
  ];
  return { text: `$(${icon}) ${facts.join(', ')}`, tooltip: l10n.t('Entente, on the as-of day or later: {0}; {1}.', parts.join(', '), among) };
}
