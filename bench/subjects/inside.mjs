/** The analysis inside this process, against parsing the same text with `yaml` as Node gets it (P). */
import { parseDocument } from 'yaml';
import { check, Editor } from '../inside.mjs';
import { median, medianOf, renamed, timed } from '../measure.mjs';
import { scaled } from '../scale.mjs';
import { GROWTH, keystrokes, structureEdits } from '../texts.mjs';

const SIZES = [100, 1000, 10_000];
const parsing = (text, runs) => medianOf(runs, (fresh) => parseDocument(fresh), () => renamed(text));

async function editing(text, runs) {
  const editor = new Editor();
  await editor.open(text);
  const keystroke = keystrokes(text);
  return medianOf(runs * 4 + 1, (edit) => editor.change(edit.range, edit.text), keystroke);
}

export async function inside({ runs, row }) {
  const costs = new Map();
  for (const clauses of SIZES) {
    const text = scaled(clauses);
    const few = clauses > 1000 ? Math.max(2, Math.ceil(runs / 2)) : runs;
    const peer = await parsing(text, few);
    const edit = await editing(text, runs);
    costs.set(clauses, edit);
    row(`edit inside the process, ${clauses} clauses`, { ours: edit, peer, of: 'P', goal: { 1000: 0.05, 10_000: 0.02 }[clauses] });
    const once = await medianOf(few, (fresh) => check(fresh), () => renamed(text));
    row(`one-shot check, ${clauses} clauses`, { ours: once, peer, of: 'P', goal: 1.15 });
  }
  row('flatness: an edit at 10,000 over one at 100', { ours: costs.get(10_000), peer: costs.get(100), of: 'edit at 100', goal: 5 });
}

export async function structure({ runs, row }) {
  for (const clauses of [1000, 10_000]) {
    const text = scaled(clauses);
    const peer = await parsing(text, Math.max(2, Math.ceil(runs / 2)));
    for (const [what, edit, back] of structureEdits(text)) {
      const editor = new Editor();
      await editor.open(text);
      const times = [];
      for (let run = 0; run <= runs; run++) {
        for (const each of [edit, back]) {
          const time = await timed(() => editor.change(each.range, each.text));
          if (run > 0) times.push(time);
        }
      }
      row(`${what}, ${clauses} clauses`, { ours: median(times), peer, of: 'P', goal: 0.2 });
    }
  }
}

/** How much longer twice as much takes. */
export async function growth({ runs, row }) {
  for (const [what, [size, of]] of Object.entries(GROWTH)) {
    const times = { single: [], double: [] };
    // In turns, so that what else the machine does falls on both.
    for (let run = 0; run <= runs; run++) {
      for (const [name, text] of [['single', of(size)], ['double', of(2 * size)]]) {
        const fresh = renamed(text);
        const time = await timed(() => check(fresh));
        if (run > 0) times[name].push(time);
      }
    }
    row(`growth: ${2 * size} over ${size} ${what}`, { ours: median(times.double), peer: median(times.single), of: 'half', goal: 2.5 });
  }
}
