import { type Day, FOREVER } from '../base/dates.js';
import type { Finding } from '../base/findings.js';
import type { Role } from '../clauses/clause-type.js';
import { ID } from '../grammar/read.js';
import { plays } from '../matrix/given.js';
import type { Precedence } from '../matrix/precedence.js';
import type { Clause, Partnership } from '../model/types.js';
import { quoted } from '../rules/support/names.js';
import { latestEnd } from '../rules/support/terms.js';
import type { Analysis } from './analysis.js';
import type { FileEdits } from './code-actions.js';
import { amendment, editsOf, ids, inAgreement, inClause, prevail, TITLES, type Write } from './precedence-edits.js';

/** Clauses that do not go together, and where. */
export interface Clash {
  readonly clauses: readonly Clause[];
  readonly opposed: (a: Clause, b: Clause) => boolean;
  /** False where one clause contributes to no cell, so that nothing can yield to it. */
  readonly overrides: boolean;
  readonly cells: readonly { readonly product: string; readonly cloud: string }[];
  /** First day without the clash; FOREVER where none is known. */
  readonly until: Day;
  /** The status that the cells are to lose. */
  readonly status: string;
}

/** An edit of precedence that may clear a clash: allowed by privity, not tried yet. */
export interface Candidate {
  readonly title: string;
  readonly edits: readonly FileEdits[];
  /** The clauses that lose something. */
  readonly losers: readonly Clause[];
  /** Candidates that differ only in which rivals they name share this. */
  readonly family: string;
  /** It names several rivals; not needed where one of its family that names one is enough. */
  readonly several: boolean;
}

/** Whether an edit of precedence may clear the finding. */
export const isClash = ({ code }: Finding): boolean => ['conflict', 'leave-against-exclusivity', 'license-clash', 'purchase-barred'].includes(code);

/** The clash that a finding speaks of; undefined for findings that are no clash. */
export function clashOf({ partnership, matrix }: Analysis, { code, payload }: Finding): Clash | undefined {
  const { clauses: known } = partnership;
  const read = payload as { clauses?: readonly string[]; leave?: string; exclusivity?: string; clause?: string; barring?: readonly string[]; products?: readonly string[]; cloud?: string; days?: { to: Day } } | undefined;
  const named = (ids: readonly (string | undefined)[]): readonly Clause[] => ids.map((id) => known.get(id ?? '')).filter((clause) => clause !== undefined);
  switch (code) {
    case 'conflict':
    case 'leave-against-exclusivity': {
      const clauses = named(read?.clauses ?? [read?.leave, read?.exclusivity]);
      const whole = code === 'conflict';
      const found = matrix.clashes().filter((clash) => clauses.every(({ id }) => clash.clauses.includes(id)) && (!whole || clash.clauses.length === clauses.length));
      const clouds = new Set(found.map(({ cloud }) => cloud));
      return {
        clauses, cells: found, until: Math.max(...found.map(({ to }) => to)), overrides: true, status: 'conflict',
        opposed: (a, b) => [...clouds].some((cloud) => opposedOn(partnership, a, b, cloud) || opposedOn(partnership, b, a, cloud)),
      };
    }
    case 'license-clash':
      return { clauses: named(read?.clauses ?? []), opposed: () => true, overrides: true, cells: [], until: FOREVER, status: 'conflict' };
    case 'purchase-barred': {
      const barring = named(read?.barring ?? []);
      return {
        clauses: [...named([read?.clause]), ...barring], opposed: (a, b) => barring.includes(a) !== barring.includes(b), overrides: false,
        cells: (read?.products ?? []).map((product) => ({ product, cloud: read?.cloud ?? '' })), until: read?.days?.to ?? FOREVER, status: 'barred',
      };
    }
    default: return undefined;
  }
}

/** Whether `a` bars what `b` claims, or permits although its promise goes the other way. */
function opposedOn(partnership: Partnership, a: Clause, b: Clause, cloud: string): boolean {
  const has = (clause: Clause, role: Role): boolean => plays(partnership, clause, role, cloud);
  return has(a, 'bar') && (has(b, 'claim') || (has(b, 'leave') && b.by === a.to));
}

/** Every edit worth trying, each once; those that name one rival come first. */
export function candidatesFor({ partnership, matrix }: Analysis, clash: Clash): readonly Candidate[] {
  if (!clash.clauses.every(({ agreement, local }) => ID.test(agreement) && ID.test(local))) return [];
  const drafts = [...(clash.overrides ? overrides(partnership, matrix.precedence, clash) : []), ...endings(partnership, clash)];
  return drafts
    .flatMap(({ writes, ...draft }): Candidate[] => {
      const edits = editsOf(partnership, writes);
      return edits ? [{ ...draft, edits }] : [];
    })
    .sort((a, b) => Number(a.several) - Number(b.several));
}

