import type { CellView, MatrixView, StatusName } from '../protocol.js';
import { escapeXml } from './text.js';
import { TONES } from './tones.js';
import { assumptionList, DEPENDS, errorWords, isOpen, LEGEND, rowsOf, statusesIn, whenWords } from './words.js';

const STYLE = `:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1.5rem; background: #fff; color: #24292f; font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
p { margin: .35rem 0; color: #4a4f57; }
.error { padding: .5rem .75rem; border-left: 4px solid #c2303a; background: #fdecec; color: #6b0f14; }
.wide { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: separate; border-spacing: 4px; width: 100%; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th { padding: .5rem .75rem; text-align: left; vertical-align: top; font-weight: 600; overflow-wrap: anywhere; }
td { padding: .5rem .75rem; min-width: 9rem; border: 1px solid; border-radius: 6px; vertical-align: top; overflow-wrap: anywhere; }
td.open { border-style: dashed; }
td ul { margin: .35rem 0 0; padding-left: 1.1rem; font-size: .82rem; }
.status { font-weight: 600; }
.id { display: block; font-weight: 400; font-size: .8rem; color: #4a4f57; }
code { font-family: ui-monospace, "SF Mono", Consolas, monospace; font-size: .95em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; font-size: .9rem; }
dt { font-weight: 600; } dd { margin: 0; color: #4a4f57; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 11px; -webkit-print-color-adjust: exact; print-color-adjust: exact; } .wide { overflow: visible; } tr { break-inside: avoid; } }`;

/** One page without scripts that loads nothing: the table, and in every cell the reasons for it. */
export function matrixHtml(view: MatrixView): string {
  const { title, at, asOf, assumed, products, clouds, cells, errors } = view;
  const used = statusesIn(cells);
  const assuming = assumptionList(assumed);
  const heading = ({ id, name }: { readonly id: string; readonly name: string }): string => `${escapeXml(name)}${name === id ? '' : ` <code class="id">${escapeXml(id)}</code>`}`;
  const nothing = products.length === 0 || clouds.length === 0;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(`${title}, ${at}`)}</title>
<style>
${STYLE}
${used.map(tone).join('\n')}
</style>
</head>
<body>
<main>
<h1 dir="auto">${escapeXml(title)}</h1>
<p>On <time datetime="${escapeXml(at)}">${escapeXml(at)}</time>, known as of <time datetime="${escapeXml(asOf)}">${escapeXml(asOf)}</time>${assuming === '' ? '' : `, assuming <code>${escapeXml(assuming)}</code>`}.</p>
${errors > 0 ? `<p class="error">${escapeXml(errorWords(errors))}</p>\n` : ''}${nothing ? '<p>There is no product or no cloud to show.</p>' : `<div class="wide">
<table>
<caption>${escapeXml(`Availability on ${at}`)}</caption>
<thead>
<tr><th scope="col">Product</th>${clouds.map((cloud) => `<th scope="col">${heading(cloud)}</th>`).join('')}</tr>
</thead>
<tbody>
${rowsOf(view).map(({ product, cells: row }) => `<tr><th scope="row">${heading(product)}</th>\n${row.map(drawn).join('\n')}\n</tr>`).join('\n')}
</tbody>
</table>
</div>`}
${legend(used, cells.some(isOpen))}</main>
</body>
</html>
`;
}

const tone = (status: StatusName): string => `td.${status} { background: ${TONES[status].fill}; color: ${TONES[status].text}; border-color: ${TONES[status].edge}; }`;

function drawn(cell: CellView): string {
  const { status, certain, possible, because, marks } = cell;
  const reasons = [
    ...because.map((id) => `<code>${escapeXml(id)}</code>`),
    ...(certain ? [] : possible.map((each) => [`<b>${each.status}</b>`, escapeXml(whenWords(each.when))].filter((part) => part !== '').join(' where '))),
    ...marks.map((mark) => escapeXml(mark)),
  ];
  const others = possible.slice(1).map((each) => ` | ${each.status}`).join('');
  return `<td class="${status}${certain ? '' : ' open'}"><span class="status">${status}${others}</span>${isOpen(cell) ? ` <abbr title="depends on what is not known">${DEPENDS}</abbr>` : ''}` +
    `${reasons.length === 0 ? '' : `<ul>${reasons.map((reason) => `<li>${reason}</li>`).join('')}</ul>`}</td>`;
}

function legend(used: readonly StatusName[], open: boolean): string {
  const entries = [
    ...used.map((status) => `<dt>${status}</dt><dd>${escapeXml(LEGEND[status])}</dd>`),
    ...(open ? [`<dt>${DEPENDS}</dt><dd>depends on what is not known; the status shown first holds while nothing more is known</dd>`] : []),
  ];
  return entries.length === 0 ? '' : `<dl>\n${entries.join('\n')}\n</dl>\n`;
}
