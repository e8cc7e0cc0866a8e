import { compareFindings, type Finding } from '../base/findings.js';
import { amendedTwice } from './amended-twice.js';
import { badAmount } from './bad-amount.js';
import { badAssumption } from './bad-assumption.js';
import { badCurrency } from './bad-currency.js';
import { badDate } from './bad-date.js';
import { badDuration } from './bad-duration.js';
import { badId } from './bad-id.js';
import { badSilence } from './bad-silence.js';
import { circularOverride } from './circular-override.js';
import { circularSupersession } from './circular-supersession.js';
import { conflict } from './conflict.js';
import { conflictingKeys } from './conflicting-keys.js';
import { contradiction } from './contradiction.js';
import { danglingSupersession } from './dangling-supersession.js';
import { documentNotFound } from './document-not-found.js';
import { duplicateId } from './duplicate-id.js';
import { duplicateKey } from './duplicate-key.js';
import { endBeforeStart } from './end-before-start.js';
import { eventInFuture } from './event-in-future.js';
import { eventOnlyEnd } from './event-only-end.js';
import { exclusivityGap } from './exclusivity-gap.js';
import { failedExpectation } from './failed-expectation.js';
import { firstTwice } from './first-twice.js';
import { hiddenCharacter } from './hidden-character.js';
import { idleReading } from './idle-reading.js';
import { importCycle } from './import-cycle.js';
import { importNotFound } from './import-not-found.js';
import { importOutsideWorkspace } from './import-outside-workspace.js';
import { importWithErrors } from './import-with-errors.js';
import { ineffectiveClause } from './ineffective-clause.js';
import { judgmentNeeded } from './judgment-needed.js';
import { leadWithoutStart } from './lead-without-start.js';
import { leaveAgainstExclusivity } from './leave-against-exclusivity.js';
import { licenseClash } from './license-clash.js';
import { missingKey } from './missing-key.js';
import { noEnd } from './no-end.js';
import { noPrivity } from './no-privity.js';
import { notAMapping } from './not-a-mapping.js';
import { notAParty } from './not-a-party.js';
import { purchaseBarred } from './purchase-barred.js';
import { quoteNotFound } from './quote-not-found.js';
import { readingWithoutChoice } from './reading-without-choice.js';
import { redundantClause } from './redundant-clause.js';
import { resourceLimit } from './resource-limit.js';
import { retroactiveSupersession } from './retroactive-supersession.js';
import { selfSupersession } from './self-supersession.js';
import { severalDocuments } from './several-documents.js';
import { swallowingException } from './swallowing-exception.js';
import { trancheSum } from './tranche-sum.js';
import { undatedSupersession } from './undated-supersession.js';
import { undecidedCell } from './undecided-cell.js';
import { unknownClauseType } from './unknown-clause-type.js';
import { unknownKey } from './unknown-key.js';
import { unknownReference } from './unknown-reference.js';
import { unusedDeclaration } from './unused-declaration.js';
import { unusedSilence } from './unused-silence.js';
import { wrongType } from './wrong-type.js';
import { yamlSyntax } from './yaml-syntax.js';
import { unsupportedVersion } from './unsupported-version.js';
import { LIMITS } from '../syntax/limits.js';
import type { Rule, RuleInput } from './rule.js';
import { judge, type Judged, silencesIn } from './support/silences.js';

/** Every rule: first what reading a file can find, then what its promises amount to. */
export const RULES: readonly Rule[] = [
  yamlSyntax, duplicateKey, resourceLimit, notAMapping, severalDocuments, unsupportedVersion,
  unknownKey, missingKey, wrongType, badDate, badDuration, badAmount,
  badCurrency, badId, conflictingKeys, unknownReference, danglingSupersession, duplicateId,
  importNotFound, importOutsideWorkspace, importWithErrors, importCycle, unknownClauseType, endBeforeStart, notAParty,
  noPrivity, selfSupersession, circularSupersession, circularOverride, undatedSupersession, conflict, contradiction,
  licenseClash, leaveAgainstExclusivity, judgmentNeeded, undecidedCell, trancheSum, purchaseBarred,
  noEnd, eventOnlyEnd, swallowingException, ineffectiveClause, unusedDeclaration, documentNotFound, quoteNotFound,
  failedExpectation, badAssumption, eventInFuture, leadWithoutStart, readingWithoutChoice, idleReading,
  redundantClause, exclusivityGap, retroactiveSupersession, amendedTwice, firstTwice, badSilence, unusedSilence,
  hiddenCharacter,
];

/** These run when the others have found what there is to silence. */
const ABOUT_SILENCES: readonly Rule[] = [badSilence, unusedSilence];

/** The code under which a rule that failed is reported. It has no rule of its own: it is a bug in the tools. */
export const INTERNAL_ERROR = 'internal-error';

export interface RuleOutcome {
  /** Sorted, each once. */
  readonly findings: readonly Finding[];
  /** Those that a comment in the file silences. */
  readonly silenced: readonly Finding[];
}

/** Runs the rules over one file. A rule that throws is reported and hides no other. */
export function runRules(input: Omit<RuleInput, 'silences' | 'codes'>, rules: readonly Rule[] = RULES): RuleOutcome {
  const { partnership } = input;
  const found = new Map<string, Finding>();
  let tooMany = false;
  const add = (finding: Finding): void => {
    const { file, start, end } = finding.place;
    const key = JSON.stringify([finding.code, file, start, end, finding.message]);
    if (found.has(key)) return;
    if (found.size < LIMITS.findings) found.set(key, finding);
    else tooMany = true;
  };
  const codes = rules.map(({ code }) => code);
  const sorted = (): readonly Finding[] => [...found.values()].sort(compareFindings);
  const run = (rule: Rule, silences: readonly Judged[]): void => {
    try {
      for (const report of rule.check({ ...input, silences, codes })) add({ ...report, code: rule.code, severity: report.severity ?? rule.severity });
    } catch (error) {
      add({
        code: INTERNAL_ERROR,
        severity: 'error',
        place: { file: partnership.file, start: 0, end: 0 },
        message: `The check \`${rule.code}\` failed, so its findings are not complete: ${error instanceof Error ? error.message : String(error)}. This is a bug in the tools; the other checks are not affected.`,
        related: [],
        payload: { rule: rule.code },
      });
    }
  };
  for (const rule of rules) if (!ABOUT_SILENCES.includes(rule)) run(rule, []);
  const main = partnership.files.get(partnership.file);
  const judged = judge(main ? silencesIn(main) : [], partnership, sorted(), new Set(codes));
  for (const rule of rules) if (ABOUT_SILENCES.includes(rule)) run(rule, judged);
  if (tooMany) {
    const limit: Finding = { code: resourceLimit.code, severity: resourceLimit.severity, place: { file: partnership.file, start: 0, end: 0 }, message: `There are more than ${LIMITS.findings.toLocaleString('en-US')} findings; the others are not shown. Mend some of these first.`, related: [] };
    found.set(JSON.stringify(limit), limit);
  }
  const silenced = new Set(judged.flatMap(({ outcome }) => (typeof outcome === 'object' ? [outcome] : [])));
  return { findings: sorted().filter((finding) => !silenced.has(finding)), silenced: [...silenced] };
}
