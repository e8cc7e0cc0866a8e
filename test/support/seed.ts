import fc from 'fast-check';

// Loaded before every unit test: the quick run draws the same cases each time, so that it fails only for a reason.
// `ENTENTE_SEED` draws others: a number, or `random`. `ENTENTE_RUNS` draws more.
const seed = process.env['ENTENTE_SEED'] ?? '1';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
