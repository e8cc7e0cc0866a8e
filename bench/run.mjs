// `npm run bench`: one table for each subject, medians over several runs, peers measured in the same run. Each row has a
// ratio and the goal for it. Exits with 1 where a ratio is worse than the recorded one by more than a third.
//   --only SUBJECT   one subject, or several of these options
//   --quick          fewer runs, and fewer files
//   --files N        how many files the subject `files` checks; 10,000 without
//   --record         writes the ratios down as those to compare with
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { merged, regressions } from './compare.mjs';
import { files } from './subjects/files.mjs';
import { growth, inside, structure } from './subjects/inside.mjs';
import { matrix } from './subjects/matrix.mjs';
import { sizes } from './subjects/sizes.mjs';
import { edits, start } from './subjects/start.mjs';

const SUBJECTS = { sizes, start, edits, inside, structure, growth, matrix, files };
const RECORDED = new URL('recorded.json', import.meta.url);

const { values: { only = Object.keys(SUBJECTS), quick, record, files: count } } = parseArgs({
  options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean' }, record: { type: 'boolean' }, files: { type: 'string' } },
});
const unknown = only.filter((name) => !(name in SUBJECTS));
if (unknown.length > 0 || (count !== undefined && !(Number(count) >= 1))) {
  console.error(unknown.length > 0 ? `There is no subject ${unknown.join(', ')}. Subjects: ${Object.keys(SUBJECTS).join(', ')}.` : '--files takes a whole number from 1 on.');
  process.exit(2);
}

const recorded = JSON.parse(await readFile(RECORDED, 'utf8').catch((error) => { if (error.code === 'ENOENT') return '{}'; throw error; }));
const measured = {};
const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2));

for (const name of only) {
  const rows = [];
  const notes = [];
  /** What was measured of us and of a peer, in milliseconds unless said otherwise; without a goal it only informs. */
  const row = (what, { ours, peer, of, goal, unit = 'ms', key = what }) => {
    const ratio = ours / peer;
    if (peer > 0) measured[key] = ratio;
    rows.push({
      what, [`ours`]: `${number(ours)} ${unit}`.trim(), 'measured beside it': of === '' ? '' : `${number(peer)} ${unit} (${of})`, ratio: number(ratio), goal: goal === undefined ? '' : `≤ ${goal}`,
      met: goal === undefined ? '' : ratio <= goal ? 'yes' : 'NO', recorded: recorded[key] === undefined ? '' : number(recorded[key]),
    });
  };
  const note = (what, values = {}) => notes.push([what, ...Object.entries(values).map(([label, value]) => `${label} ${number(value)}${/second/.test(label) ? '' : ' ms'}`)].join(': '));
  await SUBJECTS[name]({ runs: quick ? 3 : 7, row, note, files: Number(count ?? (quick ? 1000 : 10_000)) });
  console.log(`\n${name}`);
  console.table(rows);
  for (const line of notes) console.log(line);
}

if (record) await writeFile(RECORDED, `${JSON.stringify(merged(recorded, measured), null, 2)}\n`);
else {
  const worse = regressions(recorded, measured);
  for (const { name, before, ratio } of worse) console.error(`Worse than recorded by more than a third: ${name}: ${number(ratio)}, recorded ${number(before)}.`);
  if (worse.length > 0) process.exitCode = 1;
}
