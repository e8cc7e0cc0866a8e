/** Lets the day run along the timeline. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The whole timeline takes this long, in milliseconds; a step from change to change this long. */
const WHOLE = 14_000;
const STEP = 1_000;

interface Course {
  readonly at: number;
  readonly first: number;
  readonly last: number;
  /** Sorted days on which something changes. */
  readonly changes: readonly number[];
  /** From change to change in place of every day: for those who want less motion, and where each day has to be asked for. */
  readonly steps: boolean;
  readonly onDay: (day: number) => void;
}

/** Stops at the end, when it is told to, and when somebody else picks a day. At the end it starts anew. */
export function usePlay(course: Course): { readonly playing: boolean; readonly toggle: () => void; readonly stop: () => void } {
  const [playing, setPlaying] = useState(false);
  const now = useRef(course);
  now.current = course;
  /** The day that was played last. */
  const played = useRef<number | undefined>(undefined);

  // In step with what is drawn: no frame follows a pause.
  useLayoutEffect(() => {
    if (!playing) return undefined;
    const show = (day: number) => {
      played.current = day;
      now.current.onDay(day);
    };
    const begin = now.current.at >= now.current.last ? now.current.first : now.current.at;
    show(begin);
    let stopped = false;
    if (now.current.steps || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const timer = setInterval(() => {
        const { at, changes } = now.current;
        const next = changes.find((change) => change > at);
        if (next === undefined) setPlaying(false);
        else show(next);
      }, STEP);
      return () => clearInterval(timer);
    }
    let start: number | undefined;
    const frame = (time: number) => {
      const { at, first, last } = now.current;
      if (stopped) return;
      if (at !== played.current) return setPlaying(false);
      start ??= time;
      const day = Math.min(last, Math.round(begin + ((time - start) / WHOLE) * (last - first)));
      if (day !== played.current) show(day);
      if (day >= last) setPlaying(false);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return () => { stopped = true; };
  }, [playing]);

  return { playing, toggle: () => setPlaying(!playing), stop: () => setPlaying(false) };
}
