import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Day, parseDate } from '../../src/base/dates.js';
import type { Span } from '../../src/base/span.js';
import { analyse } from '../../src/service/analyse.js';
import type { Analysis } from '../../src/service/analysis.js';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const FILE = 'file:///deals/main.entente.yaml';

export const day = (text: string): Day => parseDate(text)!.first;

/** The analysis of a text, today being 2026-06-01, with other files by their names beside it. */
export function analysisOf(text: string, others: Readonly<Record<string, string>> = {}): Analysis {
  const texts = new Map([[FILE, text], ...Object.entries(others).map(([name, other]) => [`file:///deals/${name}`, other] as const)]);
  return analyse({ file: FILE, texts, documents: new Map(), workspace: 'file:///deals/', today: day('2026-06-01') });
}

/** A text with `$0` at the cursor. */
export function atCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('$0');
  if (offset < 0) throw new Error('The fixture has no $0.');
  return { text: marked.replace('$0', ''), offset };
}

/** The ranges under `# ^^^ label` lines, each in the nearest line above that is no mark, in order. */
export function marks(text: string): readonly (Span & { label: string })[] {
  const found: (Span & { label: string })[] = [];
  let line = 0;
  let start = 0;
  for (const content of text.split('\n')) {
    const mark = /^#( *)(\^+) ?(.*)$/.exec(content);
    if (mark) found.push({ start: line + 1 + mark[1]!.length, end: line + 1 + mark[1]!.length + mark[2]!.length, label: mark[3]! });
    else line = start;
    start += content.length + 1;
  }
  return found;
}

/** The worked example of the language page (sections 1 and 4). */
export const WORKED = readFileSync(join(ROOT, 'test/server/fixtures/worked-example.entente.yaml'), 'utf8');

/** A small file that the tests of single features start from. */
export const SMALL = `entente: 1
as-of: 2026-04-27
parties:
  meteo: { name: Meteo Analytics }
  north: { name: North Cloud Inc }
clouds:
  north-cloud: { name: North Cloud, operator: north, services: { grid: North Grid } }
  south-cloud: { name: South Cloud }
products:
  forecasts: { name: Forecasts, owner: meteo, kind: model }
  maps: { name: Maps, owner: meteo }
events:
  merger: { name: The merger closes, status: pending }
facts:
  outage: { name: North has an outage, for: { maps: true } }
readings:
  best-efforts:
    question: What are best efforts?
    choices: { strict: Whatever it takes, lenient: What is reasonable }
agreements:
  hosting:
    title: Hosting agreement
    parties: [meteo, north]
    signed: 2026-02
    through: 2028
    clauses:
      only-north:
        type: exclusivity
        by: meteo
        to: north
        products: [forecasts]
        cloud: north-cloud
        unless: outage
      maps-north: { type: availability, by: north, to: meteo, products: [maps], clouds: [north-cloud], strength: must, subject-to: [only-north] }
`;
