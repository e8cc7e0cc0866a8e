import { BEGINNING, formatDay } from '../base/dates.js';
import type { Place } from '../base/span.js';
import type { Ending } from '../matrix/precedence.js';
import type { Agreement, Declared } from '../model/types.js';
import type { Analysis } from './analysis.js';
import { referenceAt } from './lookup.js';

/** An agreement, or a clause that an amendment names. */
export interface SupersessionItem {
  readonly id: string;
  readonly kind: 'agreement' | 'clause';
  readonly name: string;
  readonly detail: string;
  /** The whole declaration. */
  readonly whole: Place;
  /** Its id. */
  readonly place: Place;
}

/** One step: what was ended or ends it, and where that is written (in the ending agreement). */
export interface SupersessionLink {
  readonly item: SupersessionItem;
  readonly at: Place;
}

/** The agreement or clause at the offset, with its place in the chain of agreements (language, section 2). */
export function supersessionAt(analysis: Analysis, file: string, offset: number): SupersessionItem | undefined {
  const name = referenceAt(analysis.partnership, file, offset);
  return name && itemOf(analysis, name.id, name.namespace);
}

/** What has ended, replaced or suspended it: the agreements that say so. */
export function endedBy(analysis: Analysis, id: string): readonly SupersessionLink[] {
  const { agreements, clauses } = analysis.partnership;
  const own = clauses.get(id)?.agreement ?? id;
  const whole = agreements.has(id);
  return [...agreements.values()].flatMap((agreement) => [
    ...agreement.supersedes.filter(({ agreement: target }) => target === own).map(({ place }) => ({ agreement, place, target: id, kind: 'supersedes' as const })),
    ...agreement.amends.filter(({ target }) => target === id || (whole && clauses.get(target)?.agreement === id)).map(({ place, target, effect }) => ({ agreement, place, target, kind: effect })),
  ]).flatMap(({ agreement, place, target, kind }) => {
    const said = `${target === id ? '' : `${target} `}${effectOn(analysis, agreement, target, kind)}`;
    const item = itemOf(analysis, agreement.id, 'agreement', said);
    return item ? [{ item, at: place }] : [];
  });
}

/** What it has ended, replaced or suspended: agreements it supersedes, clauses it amends; for a clause, what it replaced. */
export function ends(analysis: Analysis, id: string): readonly SupersessionLink[] {
  const { agreements, clauses } = analysis.partnership;
  const own = agreements.get(id);
  const replaced = clauses.has(id) ? [...agreements.values()].flatMap((agreement) => agreement.amends.filter((amendment) => amendment.with === id).map((amendment) => ({ agreement, amendment }))) : [];
  const amended = own ? own.amends.map((amendment) => ({ agreement: own, amendment })) : replaced;
  return [
    ...(own?.supersedes ?? []).map(({ agreement: target, place }) => ({ item: own && itemOf(analysis, target, 'agreement', effectOn(analysis, own, target, 'supersedes')), at: place })),
    ...amended.map(({ agreement, amendment: { target, place, effect } }) => ({ item: itemOf(analysis, target, 'clause', effectOn(analysis, agreement, target, effect)), at: place })),
  ].flatMap(({ item, at }) => (item ? [{ item, at }] : []));
}

/** `superseded from 2026-04-27 on`; `without effect` where the holder of the right is not a party. */
function effectOn({ matrix }: Analysis, by: Agreement, target: string, kind: Ending['kind']): string {
  const ending = matrix.precedence.endings.get(target)?.find((candidate) => candidate.by === by.id && candidate.kind === kind);
  return ending ? endingDetail(ending) : 'without effect';
}

const WORDS: Readonly<Record<Ending['kind'], string>> = { supersedes: 'superseded', end: 'ended', replace: 'replaced', suspend: 'suspended' };

function endingDetail({ kind, from, to }: Ending): string {
  const until = Number.isFinite(to) ? ` until ${formatDay(to)}` : '';
  return `${WORDS[kind]} ${from === BEGINNING ? 'from the start' : `from ${formatDay(from)}`}${until}`;
}

function itemOf({ partnership }: Analysis, id: string, namespace: string, said?: string): SupersessionItem | undefined {
  const declared: Declared | undefined = namespace === 'agreement' ? partnership.agreements.get(id) : namespace === 'clause' ? partnership.clauses.get(id) : undefined;
  if (!declared) return undefined;
  const agreement = partnership.agreements.get(id);
  const dated = agreement ? (agreement.start === BEGINNING ? 'undated' : `in force from ${formatDay(agreement.start)}`) : partnership.clauses.get(id)?.type.name ?? '';
  return {
    id, kind: agreement && namespace === 'agreement' ? 'agreement' : 'clause', name: declared.name, detail: [said, dated].filter((part) => part !== undefined && part !== '').join(' · '),
    whole: declared.whole, place: declared.place,
  };
}
