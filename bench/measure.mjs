export const median = (times) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) / 2)];

/** Milliseconds that the work takes; it may be asynchronous. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long what is measured runs before it counts, in milliseconds: until the engine has compiled what is run often. */
const WARM = 1000;

/** The median time of several runs of `work(run)`, when it is warm. `prepare(run)` makes what it works on. */
export async function medianOf(runs, work, prepare = (run) => run) {
  const times = [];
  const once = async () => {
    const prepared = await prepare(times.length);
    return timed(() => work(prepared));
  };
  for (let spent = 0; spent < WARM;) spent += await once();
  while (times.length < runs) times.push(await once());
  return median(times);
}

let serial = 0;
/** The same text with other ids: as long, and nothing that was remembered of another one helps. */
export function renamed(text) {
  const mark = (serial += 1).toString(36).padStart(4, 'x');
  return text.replaceAll(/\b(maker|operator|cloud|product|agreement|clause|fact|launch|cannot)(?=[-:,\] }]|$)/gm, `$1${mark}`);
}
