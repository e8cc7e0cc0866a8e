import type { CellView } from '../protocol.js';
import type { MatrixReport } from '../service/matrix-report.js';
import { COLOURS, ICONS, MEANINGS } from './icons.js';
import { escapeXml, statusText } from './symbols.js';

const MARGIN = 32;
const GAP = 6;
const LINE = 17;
/** Widths in CSS pixels of one character, on the generous side: of heads, and of the small text around the table. */
const CHARACTER = 8.4;
const SMALL = 6.9;

/** Rough: wide letters count double, so that East Asian names fit. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! >= 0x1100 ? 2 : 1), 0);

/** Text in lines of at most `room` characters, broken at spaces where there are some; lines beyond `most` are cut. */
function wrapped(text: string, room: number, most = 2): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    for (let rest = word; rest !== '';) {
      const line = lines[lines.length - 1]!;
      const joined = line === '' ? rest : `${line} ${rest}`;
      if (widthOf(joined) <= room) {
        lines[lines.length - 1] = joined;
        break;
      }
      if (line !== '') {
        lines.push('');
        continue;
      }
      const letters = [...rest];
      let fit = letters.length;
      while (fit > 1 && widthOf(letters.slice(0, fit).join('')) > room) fit -= 1;
      lines[lines.length - 1] = letters.slice(0, fit).join('');
      rest = letters.slice(fit).join('');
      if (rest !== '') lines.push('');
    }
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${[...lines[most - 1]!].slice(0, -1).join('')}…`];
}

const spoken = (cell: CellView, product: string, cloud: string): string =>
  `${product} on ${cloud}: ${cell.status}${cell.certain ? '' : cell.status === 'undecided' ? '' : `, depends; ${statusText(cell).replaceAll(' | ', ' or ')}`}${cell.marks.map((mark) => `; ${mark}`).join('')}`;

/** A self-contained picture, light whatever the editor's theme. Sizes are in CSS pixels. */
export function matrixSvg({ view, day, asOf, assumptions }: MatrixReport): string {
  const depends = view.cells.some(({ certain, status }) => !certain && status !== 'undecided');
  const marked = view.cells.some(({ marks }) => marks.length > 0);
  const longest = Math.max(8, ...view.products.map(({ name }) => widthOf(name)));
  const first = Math.ceil(Math.min(250, 16 + CHARACTER * longest));
  const column = Math.ceil(Math.min(250, Math.max(168, 52 + SMALL * Math.max(0, ...view.cells.map((cell) => widthOf(statusText(cell)))))));
  const row = depends ? 54 : 44;
  const width = Math.max(620, MARGIN * 2 + first + column * view.clouds.length);
  const room = Math.floor((width - 2 * MARGIN) / SMALL);
  const parts: string[] = [];
  let y = MARGIN;
  const text = (x: number, at: number, content: string, kind: string, more = ''): void => void parts.push(`<text x="${x}" y="${at}" class="${kind}"${more}>${escapeXml(content)}</text>`);

  for (const line of wrapped(view.title, Math.floor((width - 2 * MARGIN) / 13.4), 3)) text(MARGIN, y += 24, line, 'title');
  text(MARGIN, y += 23, `On ${day}${view.at === view.asOf ? ', the day on which knowledge ends' : `, with what is known as of ${asOf}`}`, 'day');
  const given = assumptions.length === 0 ? [] : wrapped(`Assuming that ${assumptions.join('; ')}`, room, 6);
  for (const line of given) text(MARGIN, y += 19, line, 'small');
  y += 22;

  const heads = view.clouds.map(({ name }) => wrapped(name, Math.floor((column - 16) / CHARACTER)));
  const tallest = Math.max(1, ...heads.map((lines) => lines.length));
  heads.forEach((lines, index) => lines.forEach((line, at) => text(MARGIN + first + column * index + 4, y + LINE * (tallest - lines.length + at + 1) - 3, line, 'head')));
  y += LINE * tallest + 8;
  view.products.forEach(({ name }, line) => {
    const lines = wrapped(name, Math.floor((first - 14) / CHARACTER));
    lines.forEach((part, at) => text(MARGIN, y + (row - GAP) / 2 + 5 + LINE * (at - (lines.length - 1) / 2), part, 'head'));
    view.clouds.forEach((cloud, index) => {
      const cell = view.cells[line * view.clouds.length + index];
      if (cell) parts.push(tile(cell, spoken(cell, name, cloud.name), MARGIN + first + column * index, y, column - GAP, row - GAP));
    });
    y += row;
  });

  y += 14;
  parts.push(`<path d="M${MARGIN} ${y}H${width - MARGIN}" stroke="#e2e2e2"/>`);
  const shown = new Set(view.cells.flatMap((cell) => [cell.status, ...cell.possible.map(({ status }) => status)]));
  const legend = MEANINGS.filter(([status]) => shown.has(status));
  const across = width >= 900 ? 2 : 1;
  const down = Math.ceil(legend.length / across);
  legend.forEach(([status, meaning], index) => {
    const x = MARGIN + Math.floor(index / down) * ((width - 2 * MARGIN) / across);
    const at = y + 24 + (index % down) * 20;
    parts.push(icon(status, x, at - 11, COLOURS[status].ink, 13));
    text(x + 20, at, status, 'key', ` fill="${COLOURS[status].ink}"`);
    text(x + 116, at, meaning, 'small');
  });
  y += 10 + down * 20;
  if (depends) text(MARGIN, y += 20, 'Dashed: depends on what is not known. The status in bold holds while nothing more is known.', 'small');
  if (marked) text(MARGIN, y += 20, '† rests on text that is in doubt, or is touched by text that no clause carries.', 'small');
  const height = y + MARGIN - 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="en" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" font-size="13">
<title id="t">${escapeXml(`${view.title}: availability on ${day}`)}</title>
<desc id="d">${escapeXml(`${view.products.length} by ${view.clouds.length} cells, with what is known as of ${asOf}${assumptions.length === 0 ? '' : `, assuming that ${assumptions.join('; ')}`}.`)}</desc>
<style>.title{font-size:21px;font-weight:600;fill:#1a1a1a}.day{font-size:14px;fill:#3a3a3a}.head{font-weight:600;fill:#1a1a1a}.small{font-size:12px;fill:#555}.key{font-size:12px;font-weight:600}.word{font-weight:600}.also{font-size:11.5px}</style>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}

const icon = (status: CellView['status'], x: number, y: number, ink: string, size = 16): string =>
  `<g transform="translate(${x} ${y})${size === 16 ? '' : ` scale(${size / 16})`}" fill="none" stroke="${ink}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${ICONS[status]}</g>`;

function tile(cell: CellView, name: string, x: number, y: number, width: number, height: number): string {
  const { fill, ink, edge } = COLOURS[cell.status];
  const depends = cell.possible.length > 1;
  const middle = y + height / 2;
  const word = `${cell.status}${cell.marks.length > 0 ? ' †' : ''}`;
  return `<g><title>${escapeXml(name)}</title><rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="7" fill="${fill}" stroke="${cell.certain ? edge : ink}"${cell.certain ? '' : ' stroke-dasharray="4 3"'}/>` +
    `${icon(cell.status, x + 12, middle - (depends ? 16 : 8), ink)}<text x="${x + 36}" y="${middle + (depends ? -3 : 5)}" class="word" fill="${ink}">${escapeXml(word)}</text>` +
    `${depends ? `<text x="${x + 36}" y="${middle + 14}" class="also" fill="${ink}">${escapeXml(statusText(cell).replaceAll(' | ', ' or '))}</text>` : ''}</g>`;
}
