import { kept, type PageElement, webview } from './support';

/** What a reader sees of a matrix panel; the same before a reload of the window and after it. */
export interface Shown {
  readonly day: string | undefined;
  readonly statuses: readonly string[];
  readonly assumed: string;
  readonly selected: string;
  readonly filter: string;
  readonly explanation: string;
  readonly lines: readonly (string | undefined)[];
  /** Where the page and the grid are scrolled to: the title and the first status, in pixels. */
  readonly title: readonly [number, number];
  readonly cell: readonly [number, number];
}

let shown: Shown | undefined;
export const shownBeforeReload = (): Shown | undefined => shown;
export const keepShown = (value: Shown): void => { shown = value; };
/** What was shown before the window was reloaded. */
export const shownEarlier = async (): Promise<Shown> => (JSON.parse((await kept()) ?? '{}') as { shown: Shown }).shown;

const place = ({ left, top }: PageElement): readonly [number, number] => [left, top];

/** Of the panel in front, once it is current and explained. */
export async function shownNow(): Promise<Shown> {
  const [main] = await webview.elements('main[data-state="current"]');
  await webview.elements('.explanation[aria-busy="false"] [data-node]');
  const [title] = await webview.elements('h1');
  const cells = await webview.elements('.cell');
  return {
    day: main!.attributes['data-at'],
    statuses: cells.map(({ attributes }) => `${attributes['data-product']} ${attributes['data-cloud']} ${attributes['data-status']}`),
    assumed: (await webview.text('.unknowns-count'))[0]!,
    selected: (await webview.elements('[aria-selected="true"].cell')).map(({ attributes }) => attributes['data-place']).join(),
    filter: (await webview.text('.shown'))[0]!,
    explanation: (await webview.text('.explanation .summary'))[0]!,
    lines: (await webview.elements('[data-node]')).map(({ attributes }) => attributes['data-node']),
    title: place(title!), cell: place(cells[0]!),
  };
}
