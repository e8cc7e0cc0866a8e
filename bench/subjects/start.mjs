/** Start of the servers, what is sent at first, edits, questions after edits, bursts and memory: all over stdio. */
import { Server } from '../client.mjs';
import { median, medianOf, timed } from '../measure.mjs';
import { scaled } from '../scale.mjs';
import { keystrokes, places } from '../texts.mjs';

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Medians of the servers, started in turns so that what else the machine does falls on all. */
export async function start({ runs, row, note }) {
  const names = ['ours', 'yaml', 'idle'];
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < runs + 1; run++) {
    for (const name of names) {
      const server = await Server.start(name);
      if (run > 0) times[name].push(server.spawned);
      await server.stop();
    }
  }
  const { ours, yaml, idle } = Object.fromEntries(names.map((name) => [name, median(times[name])]));
  note('spawn to initialized', { idle });
  row('spawn to initialized', { ours, peer: yaml, of: 'Y', goal: 0.35 });
  for (const [clauses, goal] of [[1000, 0.45], [10_000, 0.7]]) {
    const text = scaled(clauses);
    const first = { ours: [], yaml: [] };
    for (let run = 0; run < Math.max(2, Math.ceil(runs / 2)); run++) {
      for (const name of ['ours', 'yaml']) {
        const server = await Server.start(name);
        await server.open(text);
        first[name].push(performance.now() - server.started);
        await server.stop();
      }
    }
    row(`spawn to first diagnostics, ${clauses} clauses`, { ours: median(first.ours), peer: median(first.yaml), of: 'Y', goal });
  }
}

/** One open file in each server: the median times of what an editor does with it. */
async function session(name, clauses, runs) {
  const text = scaled(clauses);
  const { key, value, name: reference } = places(text);
  const server = await Server.start(name);
  const measured = { open: await timed(() => server.open(text)) };
  const keystroke = keystrokes(text);
  const edit = () => {
    const { range, text: inserted } = keystroke();
    return server.change(range, inserted);
  };
  measured.edit = await medianOf(runs, edit);
  const afterEdit = async (method, position) => {
    const times = [];
    for (let run = 0; run <= runs; run++) {
      const published = edit();
      const time = await timed(() => server.request(method, position));
      if (run > 0) times.push(time);
      await published;
    }
    return median(times);
  };
  measured.completion = await afterEdit('textDocument/completion', value);
  measured.definition = await afterEdit('textDocument/definition', reference);
  measured.hover = await medianOf(runs, () => server.request('textDocument/hover', key));
  if (name === 'ours') {
    const lasts = [];
    for (let run = 0; run < Math.max(2, Math.ceil(runs / 3)); run++) {
      for (let press = 0; press < 29; press++) {
        void edit();
        await wait(1000 / 25);
      }
      lasts.push(await timed(edit));
    }
    measured.burst = median(lasts);
    measured.stale = server.published.filter((version, index) => index > 0 && version < server.published[index - 1]).length;
  }
  measured.memory = process.platform === 'win32' ? undefined : server.memory();
  await server.stop();
  return measured;
}

export async function edits({ runs, row, note }) {
  for (const clauses of [1000, 10_000]) {
    const at = `${clauses} clauses`;
    const few = clauses > 1000 ? Math.max(2, Math.ceil(runs / 2)) : runs;
    const [ours, yaml, parsing, idle] = [await session('ours', clauses, runs * 2 + 1), await session('yaml', clauses, few), await session('parsing', clauses, few), await session('idle', clauses, runs)];
    note(`edit to diagnostics, ${at}`, { 'only parses': parsing.edit, 'does nothing': idle.edit });
    row(`edit to complete diagnostics, ${at}`, { ours: ours.edit, peer: yaml.edit, of: 'Y', goal: clauses > 1000 ? 0.02 : 0.03 });
    row(`edit then completion, ${at}`, { ours: ours.completion, peer: yaml.completion, of: 'Y', goal: clauses > 1000 ? 0.02 : undefined });
    // The peer has definitions of anchors only; what it takes to say so is what it takes to parse.
    row(`edit then definition, ${at}`, { ours: ours.definition, peer: yaml.definition, of: 'Y', goal: clauses > 1000 ? 0.02 : undefined });
    row(`hover, warm, ${at}`, { ours: ours.hover, peer: yaml.hover, of: 'Y', goal: 0.2 });
    row(`last of 30 keys at 25 a second to diagnostics, ${at}`, { ours: ours.burst, peer: ours.edit, of: 'single edit', goal: 2 });
    row(`versions published after newer ones, ${at}`, { ours: ours.stale, peer: 1, of: '', goal: 0, unit: '' });
    if (ours.memory) row(`memory, ${at}`, { ours: ours.memory / 1e6, peer: yaml.memory / 1e6, of: 'Y', goal: clauses > 1000 ? 0.25 : undefined, unit: 'MB' });
  }
}
