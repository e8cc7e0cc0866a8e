import type { Command } from 'commander';
import type { QuestionKind } from '../../protocol.js';
import { answerJson, answerMarkdown, answerText } from '../../render/answer-text.js';
import type { Analysis } from '../../service/analysis.js';
import { effective } from '../../service/assume.js';
import { ask, type Question, QUESTION_WORDS } from '../../service/questions.js';
import { assumptionsOf, dayOption, formatOption, knownId, print, Unusable } from '../context.js';
import { analyseFile } from '../files.js';
import { collect, warnOfErrors, withWorld, type WorldOptions } from './matrix.js';

interface Options extends WorldOptions {
  readonly party: string;
  readonly product: string;
  readonly agreement: string | readonly string[];
  readonly base?: string;
}

/** `entente ask`: questions about a whole file (docs/questions.md). */
export function addAsk(program: Command): void {
  const group = program.command('ask').summary('answer a question about a whole file').description('Answers a question about a whole file, on every day and in every world.')
    .addHelpText('after', '\nExample:\n  entente ask plan alliances.entente.yaml --agreement amazon-alliance');
  /** What a question needs beside the file; it may read another one. */
  const add = (question: QuestionKind, example: string, options: (command: Command) => Command, needs: (analysis: Analysis, options: Options, file: string) => Promise<Question>): void => void
    withWorld(options(group.command(`${question} <file>`).summary(QUESTION_WORDS[question]).description(QUESTION_WORDS[question]))
      .option('--format <format>', 'text, json or markdown', 'text'))
      .addHelpText('after', `\nExample:\n  entente ask ${question} ${example}`)
      .action(async (file: string, given: Options) => {
        const format = formatOption(given.format, ['text', 'json', 'markdown']);
        const analysis = await analyseFile(file, { asOf: dayOption('--as-of', given.asOf) });
        const { partnership } = analysis;
        const assume = effective(assumptionsOf(given.assume, partnership), partnership);
        const answer = ask(analysis, { ...await needs(analysis, given, file), assume });
        const context = { question, partnership, assume };
        print(format === 'json' ? answerJson(answer, context, file) : format === 'markdown' ? answerMarkdown(answer, context) : answerText(answer, context));
        warnOfErrors(analysis, file);
      });

  add('serve', 'alliances.entente.yaml --party amazon --product frontier --at 2026-05-01', (command) => command
    .requiredOption('--party <id>', 'who is to serve it').requiredOption('--product <id>', 'the product').option('--at <date>', 'the day; the file\'s `as-of` where absent'),
  async ({ partnership }, { party, product, at }) => ({
    question: 'serve', party: knownId('party', party, partnership.parties), product: knownId('product', product, partnership.products), at: dayOption('--at', at),
  }));
  add('plan', 'alliances.entente.yaml --agreement amazon-alliance', (command) => command.requiredOption('--agreement <id>', 'the agreement'),
    async ({ partnership }, { agreement }) => ({ question: 'plan', agreement: knownId('agreement', String(agreement), partnership.agreements) }));
  add('infringed', 'draft.entente.yaml --base alliances.entente.yaml', (command) => command
    .option('--agreement <id>', 'an agreement that is a draft; may be given many times', collect, [] as string[])
    .option('--base <file>', 'the file as it stands: every agreement that it lacks is a draft'),
  async (analysis, { agreement, base, asOf }, file) => ({ question: 'infringed', agreements: await drafts(analysis, [agreement].flat(), base, asOf, file) }));
  for (const question of ['exposure', 'idle', 'unmet'] as const) add(question, 'alliances.entente.yaml', (command) => command, async () => ({ question }));
}

/** The agreements that are named as drafts, or that a base lacks. */
async function drafts({ partnership: { agreements } }: Analysis, named: readonly string[], base: string | undefined, asOf: string | undefined, file: string): Promise<readonly string[]> {
  if ((named.length > 0) === (base !== undefined)) throw new Unusable('Say what the draft is: an agreement of the file (`--agreement ID`), or what another file lacks (`--base FILE`).');
  if (base === undefined) return [...new Set(named)].map((id) => knownId('agreement', id, agreements));
  const stands = (await analyseFile(base, { asOf: dayOption('--as-of', asOf) })).partnership.agreements;
  const missing = [...stands.keys()].find((id) => !agreements.has(id));
  if (missing !== undefined) throw new Unusable(`${file} has no agreement \`${missing}\`, which ${base} has. Let the draft import ${base}, or add it to a copy.`);
  const added = [...agreements.keys()].filter((id) => !stands.has(id));
  if (added.length === 0) throw new Unusable(`${file} has no agreement that ${base} lacks, so there is no draft in it.`);
  return added;
}
