import type { Severity } from '../base/findings.js';
import { formatDay } from '../base/dates.js';
import { count } from '../base/words.js';
import type { Assumptions } from '../model/types.js';
import type { CellView } from '../protocol.js';
import { ANSWER_SIZE, type ToolAnswer } from '../protocol-tools.js';
import { effective } from '../service/assume.js';
import { explain } from '../service/explain.js';
import { narrowed } from '../service/matrix-report.js';
import { cellView, matrixView } from '../service/matrix-view.js';
import { alternatives } from '../service/phrases.js';
import type { Reason } from '../service/reason.js';
import { declaredId, knownTool, readAssumptions, readToolInput, type ToolInput } from '../service/tool-input.js';
import { inWords } from './explain-text.js';
import { findingsText, placed } from './findings.js';
import { compareAnswer } from './tool-compare.js';
import { assumedList, errorsOf, plain, plainData, Room, type ToolFile } from './tool-room.js';

/** Where tools get files from. Every function throws a `ToolProblem` for what a model can mend. */
export interface ToolDesk {
  readonly file: (path: string) => Promise<ToolFile>;
  /** Every agreement file of the workspace, one after the other; `many` is how many files there are at most. */
  readonly files: (many: number) => AsyncIterable<ToolFile>;
  /** How many agreement files the workspace has. */
  readonly total: () => Promise<number>;
  /** The name of a file by its URI. */
  readonly shown: (uri: string) => string;
}

/** Files that are checked at once. */
const FILES = 200;
/** Sets of assumptions, clauses and marks that are listed for one cell. */
const LISTED = 6;

/** What a tool answers, in about `size` characters. Throws a `ToolProblem` for an input that does not fit. */
export async function answerTool(name: string, given: unknown, desk: ToolDesk, size: number = ANSWER_SIZE.usual): Promise<ToolAnswer> {
  const tool = knownTool(name);
  const input = readToolInput(tool, given);
  const room = new Room(Math.min(Math.max(size, ANSWER_SIZE.least), ANSWER_SIZE.most));
  switch (tool.name) {
    case 'check_entente_agreements': return checkAnswer(input, desk, room);
    case 'get_entente_availability': return availabilityAnswer(input, await desk.file(input.text('file')!), room);
    case 'explain_entente_cell': return explainAnswer(input, await desk.file(input.text('file')!), room);
    case 'compare_entente_agreements': {
      const before = input.text('before_file');
      const after = await desk.file(input.text('file')!);
      return compareAnswer(input, before === undefined ? after : await desk.file(before), after, room);
    }
  }
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

async function checkAnswer(input: ToolInput, desk: ToolDesk, room: Room): Promise<ToolAnswer> {
  const path = input.text('file');
  const least = RANK[(input.text('severity') ?? 'hint') as Severity];
  const files: string[] = [];
  const found: ReturnType<typeof placed>[number][] = [];
  const add = ({ name, analysis: { partnership }, findings }: ToolFile): void => {
    files.push(name);
    found.push(...placed(findings, (uri) => partnership.files.get(uri)?.text ?? '', desk.shown));
  };
  if (path !== undefined) add(await desk.file(path));
  else {
    for await (const file of desk.files(FILES)) add(file);
    const total = await desk.total();
    if (total > files.length) room.cut.push(`${total - files.length} of ${total} files are not checked. Ask for them by name with \`file\`.`);
  }
  const of = (severity: Severity): number => found.filter((finding) => finding.severity === severity).length;
  const counts = { error: of('error'), warning: of('warning'), information: of('information'), hint: of('hint') };
  const listed = found.filter(({ severity }) => RANK[severity] <= least).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const kept = room.take(listed, 0.7, (missing) => `${missing} findings are left out. Ask for one \`file\`, or a higher \`severity\`.`);
  const names = room.take(files, 0.2, (missing) => `${missing} names of files are left out.`);
  const head = files.length === 0 ? 'No agreement files (*.entente.yaml) were found.'
    : `${count(files.length, 'file')} checked: ${count(counts.error, 'error')}, ${count(counts.warning, 'warning')}, ${counts.information} for information, ${count(counts.hint, 'hint')}.`;
  const at = ({ file, range: { start } }: Pick<(typeof kept)[number], 'file' | 'range'>) => ({ file, line: start.line + 1, column: start.character + 1 });
  return room.answer([head, ...(names.length > 1 ? [`Files: ${names.join(', ')}`] : [])], [findingsText(kept, false)], {
    files: names, counts,
    findings: kept.map((finding) => ({
      severity: finding.severity, code: finding.code, message: finding.message, ...at(finding),
      related: finding.related.map((one) => ({ message: one.message, ...at(one) })),
    })),
  });
}

const caption = (day: string, asOf: string, assumed: Assumptions): string => {
  const given = assumedList(assumed);
  return `On ${day}, with what is known as of ${asOf}${given.length === 0 ? '' : `, assuming ${given.join(', ')}`}.`;
};

/** A cell as data, with as many reasons as are worth reading. */
function cellData({ product, cloud, status, certain, possible, because, marks }: CellView) {
  const more = possible.some(({ when }) => when.length > LISTED) || because.length > LISTED || marks.length > LISTED;
  return {
    product, cloud, status, certain,
    possible: possible.map((one) => ({ status: one.status, when: one.when.slice(0, LISTED).map(assumedList) })),
    because: because.slice(0, LISTED), marks: [...marks.slice(0, LISTED), ...(more ? ['Not everything is listed here: see explain_entente_cell.'] : [])],
  };
}

/** One line for the status, and one for each thing that it depends on. */
function cellLines(cell: ReturnType<typeof cellData>): readonly string[] {
  const { product, cloud, certain, possible, because, marks } = cell;
  const reason = because.length === 0 ? '' : `; because ${because.join(', ')}`;
  return [
    `${product} on ${cloud}: ${possible.length > 1 ? possible.map(({ status }) => status).join(' | ') : cell.status}${certain || cell.status === 'undecided' ? '' : ' (depends)'}${reason}`,
    ...(certain ? [] : possible.map(({ status, when }) => `  ${status} if ${alternatives(when.map((set) => set.join(' and ')))}`)),
    ...marks.map((mark) => `  ${mark}`),
  ];
}

function availabilityAnswer(input: ToolInput, { name, analysis }: ToolFile, room: Room): ToolAnswer {
  const { partnership } = analysis;
  const [product, cloud] = [input.text('product'), input.text('cloud')];
  const scope = { product: product && declaredId('product', product, partnership), cloud: cloud && declaredId('cloud', cloud, partnership) };
  const assume = readAssumptions('assumptions', input.texts('assumptions') ?? [], partnership);
  const view = plainData(narrowed(matrixView(analysis, { at: input.day('day'), assume }), scope));
  const { errors, says } = errorsOf(analysis);
  const cells = room.take(view.cells.map(cellData), 0.5, (missing) => `${missing} cells are left out. Ask for one \`product\` or one \`cloud\`.`);
  const ids = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name: called }) => ({ id, name: called }));
  const products = room.take(ids(view.products), 0.12, (missing) => `${missing} products are left out.`);
  const clouds = room.take(ids(view.clouds), 0.12, (missing) => `${missing} clouds are left out.`);
  const unknowns = room.take(view.unknowns.map(({ name: called, label, options }) => ({ name: called, label, values: options.map(({ value }) => String(value)) })), 0.15, (missing) => `${missing} unknowns are left out.`);
  const changes = room.take(view.changes, 0.06, (missing) => `${missing} days on which cells change are left out.`);
  const called = (list: readonly { readonly id: string; readonly name: string }[]): string => list.map(({ id, name: full }) => (id === full ? id : `${id} (${full})`)).join(', ') || 'none';
  const data = {
    file: plain(name), title: view.title, at: view.at, as_of: view.asOf, assumed: assumedList(view.assumed), cells, products, clouds, unknowns, changes, errors,
  };
  return room.answer([`${view.title} (${plain(name)})`, caption(view.at, view.asOf, view.assumed), ...says], [
    ...cells.flatMap(cellLines), '',
    `Products: ${called(products)}`, `Clouds: ${called(clouds)}`,
    ...(unknowns.length === 0 ? ['Nothing is left open.'] : ['What is not known, and what can be assumed:', ...unknowns.map((one) => `  ${one.name}=${one.values.join('|')}: ${one.label}`)]),
    changes.length === 0 ? 'No cell ever changes.' : `Cells change on: ${changes.join(', ')}`,
  ], data);
}

