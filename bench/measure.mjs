export const median = (times) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) / 2)];

/** Milliseconds that the work takes; it may be asynchronous. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What is measured runs so many times before it counts, until the engine has compiled what is run often; or so long, in milliseconds. */
const WARM = { runs: 20, time: 4000 };

/** The median time of several runs of `work(run)`, when it is warm. `prepare(run)` makes what it works on. */
export async function medianOf(runs, work, prepare = (run) => run) {
  const times = [];
  const once = async () => {
    const prepared = await prepare(times.length);
    return timed(() => work(prepared));
  };
  for (let run = 0, spent = 0; run < WARM.runs && spent < WARM.time; run++) spent += await once();
  while (times.length < runs) times.push(await once());
  return median(times);
}

let serial = 0;
/** The same text with other ids: as long, and nothing that was remembered of another one helps. */
export function renamed(text) {
  const mark = (serial += 1).toString(36).padStart(4, 'x');
  return text.replaceAll(/\b(?:(?:operator|cloud|product|agreement|clause|fact|anchor)(?=-[0-9])|(?:maker|launch|cannot-support)(?![\w-]))/g, (id) => `${id}${mark}`);
}
