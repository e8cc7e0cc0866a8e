import type { CellView, StatusName } from '../protocol.js';
import { conflictsOnDay } from '../protocol-words.js';
import type { MatrixReport } from '../service/matrix-report.js';
import { MEANINGS } from './icons.js';
import { icon, page } from './page.js';
import { escapeXml, statusText } from './symbols.js';

/** A self-contained page without scripts: the table, the reasons for every cell, and the clauses they rest on with their sources. */
export function matrixHtml({ view, day, asOf, assumptions, reasons, clauses }: MatrixReport): string {
  const numbers = new Map(clauses.map(({ id }, index) => [id, index + 1]));
  const columns = view.clouds.length;
  const rowOf = (line: number): readonly (readonly [CellView, number])[] => view.clouds.map((_, index) => [view.cells[line * columns + index]!, line * columns + index] as const);
  const shown = new Set<StatusName>(view.cells.flatMap((cell) => [cell.status, ...cell.possible.map(({ status }) => status)]));

  const cellHtml = (cell: CellView, index: number): string =>
    `<td class="${cell.status}${cell.certain ? '' : ' depends'}"><a href="#r${index}">${icon(cell.status)}<b>${cell.status}${cell.marks.length > 0 ? ' †' : ''}</b>${cell.possible.length > 1 ? `<span class="also">depends: ${escapeXml(statusText(cell).replaceAll(' | ', ' or '))}</span>` : ''}</a></td>`;
  const rows = view.products.map((product, line) => `<tr><th scope="row">${escapeXml(product.name)}</th>${rowOf(line).map(([cell, index]) => cellHtml(cell, index)).join('')}</tr>`).join('\n');

  const reasonHtml = (cell: CellView, index: number, cloud: string): string => {
    const { says, depends } = reasons[index]!;
    const rests = cell.because.map((id) => `<a href="#c${numbers.get(id)}">${numbers.get(id)} <code>${escapeXml(id)}</code></a>`);
    return `<details id="r${index}" class="${cell.status}"${cell.status === 'conflict' || !cell.certain ? ' open' : ''}><summary>${escapeXml(cloud)}: <b>${escapeXml(statusText(cell).replaceAll(' | ', ' or '))}</b>${cell.marks.length > 0 ? ' †' : ''}</summary><div>
<p>${escapeXml(says)}</p>${depends.length === 0 ? '' : `\n<ul>${depends.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul>`}${rests.length === 0 ? '' : `\n<p>Decided by ${rests.join(', ')}.</p>`}${cell.marks.map((mark) => `\n<p>† ${escapeXml(mark)}.</p>`).join('')}
</div></details>`;
  };
  const reasonRows = view.products.map((product, line) => `<section><h3>${escapeXml(product.name)}</h3>
${rowOf(line).map(([cell, index], column) => reasonHtml(cell, index, view.clouds[column]!.name)).join('\n')}
</section>`).join('\n');

  const legend = MEANINGS.filter(([status]) => shown.has(status)).map(([status, meaning]) => `<li class="${status}">${icon(status)}<b>${status}</b><span>${meaning}</span></li>`);
  const clauseItems = clauses.map(({ id, name, says, source }, index) => `<li id="c${index + 1}">${name === id || id.endsWith(`/${name}`) ? '' : `<b>${escapeXml(name)}</b> `}<code>${escapeXml(id)}</code><br>${escapeXml(says)}${source === undefined ? '' : `<br><span class="quiet">Source: ${escapeXml(source)}.</span>`}</li>`);
  return page(`${view.title}: availability on ${day}`, `<header>
<h1>${escapeXml(view.title)}</h1>
<p class="day">Availability on <strong><time datetime="${view.at}">${day}</time></strong>, <span class="quiet">with what is known as of <time datetime="${view.asOf}">${asOf}</time></span></p>
${assumptions.length === 0 ? '<p class="quiet">Nothing is assumed beyond the text.</p>' : `<div class="assumed">Assumed here:<ul>${assumptions.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul></div>`}
<p class="quiet">${escapeXml(conflictsOnDay(view))}</p>
</header>
<main>
<div class="wide" role="region" aria-label="Matrix" tabindex="0">
<table><caption>Products down, clouds across. Each cell leads to its reasons.</caption>
<thead><tr><th scope="col">Product</th>${view.clouds.map((cloud) => `<th scope="col">${escapeXml(cloud.name)}</th>`).join('')}</tr></thead>
<tbody>
${rows}
</tbody></table>
</div>
<ul class="legend" aria-label="Legend">
${legend.join('\n')}
</ul>
${view.cells.some(({ certain }) => !certain) ? '<p class="quiet">A dashed cell depends on what is not known. Its status in bold holds while nothing more is known.</p>' : ''}
<h2>Reasons</h2>
${reasonRows}
<h2>Clauses</h2>
${clauseItems.length === 0 ? '<p>No clause decides any of these cells.</p>' : `<ol class="clauses">\n${clauseItems.join('\n')}\n</ol>`}
</main>`, shown);
}
