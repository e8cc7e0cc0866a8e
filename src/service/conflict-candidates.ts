import { type Day, FOREVER, formatDay } from '../base/dates.js';
import type { Finding } from '../base/findings.js';
import { clauseShape } from '../clauses/registry.js';
import { ID } from '../grammar/read.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { Precedence } from '../matrix/precedence.js';
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

/** What clashes on one cell on one day in some world; undefined where nothing does. */
export function clashOn({ partnership, matrix }: Analysis, product: string, cloud: string, day: Day): Clash | undefined {
  const found = matrix.clashes().find((clash) => clash.product === product && clash.cloud === cloud && clash.from <= day && day < clash.to);
  return found && {
    clauses: found.clauses.flatMap((id) => partnership.clauses.get(id) ?? []), cells: [found], until: found.to, overrides: true, status: 'conflict',
    opposed: (a, b) => opposedOn(partnership, a, b, cloud) || opposedOn(partnership, b, a, cloud),
  };
}

/** Whether `a` bars what `b` claims, or permits although its promise goes the other way. */
function opposedOn({ clouds }: Partnership, a: Clause, b: Clause, cloud: string): boolean {
  const all = new Set(clouds.keys());
  const has = (clause: Clause, role: string): boolean => clause.type.contributions(clause, all).some((contribution) => contribution.role === role && contribution.clouds.has(cloud));
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
          title: `Make \`${clause.id}\` subject to ${quoted(ids(group))}: ${prevail(group)}`, losers: [clause],
          family: `${clause.id} subject-to`, several, writes: [inClause(clause, 'subject-to', group)],
        };
      }
      // In one agreement `subject-to` says the same.
      if (group.every((rival) => mayYieldIn(rival, clause.agreement) && rival.agreement !== clause.agreement && !yields(rival, clause))) {
        yield {
          title: `Let \`${clause.id}\` apply notwithstanding ${quoted(ids(group))}: ${prevail([clause])}`, losers: group,
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
      const amends = (effect: string): readonly Write[] => [inAgreement(agreement, 'amends', targets.map((target) => `{ target: ${target.id}, effect: ${effect} }`))];
      if (start < until && until < FOREVER && targets.some((target) => until < latestEnd(target.end, events))) {
        yield {
          title: `Let \`${id}\` suspend ${quoted(ids(targets))} until ${formatDay(until)}: from that day on ${several ? 'they count' : 'it counts'} again`,
          losers: targets, family: `${id} suspend`, several, writes: amends(`suspend, until: ${formatDay(until)}`),
        };
      }
      yield { title: `Let \`${id}\` end ${quoted(ids(targets))} on ${formatDay(start)}, for good`, losers: targets, family: `${id} end`, several, writes: amends('end') };
      const [old, ...others] = new Set(targets.map((target) => target.agreement));
      const losers = agreements.get(old ?? '')?.clauses ?? [];
      if (old === undefined || others.length > 0 || !losers.every(({ to }) => parties.has(to)) || !isNew(`${id} ${old}`)) continue;
      yield {
        title: `Let \`${id}\` supersede \`${old}\`: ${losers.length === 1 ? 'its clause ends' : `its ${losers.length} clauses end`} on ${formatDay(start)}, for good`,
        losers, family: `${id} supersedes`, several: false, writes: [inAgreement(agreement, 'supersedes', [old])],
      };
    }
  }
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
