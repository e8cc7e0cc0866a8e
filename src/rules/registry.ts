import { compareFindings, type Finding } from '../base/findings.js';
import { interned, Remembered } from '../base/remembered.js';
import { outcomeOf, type Steps } from '../base/steps.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Agreement } from '../model/types.js';
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
import type { Report, Rule, RuleInput } from './rule.js';
import { mainAgreements } from './support/places.js';
import { judge, silencesIn } from './support/silences.js';

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

/** By rule: what it found in an agreement or a product. */
const FOUND = new Map<Rule, Remembered<readonly Finding[]>>();

const SHARED = new Remembered<object>();
const CLOUD_IDS = new Remembered<string>();

/** Runs the rules over one file. A rule that throws is reported and hides no other. */
export const runRules = (input: Omit<RuleInput, 'silences' | 'codes'>, rules: readonly Rule[] = RULES): RuleOutcome => outcomeOf(ruleSteps(input, rules));

/** As `runRules`, in parts: a step for each rule, and for each agreement or product that one looks at by itself and anew. */
export function* ruleSteps(input: Omit<RuleInput, 'silences' | 'codes'>, rules: readonly Rule[] = RULES): Steps<RuleOutcome> {
  const { partnership } = input;
  const codes = rules.map(({ code }) => code);
  const main = partnership.files.get(partnership.file);
  const found = sortedOnce(yield* run(rules.filter((rule) => !ABOUT_SILENCES.includes(rule)), { ...input, silences: [], codes }));
  const judged = judge(main ? silencesIn(main) : [], partnership, found, new Set(codes));
  const about = yield* run(rules.filter((rule) => ABOUT_SILENCES.includes(rule)), { ...input, silences: judged, codes });
  const all = about.length === 0 ? found : sortedOnce([...found, ...about]);
  const silenced = new Set(judged.flatMap(({ outcome }) => (typeof outcome === 'object' ? [outcome] : [])));
  const findings = silenced.size === 0 ? all : all.filter((finding) => !silenced.has(finding));
  if (all.length <= LIMITS.findings) return { findings, silenced: [...silenced] };
  const limit: Finding = { code: resourceLimit.code, severity: resourceLimit.severity, place: { file: partnership.file, start: 0, end: 0 }, message: `There are more than ${LIMITS.findings.toLocaleString('en-US')} findings; the others are not shown. Mend some of these first.`, related: [] };
  return { findings: sortedOnce([limit, ...findings.slice(0, LIMITS.findings)]), silenced: [...silenced] };
}

function* run(rules: readonly Rule[], input: RuleInput): Steps<readonly Finding[]> {
  const found: Finding[] = [];
  for (const rule of rules) yield* runOne(rule, input, found);
  return found;
}

/** Adds what the rule finds to what others have found. */
function* runOne(rule: Rule, input: RuleInput, found: Finding[]): Steps<void> {
  const { partnership, matrix, documents } = input;
  const finding = (report: Report): Finding => ({ ...report, code: rule.code, severity: report.severity ?? rule.severity });
  let isNew = false;
  const computed = (reports: Iterable<Report>): readonly Finding[] => {
    isNew = true;
    return Array.from(reports, finding);
  };
  const add = (more: readonly Finding[]): void => {
    for (const one of more) found.push(one);
  };
  try {
    if ('check' in rule) {
      for (const report of rule.check(input)) {
        if (report) found.push(finding(report));
        else yield;
      }
      return void (yield);
    }
    const known = FOUND.get(rule) ?? new Remembered<readonly Finding[]>();
    FOUND.set(rule, known);
    const { file, clouds, products, events, facts, readings, asOf } = partnership;
    const cloudIds = CLOUD_IDS.of(clouds, [], () => interned(JSON.stringify([...clouds.keys()])));
    const shared = SHARED.of(products, [file, cloudIds, events, facts, readings, asOf, ...[...documents].flat()], () => ({}));
    const also = rule.alsoReads?.map((section) => partnership[section]) ?? [];
    if ('checkProduct' in rule) {
      for (const product of products.values()) {
        const inputs = [shared, ...also, matrix.clausesOf(product.id), ...besides(product.id, matrix)];
        add(known.of(matrix.key(product.id), inputs, () => computed(rule.checkProduct(product, input))));
        if (isNew) yield;
        isNew = false;
      }
      return;
    }
    for (const agreement of mainAgreements(partnership)) {
      const inputs = [shared, ...also, rightsOver(agreement, matrix), ...rule.turnsOn?.(agreement, input) ?? []];
      add(known.of(agreement, inputs, () => computed(rule.checkAgreement(agreement, input))));
      if (isNew) yield;
      isNew = false;
    }
  } catch (error) {
    found.push({
      code: INTERNAL_ERROR,
      severity: 'error',
      place: { file: partnership.file, start: 0, end: 0 },
      message: `The check \`${rule.code}\` failed, so its findings are not complete: ${error instanceof Error ? error.message : String(error)}. This is a bug in the tools; the other checks are not affected.`,
      related: [],
      payload: { rule: rule.code },
    });
  }
}

const BESIDES = new Remembered<readonly string[]>();

/** The cells of other products that the clauses of a product speak of. */
const besides = (product: string, matrix: Matrix): readonly unknown[] =>
  BESIDES.of(matrix.key(product), [], () => [...new Set(matrix.clausesOf(product).flatMap(({ products }) => [...products]))]).map((other) => matrix.key(other));

/** What other agreements end of this one, and which of its clauses yield, as text. */
function rightsOver({ id, clauses }: Agreement, { precedence: { endings, yieldsTo } }: Matrix): string {
  if (endings.size === 0 && yieldsTo.size === 0) return '';
  return JSON.stringify([id, ...clauses.map((clause) => clause.id)].flatMap((of) => (endings.has(of) || yieldsTo.has(of)
    ? [[of, (endings.get(of) ?? []).map((ending) => [ending.by, ending.kind, ending.from, ending.to, ending.with]), [...yieldsTo.get(of) ?? []]]] : [])));
}

/** Sorted; of equal ones one. */
function sortedOnce(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(compareFindings);
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareFindings(before, finding) !== 0;
  });
}
