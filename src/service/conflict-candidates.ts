import { type Day, FOREVER, formatDay } from '../base/dates.js';
import type { Finding } from '../base/findings.js';
import { clauseShape } from '../clauses/registry.js';
import { ID } from '../grammar/read.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { Agreement, Clause, Partnership } from '../model/types.js';
import { addToList } from '../rules/support/edits.js';
import { quoted } from '../rules/support/names.js';
import { agreementPath, clausePath, nodeAt } from '../rules/support/places.js';
import { latestEnd } from '../rules/support/terms.js';
import type { Analysis } from './analysis.js';
import type { FileEdits } from './code-actions.js';

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
function opposedOn({ clouds }: Partnership, a: Clause, b: Clause, cloud: string): boolean {
  const all = new Set(clouds.keys());
  const has = (clause: Clause, role: string): boolean => clause.type.contributions(clause, all).some((contribution) => contribution.role === role && contribution.clouds.has(cloud));
  return has(a, 'bar') && (has(b, 'claim') || (has(b, 'leave') && b.by === a.to));
}

/** Every edit worth trying, each once; those that name one rival come first. */
export function candidatesFor({ partnership, matrix }: Analysis, clash: Clash): readonly Candidate[] {
  const { agreements } = partnership;
  if (!clash.clauses.every(({ agreement, local }) => ID.test(agreement) && ID.test(local))) return [];
  const found: Candidate[] = [];
  const of = ({ agreement }: Clause): Agreement | undefined => agreements.get(agreement);
  const add = (title: string, losers: readonly Clause[], family: string, several: boolean, writes: readonly Write[]): void => {
    const edits = editsOf(partnership, writes);
    if (edits) found.push({ title, losers, family, several, edits });
  };
  const rivals = (clause: Clause): readonly Clause[] => clash.clauses.filter((other) => other !== clause && clash.opposed(clause, other));
  const groups = (clause: Clause): readonly (readonly Clause[])[] => {
    const all = rivals(clause);
    return all.length > 1 ? [...all.map((one) => [one]), all] : all.length === 1 ? [all] : [];
  };

  for (const clause of clash.overrides ? clash.clauses : []) {
    for (const winners of groups(clause)) {
      if (!of(clause)?.parties.has(clause.to) || winners.some(({ id }) => matrix.precedence.yieldsTo.get(clause.id)?.has(id))) continue;
      add(`Make \`${clause.id}\` subject to ${quoted(ids(winners))}: ${prevail(winners)}`, [clause], `${clause.id} subject-to`, winners.length > 1, [inClause(clause, 'subject-to', winners)]);
    }
    for (const losers of groups(clause)) {
      // In one agreement `subject-to` says the same.
      if (losers.some((loser) => !of(clause)?.parties.has(loser.to) || loser.agreement === clause.agreement || matrix.precedence.yieldsTo.get(loser.id)?.has(clause.id))) continue;
      add(`Let \`${clause.id}\` apply notwithstanding ${quoted(ids(losers))}: ${prevail([clause])}`, losers, `${clause.id} notwithstanding`, losers.length > 1, [inClause(clause, 'notwithstanding', losers)]);
    }
    const others = rivals(clause);
    if (others.length > 1 && others.every((other) => of(other)?.parties.has(other.to))) {
      add(`Make ${quoted(ids(others))} subject to \`${clause.id}\`: ${prevail([clause])}`, others, clause.id, true, others.map((other) => inClause(other, 'subject-to', [clause])));
    }
  }
  const ended = new Set<string>();
  for (const clause of clash.clauses) {
    const agreement = of(clause);
    if (!agreement || !Number.isFinite(agreement.start)) continue;
    const day = formatDay(agreement.start);
    for (const targets of groups(clause)) {
      const key = `${agreement.id} ${ids(targets).join(' ')}`;
      const later = targets.every((target) => target.agreement !== agreement.id && agreement.parties.has(target.to) && (of(target)?.start ?? FOREVER) < agreement.start);
      if (!later || ended.has(key)) continue;
      ended.add(key);
      const several = targets.length > 1;
      const amends = (effect: string): readonly Write[] => [inAgreement(agreement, 'amends', targets.map(({ id }) => `{ target: ${id}, effect: ${effect} }`))];
      const { until } = clash;
      if (agreement.start < until && until < FOREVER && targets.some((target) => until < latestEnd(target.end, partnership.events))) {
        add(`Let \`${agreement.id}\` suspend ${quoted(ids(targets))} until ${formatDay(until)}: from that day on ${targets.length === 1 ? 'it counts' : 'they count'} again`, targets, `${agreement.id} suspend`, several, amends(`suspend, until: ${formatDay(until)}`));
      }
      add(`Let \`${agreement.id}\` end ${quoted(ids(targets))} on ${day}, for good`, targets, `${agreement.id} end`, several, amends('end'));
      const old = new Set(targets.map((target) => target.agreement));
      const [only] = old;
      const whole = old.size === 1 ? agreements.get(only ?? '')?.clauses ?? [] : [];
      if (only === undefined || ended.has(`${agreement.id} ${only}`) || whole.length === 0 || !whole.every(({ to }) => agreement.parties.has(to))) continue;
      ended.add(`${agreement.id} ${only}`);
      add(`Let \`${agreement.id}\` supersede \`${only}\`: ${whole.length === 1 ? 'its clause ends' : `its ${whole.length} clauses end`} on ${day}, for good`, whole, `${agreement.id} supersedes`, false, [inAgreement(agreement, 'supersedes', [only])]);
    }
  }
  return found.sort((a, b) => Number(a.several) - Number(b.several));
}

const ids = (clauses: readonly Clause[]): readonly string[] => clauses.map(({ id }) => id);
const prevail = (winners: readonly Clause[]): string => `${quoted(ids(winners))} ${winners.length === 1 ? 'prevails' : 'prevail'} where both apply`;

/** Items to be written into a list of a mapping. */
interface Write {
  readonly file: string;
  readonly path: readonly string[];
  readonly order: readonly string[];
  readonly key: string;
  readonly items: readonly string[];
}

const AGREEMENT_KEYS: readonly string[] = FILE_SHAPE.fields.flatMap(({ name, type }) => (name === 'agreements' && type.kind === 'map' ? type.shape().fields.map((field) => field.name) : []));

const inAgreement = (agreement: Agreement, key: string, items: readonly string[]): Write =>
  ({ file: agreement.place.file, path: agreementPath(agreement), order: AGREEMENT_KEYS, key, items });

/** Clauses of the same agreement are named without it. */
const inClause = (clause: Clause, key: string, others: readonly Clause[]): Write => ({
  file: clause.place.file, path: clausePath(clause), order: clauseShape(clause.type.name).fields.map(({ name }) => name), key,
  items: others.map((other) => (other.agreement === clause.agreement ? other.local : other.id)),
});

/** The edits by file; undefined where one of them cannot be made. */
function editsOf(partnership: Partnership, writes: readonly Write[]): readonly FileEdits[] | undefined {
  const files = new Map<string, FileEdits['edits'][number][]>();
  for (const { file, path, order, key, items } of writes) {
    const text = partnership.files.get(file)?.text;
    const map = nodeAt(partnership, file, path);
    const edit = text !== undefined && map?.kind === 'map' ? addToList(text, map, order, key, items) : undefined;
    if (!edit) return undefined;
    files.set(file, [...(files.get(file) ?? []), edit]);
  }
  return [...files].map(([file, edits]) => ({ file, edits }));
}