function explainAnswer(input: ToolInput, { name, analysis }: ToolFile, room: Room): ToolAnswer {
  const { partnership, matrix } = analysis;
  const product = declaredId('product', input.text('product')!, partnership);
  const cloud = declaredId('cloud', input.text('cloud')!, partnership);
  const assume = effective(readAssumptions('assumptions', input.texts('assumptions') ?? [], partnership), partnership);
  const { summary, parts, at } = explain(analysis, { product, cloud, at: input.day('day'), assume });
  const { marks: _, ...cell } = cellData(plainData(cellView(matrix.cell(product, cloud, at, assume), partnership)));
  const { errors, says } = errorsOf(analysis);
  const reasons = room.take(parts.flatMap((part) => lines(part, 0)), 0.8, (missing) => `${missing} lines of the explanation are left out.`);
  const data = { file: plain(name), at: formatDay(at), as_of: formatDay(partnership.asOf), assumed: assumedList(plainData(assume)), ...cell, summary: plain(summary), reasons, errors };
  const named = ({ text, about }: (typeof reasons)[number]): string => (about === '' || text.includes(about) ? text : `${text} [${about}]`);
  const written = reasons.map((line) => (line.level === 0 ? `\n${line.text}` : `${'  '.repeat(line.level)}- ${named(line)}`));
  return room.answer([data.summary, ...says], written, data);
}

/** An explanation in the order in which it is read. */
const lines = (reason: Reason, level: number): readonly { level: number; text: string; about: string; assume: readonly string[] }[] =>
  [{ level, text: reason.text, about: reason.about ?? '', assume: assumedList(reason.assume ?? {}) }, ...inWords(reason).flatMap((child) => lines(child, level + 1))];
