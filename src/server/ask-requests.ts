import { formatDay } from '../base/dates.js';
import { type AskableView, type AskResult, QUESTIONS } from '../protocol.js';
import { answerMarkdown } from '../render/answer-text.js';
import { cellsAhead } from '../service/ahead.js';
import { effective } from '../service/assume.js';
import { withoutAgreement } from '../service/questions-plan.js';
import { ask, type Question } from '../service/questions.js';
import { isRecord } from './options.js';
import { analysedAt, checked, dayParams, invalid, known, textParam } from './requests.js';
import type { Work } from './work.js';
import type { Analysed, Workspace } from './workspace.js';

/** A question about a whole file, answered as `entente ask --format markdown` prints it. */
export async function askRequest(workspace: Workspace, params: unknown, work: Work): Promise<AskResult> {
  const { uri, at, assume } = dayParams(params);
  const analysed = await analysedAt(workspace, uri);
  const { analysis: { partnership } } = analysed;
  const question = questionOf(params, analysed);
  const assumed = effective(checked(assume, analysed), partnership);
  await work.through(cellsAhead(analysed.analysis, assumed));
  if (question.question === 'plan') await work.through(cellsAhead(withoutAgreement(analysed.analysis, question.agreement), assumed));
  const answer = ask(analysed.analysis, { ...question, at, assume: assumed });
  return { summary: answer.summary, markdown: answerMarkdown(answer, { question: question.question, partnership, assume: assumed }) };
}

/** What a file has to ask about. */
export async function askableRequest(workspace: Workspace, params: unknown): Promise<AskableView> {
  const { analysis: { partnership: { parties, products, agreements, asOf } } } = await analysedAt(workspace, textParam(params, 'uri'));
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
  return {
    parties: [...parties.values()].map(named), products: [...products.values()].map(named),
    agreements: [...agreements.values()].map((agreement) => ({ ...named(agreement), at: formatDay(Number.isFinite(agreement.start) ? agreement.start : asOf) })),
  };
}

function questionOf(params: unknown, { analysis: { partnership } }: Analysed): Question {
  const asked = isRecord(params) ? params : {};
  const question = QUESTIONS.find((one) => one === asked['question']);
  if (question === undefined) throw invalid(`\`question\` must be one of ${QUESTIONS.join(', ')}.`);
  if (question === 'serve') {
    const [party, product] = [textParam(params, 'party'), textParam(params, 'product')];
    known('party', party, partnership.parties);
    known('product', product, partnership.products);
    return { question, party, product };
  }
  if (question !== 'plan' && question !== 'infringed') return { question };
  const { agreements: given } = asked;
  const agreements = Array.isArray(given) ? given.filter((id): id is string => typeof id === 'string') : [];
  const [agreement] = agreements;
  if (agreement === undefined || (question === 'plan' && agreements.length > 1)) throw invalid(`\`agreements\` must hold ${question === 'plan' ? 'one id' : 'ids'}.`);
  for (const id of agreements) known('agreement', id, partnership.agreements);
  return question === 'plan' ? { question, agreement } : { question, agreements };
}
