import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ScrollPlace } from '../protocol.js';

/** Pixels. */
export interface Room { readonly width: number; readonly height: number; readonly em: number }
export interface Sizes {
  /** False where every cell takes the room that it needs: then nothing else here counts. */
  readonly fixed: boolean;
  readonly head: number;
  readonly row: number;
  readonly column: number;
  /** Too narrow for words: shapes only. */
  readonly narrow: boolean;
}

/** How much of the window's height the grid takes at most; as in grid.css. */
const HIGH = 0.78;
/** From this many cells on, rows and columns have one fixed size, so that only those in sight need to be drawn. */
const LARGE = 400;
/** In units of the font size. */
const EM = { head: 15, row: 2.9, column: 9.6, least: 2.2, leastRow: 1.9 } as const;

export function sizesFor(rows: number, columns: number, fit: boolean, { width, height, em }: Room): Sizes {
  const head = Math.round(Math.min(EM.head * em, width * 0.36));
  const row = Math.round(EM.row * em);
  const column = Math.round(EM.column * em);
  if (!fit) return { fixed: rows * columns > LARGE, head, row, column, narrow: false };
  const fitted = Math.max(Math.round(EM.least * em), Math.floor((width - head) / Math.max(1, columns)));
  const narrow = fitted < EM.column * em;
  const forRows = height - (narrow ? 9 : 4) * em;
  return {
    fixed: true, head, narrow, column: Math.min(fitted, Math.round(1.6 * column)),
    row: Math.max(Math.round(EM.leastRow * em), Math.min(row, Math.floor(forRows / Math.max(1, rows)))),
  };
}

/** The room that an element may take, again whenever it changes. */
export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 800, height: 600, em: 13 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => {
      const next = { width: current.clientWidth, height: Math.round(window.innerHeight * HIGH), em: Number.parseFloat(getComputedStyle(current).fontSize) || 13 };
      setRoom((before) => (before.width === next.width && before.height === next.height && before.em === next.em ? before : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    window.addEventListener('resize', measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element]);
  return room;
}

/** Keeps what is brought into sight clear of the headers, which stay in place. They are measured when they change, which costs no layout. */
export function usePadding(scroller: RefObject<HTMLElement | null>, grouped: boolean): void {
  useLayoutEffect(() => {
    const { current } = scroller;
    const head = current?.querySelector('thead');
    const corner = current?.querySelector<HTMLElement>('thead .corner');
    if (!current || !head || !corner) return;
    const observer = new ResizeObserver(() => { current.style.scrollPadding = `${head.offsetHeight + 6}px 8px 8px ${corner.offsetWidth + 6}px`; });
    for (const element of [head, corner]) observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, grouped]);
}

/** Scrolls to where it was when the view was last open: the grid once; the page as it grows, until it is there or the user does something. */
export function useRestored(scroller: RefObject<HTMLElement | null>, scroll: ScrollPlace | undefined): void {
  useLayoutEffect(() => {
    if (scroll === undefined) return;
    scroller.current?.scrollTo({ top: scroll.top, left: scroll.left });
    const stop = () => {
      observer.disconnect();
      for (const type of ACTS) window.removeEventListener(type, stop);
    };
    const observer = new ResizeObserver(() => {
      window.scrollTo({ top: scroll.page });
      if (Math.abs(window.scrollY - scroll.page) < 2) stop();
    });
    observer.observe(document.body);
    for (const type of ACTS) window.addEventListener(type, stop, { passive: true });
    return stop;
  }, []);
}

/** What a user does who does not wait for the rest of the page. */
const ACTS = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
