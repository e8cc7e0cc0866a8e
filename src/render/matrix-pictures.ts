import type { CellView, MatrixView, StatusName } from '../protocol.js';
import { caption, escapeXml, statusText, SYMBOLS } from './symbols.js';

/** Light, printable colours with enough contrast: background and text. */
const COLOURS: Readonly<Record<StatusName, readonly [string, string]>> = {
  conflict: ['#fde7e9', '#8f1119'], barred: ['#f1e9e4', '#5c3a1e'], exclusive: ['#ece6f9', '#4a2a8c'], first: ['#dff1e4', '#14532d'],
  'after-first': ['#fdf3d8', '#6b4a00'], available: ['#e6f6ea', '#1b5e2a'], unspecified: ['#ffffff', '#595959'], undecided: ['#e8eef7', '#1f3a5f'],
};

const spoken = (cell: CellView, product: string, cloud: string): string =>
  `${product} on ${cloud}: ${statusText(cell)}${cell.certain ? '' : ', depends on something that is not known'}`;

/** A self-contained picture, light whatever the editor's theme. Sizes are in CSS pixels. */
export function matrixSvg(view: MatrixView): string {
  const first = Math.min(320, 40 + 7.5 * Math.max(4, ...view.products.map(({ name }) => name.length)));
  const column = Math.min(280, Math.max(150, 30 + 7.2 * Math.max(0, ...view.cells.map((cell) => statusText(cell).length + 4), ...view.clouds.map(({ name }) => name.length))));
  const row = 34;
  const top = 64;
  const width = Math.ceil(first + column * view.clouds.length + 16);
  const height = top + row * (view.products.length + 1) + 48;
  const parts: string[] = [];
  const text = (x: number, y: number, content: string, attributes = ''): void => void parts.push(`<text x="${x.toFixed(1)}" y="${y}"${attributes}>${escapeXml(content)}</text>`);
  text(16, 30, view.title, ' class="title"');
  text(16, 50, caption(view), ' class="caption"');
  view.clouds.forEach(({ name }, index) => text(first + column * index + 10, top + 22, name, ' class="head"'));
  view.products.forEach(({ name }, line) => {
    const y = top + row * (line + 1);
    text(16, y + 22, name, ' class="head"');
    view.clouds.forEach((cloud, index) => {
      const cell = view.cells[line * view.clouds.length + index]!;
      const [fill, ink] = COLOURS[cell.status];
      const x = first + column * index;
      parts.push(`<g><title>${escapeXml(spoken(cell, name, cloud.name))}</title><rect x="${x.toFixed(1)}" y="${y}" width="${(column - 4).toFixed(1)}" height="${row - 4}" rx="4" fill="${fill}" stroke="${ink}" stroke-width="${cell.certain ? '0.6' : '1.2'}"${cell.certain ? '' : ' stroke-dasharray="4 3"'}/>` +
        `<text x="${(x + 10).toFixed(1)}" y="${y + 20}" fill="${ink}">${escapeXml(`${SYMBOLS[cell.status]} ${statusText(cell)}${cell.certain ? '' : ' *'}${cell.marks.length > 0 ? ' †' : ''}`)}</text></g>`);
    });
  });
  text(16, height - 16, '* depends on something that is not known; the first status is the baseline’s.', ' class="caption"');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">
<title>${escapeXml(`${view.title}: availability`)}</title>
<style>.title{font-size:17px;font-weight:600}.caption{fill:#555;font-size:12px}.head{font-weight:600}</style>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}

/** A self-contained page without scripts: the table, and the reasons for every cell. */
export function matrixHtml(view: MatrixView): string {
  const name = (list: readonly { id: string; name: string }[], id: string): string => list.find((one) => one.id === id)?.name ?? id;
  const cells = (line: number): readonly CellView[] => view.cells.slice(line * view.clouds.length, (line + 1) * view.clouds.length);
  const body = view.products.map((product, line) => `<tr><th scope="row">${escapeXml(product.name)}</th>${cells(line).map((cell) =>
    `<td class="${cell.status}${cell.certain ? '' : ' depends'}">${SYMBOLS[cell.status]} ${escapeXml(statusText(cell))}${cell.certain ? '' : ' *'}${cell.marks.length > 0 ? ' †' : ''}</td>`).join('')}</tr>`).join('\n');
  const reasons = view.cells.filter(({ because, marks, certain }) => because.length > 0 || marks.length > 0 || !certain).map((cell) => {
    const depends = cell.possible.filter(({ when }) => when.length > 0).map(({ status, when }) =>
      `<li>${escapeXml(status)} if ${escapeXml(when.map((set) => Object.entries(set).map(([key, value]) => `${key} = ${String(value)}`).join(' and ')).join('; or '))}</li>`);
    return `<dt>${escapeXml(spoken(cell, name(view.products, cell.product), name(view.clouds, cell.cloud)))}</dt><dd>${cell.because.map((id) => `<code>${escapeXml(id)}</code>`).join(', ')}${depends.length > 0 ? `<ul>${depends.join('')}</ul>` : ''}${cell.marks.map((mark) => `<p>† ${escapeXml(mark)}</p>`).join('')}</dd>`;
  }).join('\n');
  const styles = Object.entries(COLOURS).map(([status, [fill, ink]]) => `td.${status}{background:${fill};color:${ink}}`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(view.title)}: availability on ${view.at}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:2rem;max-width:75rem}table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.45rem .7rem;text-align:left}td.depends{border:2px dashed #555}dt{font-weight:600;margin-top:.8rem}${styles}@media print{body{margin:0}}</style>
</head>
<body>
<h1>${escapeXml(view.title)}</h1>
<p>${escapeXml(caption(view))}</p>
<table><caption>Availability: products down, clouds across</caption>
<thead><tr><td></td>${view.clouds.map((cloud) => `<th scope="col">${escapeXml(cloud.name)}</th>`).join('')}</tr></thead>
<tbody>
${body}
</tbody></table>
<p>* depends on something that is not known; the first status is the baseline’s.</p>
<h2>Reasons</h2>
<dl>
${reasons}
</dl>
</body>
</html>
`;
}