interface Draft extends Omit<Candidate, 'edits'> {
  readonly writes: readonly Write[];
}

const rivalsOf = (clause: Clause, { clauses, opposed }: Clash): readonly Clause[] => clauses.filter((other) => other !== clause && opposed(clause, other));

/** Each rival of a clause alone, and all of them where there are several. */
function rivalGroups(clause: Clause, clash: Clash): readonly (readonly Clause[])[] {
  const rivals = rivalsOf(clause, clash);
  return rivals.length > 1 ? [...rivals.map((rival) => [rival]), rivals] : rivals.map((rival) => [rival]);
}

/** One side yields: written where the holder of what yields is a party (language, section 14). */
function* overrides({ agreements }: Partnership, { yieldsTo }: Precedence, clash: Clash): Iterable<Draft> {
  const yields = (clause: Clause, to: Clause): boolean => yieldsTo.get(clause.id)?.has(to.id) ?? false;
  const mayYieldIn = (clause: Clause, agreement: string): boolean => agreements.get(agreement)?.parties.has(clause.to) ?? false;
  for (const clause of clash.clauses) {
    const rivals = rivalsOf(clause, clash);
    for (const group of rivalGroups(clause, clash)) {
      const several = group.length > 1;
      if (mayYieldIn(clause, clause.agreement) && !group.some((rival) => yields(clause, rival))) {
        yield {
          title: TITLES.subject(clause, group), losers: [clause],
          family: `${clause.id} subject-to`, several, writes: [inClause(clause, 'subject-to', group)],
        };
      }
      // In one agreement `subject-to` says the same.
      if (group.every((rival) => mayYieldIn(rival, clause.agreement) && rival.agreement !== clause.agreement && !yields(rival, clause))) {
        yield {
          title: TITLES.notwithstanding(clause, group), losers: group,
          family: `${clause.id} notwithstanding`, several, writes: [inClause(clause, 'notwithstanding', group)],
        };
      }
    }
    if (rivals.length > 1 && rivals.every((rival) => mayYieldIn(rival, rival.agreement) && !yields(rival, clause))) {
      yield {
        title: `Make ${quoted(ids(rivals))} subject to \`${clause.id}\`: ${prevail([clause])}`, losers: rivals,
        family: `all subject-to ${clause.id}`, several: true, writes: rivals.map((rival) => inClause(rival, 'subject-to', [clause])),
      };
    }
  }
}

/** The agreement of one side ends or suspends the other: a later one, that the holder of what ends has signed. */
function* endings({ agreements, events }: Partnership, clash: Clash): Iterable<Draft> {
  const seen = new Set<string>();
  const isNew = (key: string): boolean => !seen.has(key) && Boolean(seen.add(key));
  const { until } = clash;
  for (const clause of clash.clauses) {
    const agreement = agreements.get(clause.agreement);
    if (!agreement || !Number.isFinite(agreement.start)) continue;
    const { id, start, parties } = agreement;
    for (const targets of rivalGroups(clause, clash)) {
      const allowed = targets.every((target) => target.agreement !== id && parties.has(target.to) && (agreements.get(target.agreement)?.start ?? FOREVER) < start);
      if (!allowed || !isNew(`${id} ${ids(targets).join(' ')}`)) continue;
      const several = targets.length > 1;
      const amends = (suspended?: Day): readonly Write[] => [inAgreement(agreement, 'amends', targets.map((target) => amendment(target.id, suspended)))];
      if (start < until && until < FOREVER && targets.some((target) => until < latestEnd(target.end, events))) {
        yield {
          title: TITLES.suspend(id, targets, until),
          losers: targets, family: `${id} suspend`, several, writes: amends(until),
        };
      }
      yield { title: TITLES.end(agreement, targets), losers: targets, family: `${id} end`, several, writes: amends() };
      const [old, ...others] = new Set(targets.map((target) => target.agreement));
      const losers = agreements.get(old ?? '')?.clauses ?? [];
      if (old === undefined || others.length > 0 || !losers.every(({ to }) => parties.has(to)) || !isNew(`${id} ${old}`)) continue;
      yield {
        title: TITLES.supersede(agreement, old, losers.length),
        losers, family: `${id} supersedes`, several: false, writes: [inAgreement(agreement, 'supersedes', [old])],
      };
    }
  }
}
