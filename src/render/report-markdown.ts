import { code, escapeText } from '../service/markdown.js';
import type { Report } from '../service/report.js';
import { inTable } from './matrix-text.js';
import { type Block, type Item, reportBlocks, type TableCell } from './report-blocks.js';
import { SYMBOLS } from './symbols.js';

/** The report as Markdown; no text of the agreements becomes markup. */
export const reportMarkdown = (report: Report): string => [
  `# ${escapeText(report.title)}`, `With what is known as of ${report.asOf}.`, ...reportBlocks(report).map(blockText), 'Computed by Entente from the text of the agreements. It is no legal advice.',
].join('\n\n') + '\n';

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading': return `${'#'.repeat(block.level)} ${escapeText(block.text)}`;
    case 'text': return escapeText(block.text);
    case 'list': return block.items.map(itemText).join('\n');
    case 'table': return [block.head.map(inTable), block.head.map(() => '---'), ...block.rows.map((cells) => cells.map(cellText))].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }
}

const itemText = ({ code: id, text, items = [] }: Item): string =>
  [`- ${id === undefined ? '' : `${code(id)}: `}${escapeText(text)}`, ...items.map((item) => `  - ${escapeText(item)}`)].join('\n');

const cellText = ({ text, status, isMarked }: TableCell): string => `${status === undefined ? '' : `${SYMBOLS[status]} `}${inTable(text)}${isMarked ? ' †' : ''}`;
