import { count } from '../base/words.js';
import type { CommitmentsView, CommitmentView, MoneyFormat, MoneyPart, TotalView } from '../protocol.js';
import { csvField, inTable } from './matrix-text.js';
import { assumedText, caption, jsonText, oneLine } from './symbols.js';

/** What is not in force is not in the totals: said wherever totals stand. */
const COUNTED = 'Totals hold what is in force on this day. Certain and conditional sums are not added to each other, nor are ceilings (`up to`).';
const notes = ({ totals, errors }: CommitmentsView): readonly string[] => [
  ...(totals.length === 0 ? [] : [COUNTED]),
  ...(errors === 0 ? [] : [`The text has ${count(errors, 'error')}: what could not be read is in no total.`]),
];

/** `certain 265 billion USD; conditional 35 billion USD`: the sums that are not zero. */
export function totalWords({ certain, conditional, certainUpTo, conditionalUpTo, currency }: TotalView): string {
  const sums = [
    ...(certain.value === '0' ? [] : [`certain ${certain.words}`]),
    ...(certainUpTo.value === '0' ? [] : [`certain up to ${certainUpTo.words}`]),
    ...(conditional.value === '0' ? [] : [`conditional ${conditional.words}`]),
    ...(conditionalUpTo.value === '0' ? [] : [`conditional up to ${conditionalUpTo.words}`]),
  ];
  return sums.length === 0 ? `0 ${currency}` : sums.join('; ');
}

/** `up to 5 billion USD, due at signing, when …`. */
export function partWords({ words, ceiling, state, due, condition }: MoneyPart): string {
  const when = due === null ? '' : due === 'signing' ? ', due at signing' : due === 'unstated' ? ', no due date stated' : `, due ${due}`;
  const on = condition === null ? '' : `, where ${condition}${state === 'certain' ? ' (met)' : state === 'void' ? ' (cannot be met)' : ''}`;
  return `${ceiling ? 'up to ' : ''}${words}${when}${on}`;
}

const counted = (one: CommitmentView): boolean => one.parts.length > 0 && one.left === null;

/** The lines under a commitment: how it stands, its parts, why it is in no total, its source. */
function detailsOf(one: CommitmentView): readonly string[] {
  return [
    `${one.term}: ${one.standing}.${one.why === '' ? '' : ` ${one.why}`}`,
    ...one.parts.map((part) => `${counted(one) ? (part.state === 'void' ? 'not counted' : part.state) : 'stated'}: ${partWords(part)}`),
    ...(one.left === null ? [] : [`In no total: ${one.left}`]),
    ...(one.source === null ? [] : [`Source: ${one.source}`]),
  ];
}

const groups = (view: CommitmentsView): readonly (readonly CommitmentView[])[] =>
  [...new Set(view.commitments.map(({ by }) => by.id))].map((party) => view.commitments.filter(({ by }) => by.id === party));

/** `file` is named in the JSON. */
export function moneyAs(format: MoneyFormat, view: CommitmentsView, file: string): string {
  switch (format) {
    case 'text': return moneyText(view);
    case 'csv': return moneyCsv(view);
    case 'markdown': return moneyMarkdown(view);
    case 'json': return moneyJson(view, file);
  }
}

export function moneyText(view: CommitmentsView): string {
  const totals = view.totals.map((total) => `  ${total.kind === null ? `All in ${total.currency}` : `  of which ${total.kind}`}: ${totalWords(total)}`);
  const parties = groups(view).map((list) => [
    `${oneLine(list[0]!.by.name)} promises`,
    ...view.byParty.filter(({ party }) => party?.id === list[0]!.by.id).map((total) => `  Total in ${total.currency}: ${totalWords(total)}`),
    ...list.flatMap((one) => [`  - ${oneLine(one.id)} (${one.kind}): ${oneLine(one.says)}`, ...detailsOf(one).map((line) => `      ${oneLine(line)}`)]),
  ].join('\n'));
  const body = view.commitments.length === 0 ? ['No investment, purchase, licence or revenue share is written down.'] : [
    ...(totals.length === 0 ? ['No amount of money is in force on this day.'] : [['Totals', ...totals].join('\n')]), ...parties,
  ];
  return [`${oneLine(view.title)}: money and terms`, ...body, [oneLine(caption(view)), ...notes(view)].join('\n')].join('\n\n') + '\n';
}

export function moneyMarkdown(view: CommitmentsView): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(inTable).join(' | ')} |`;
  const rule = (columns: number): string => `|${' --- |'.repeat(columns)}`;
  const total = (name: string, one: TotalView): string => row([name, one.currency, one.certain.words, one.conditional.words, one.certainUpTo.words, one.conditionalUpTo.words]);
  const totals = [...view.totals.map((one) => total(one.kind === null ? 'All' : `All: ${one.kind}`, one)), ...view.byParty.map((one) => total(one.party?.name ?? '', one))];
  return [
    `**${inTable(view.title)}: money and terms**`, '',
    ...(totals.length === 0 ? [] : [row(['Total', 'Currency', 'Certain', 'Conditional', 'Certain, up to', 'Conditional, up to']), rule(6), ...totals, '']),
    row(['By', 'To', 'Kind', 'Promise', 'Term', 'Standing', 'Parts', 'In no total', 'Clause']), rule(9),
    ...view.commitments.map((one) => row([
      one.by.name, one.to.name, one.kind, one.says, one.term, `${one.standing}${one.why === '' ? '' : `. ${one.why}`}`,
      one.parts.map((part) => `${counted(one) ? `${part.state}: ` : ''}${partWords(part)}`).join('; '), one.left ?? '', one.id,
    ])),
    '', inTable(caption(view)), ...notes(view).flatMap((note) => ['', inTable(note)]),
  ].join('\n') + '\n';
}

/** One line for each part, and one for a commitment without parts. `counts` says whether the part is in a total. */
export function moneyCsv(view: CommitmentsView): string {
  const head = ['at', 'as-of', 'by', 'to', 'kind', 'clause', 'from', 'last', 'standing', 'counts', 'state', 'up-to', 'amount', 'currency', 'due', 'condition', 'why', 'in-no-total', 'assumed'];
  const lines = view.commitments.flatMap((one) => (one.parts.length === 0 ? [undefined] : one.parts).map((part) => [
    view.at, view.asOf, one.by.id, one.to.id, one.kind, one.id, one.from ?? '', one.last ?? '', one.standing,
    String(part !== undefined && counted(one) && part.state !== 'void'), part?.state ?? '', part === undefined ? '' : String(part.ceiling), part?.value ?? '', part?.currency ?? '',
    part?.due ?? '', part?.condition ?? '', one.why, one.left ?? '', assumedText(view.assumed),
  ]));
  return [head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n') + '\r\n';
}

export function moneyJson({ uri: _, version: __, ...view }: CommitmentsView, file: string): string {
  return `${jsonText({ version: 1, file, ...view }, 2)}\n`;
}
