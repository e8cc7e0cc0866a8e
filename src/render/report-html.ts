import type { StatusName } from '../protocol.js';
import type { Report } from '../service/report.js';
import { icon, page } from './page.js';
import { type Block, type Item, reportBlocks, type TableCell } from './report-blocks.js';
import { escapeXml } from './symbols.js';

/** The report as one page without scripts, light and printable; no text of the agreements becomes markup. */
export function reportHtml(report: Report): string {
  const shown = new Set<StatusName>(report.periods?.flatMap(({ cells }) => cells.map(({ status }) => status)) ?? []);
  const blocks = reportBlocks(report);
  const sections = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []));
  return page(report.title, `<header>
<h1>${escapeXml(report.title)}</h1>
<p class="day quiet">With what is known as of ${report.asOf}</p>
<nav class="contents" aria-label="Contents">${sections.map((name, index) => `<a href="#s${index + 1}">${escapeXml(name)}</a>`).join(' ')}</nav>
</header>
<main>
${blocks.map((block) => blockHtml(block, sections)).join('\n')}
</main>`, shown);
}

function blockHtml(block: Block, sections: readonly string[]): string {
  switch (block.kind) {
    case 'heading': return block.level === 2 ? `<h2 id="s${sections.indexOf(block.text) + 1}">${escapeXml(block.text)}</h2>` : `<h3>${escapeXml(block.text)}</h3>`;
    case 'text': return `<p>${escapeXml(block.text)}</p>`;
    case 'list': return `<ul class="items">\n${block.items.map(itemHtml).join('\n')}\n</ul>`;
    case 'table': {
      const isMatrix = block.rows.some((cells) => cells.some(({ status }) => status !== undefined));
      const rows = block.rows.map(([first, ...rest]) => `<tr><th scope="row">${escapeXml(first?.text ?? '')}</th>${rest.map(cellHtml).join('')}</tr>`);
      return `<div class="wide"><table${isMatrix ? '' : ' class="plain"'}><thead><tr>${block.head.map((name) => (name === '' ? '<td class="corner"></td>' : `<th scope="col">${escapeXml(name)}</th>`)).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`;
    }
  }
}

const itemHtml = ({ code, text, items = [] }: Item): string =>
  `<li>${code === undefined ? '' : `<code>${escapeXml(code)}</code> `}${escapeXml(text)}${items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`}</li>`;

const cellHtml = ({ text, status, isMarked }: TableCell): string => (status === undefined ? `<td>${escapeXml(text)}</td>`
  : `<td class="${status}${text === status ? '' : ' depends'}"><span class="status">${icon(status)}<b>${escapeXml(text)}${isMarked ? ' †' : ''}</b></span></td>`);
