import assert from 'node:assert/strict';
import type { Span } from '../../src/base/span.js';
import { RULES } from '../../src/rules/registry.js';
import { placed, findingsGithub, findingsJson, findingsSarif, findingsText } from '../../src/render/findings.js';
import { cellsCsv, cellsJsonLines } from '../../src/render/cells-text.js';
import { comparisonJson, comparisonText } from '../../src/render/compare-text.js';
import { exportMatrix } from '../../src/render/export.js';
import { moneyCsv, moneyJson, moneyMarkdown, moneyText } from '../../src/render/money-text.js';
import { exportReport } from '../../src/render/report.js';
import { EXPORT_FORMATS } from '../../src/protocol.js';
import type { Analysis } from '../../src/service/analysis.js';
import { clausesAt } from '../../src/service/clauses-at.js';
import { codeActions } from '../../src/service/code-actions.js';
import { codeLenses } from '../../src/service/code-lenses.js';
import { commitmentsView } from '../../src/service/commitments.js';
import { compare } from '../../src/service/compare.js';
import { complete } from '../../src/service/completion.js';
import { definition } from '../../src/service/definition.js';
import { explain } from '../../src/service/explain.js';
import { formatEdits } from '../../src/service/format.js';
import { highlights } from '../../src/service/highlights.js';
import { hover } from '../../src/service/hover.js';
import { inlayHints } from '../../src/service/inlay-hints.js';
import { links } from '../../src/service/links.js';
import { plainText } from '../../src/service/markdown.js';
import { matrixOverTime } from '../../src/service/timeline-view.js';
import { openQuestions } from '../../src/service/open-questions.js';
import { references } from '../../src/service/references.js';
import { renamable } from '../../src/service/rename.js';
import { semanticTokens } from '../../src/service/semantic-tokens.js';
import { folds, selections } from '../../src/service/structure.js';
import { summaryOf } from '../../src/service/summary.js';
import { supersessionAt } from '../../src/service/supersession.js';
import { symbols } from '../../src/service/symbols.js';
import { testsOf } from '../../src/service/tests.js';

/** Everything an editor may ask for, at offsets `step` apart. Ranges must lie in the text. Gives the Markdown of all hovers. */
export function editorAnswers(analysis: Analysis, step: number): readonly string[] {
  const { partnership: { file, files }, input } = analysis;
  const text = files.get(file)?.text ?? '';
  const whole: Span = { start: 0, end: text.length };
  const within = ({ start, end }: Span): void => assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
  for (const { place } of analysis.findings) within(place);
  for (const { edits } of codeActions(analysis, file, whole)) for (const edit of edits.filter((one) => one.file === file).flatMap((one) => one.edits)) within(edit.span);
  for (const { span } of formatEdits(text)) within(span);
  for (const token of semanticTokens(analysis, file, whole)) within(token.span);
  for (const link of links(analysis, file, input.workspace)) within(link.span);
  inlayHints(analysis, file, whole);
  symbols(analysis, file);
  folds(analysis, file);
  codeLenses(analysis, file);
  openQuestions(analysis, analysis.findings);
  testsOf(analysis);
  summaryOf(analysis);
  const markdown: string[] = [];
  for (let offset = 0; offset <= text.length; offset += step) {
    const found = hover(analysis, file, offset);
    if (found) {
      within(found.span);
      markdown.push(found.markdown);
      plainText(found.markdown);
    }
    complete(analysis, file, offset);
    definition(analysis, file, offset);
    highlights(analysis, file, offset);
    references(analysis, file, offset, true);
    renamable(analysis.partnership, file, offset);
    selections(analysis, file, offset).forEach(within);
    clausesAt(analysis, file, offset);
    supersessionAt(analysis, file, offset);
  }
  return markdown;
}

/** The hover on every name of the main file. */
export function hovers(analysis: Analysis): readonly string[] {
  const { file, references: names } = analysis.partnership;
  return names.filter(({ place }) => place.file === file).flatMap(({ place }) => hover(analysis, file, place.start)?.markdown ?? []);
}

/** Everything that is written out, by its name. `shown` is the file as people see it. */
export function outputs(analysis: Analysis, shown: string): ReadonlyMap<string, string> {
  const { partnership } = analysis;
  const findings = placed(analysis.findings, (uri) => partnership.files.get(uri)?.text ?? '', () => shown);
  const money = commitmentsView(analysis);
  const side = { analysis, at: partnership.asOf, assume: {} };
  const later = { ...side, at: partnership.asOf + 400 };
  const comparison = compare(side, later, 'day');
  const labels = { before: shown, after: shown };
  matrixOverTime(analysis);
  const cells = [...partnership.products.keys()].flatMap((product) => [...partnership.clouds.keys()].map((cloud) => explain(analysis, { product, cloud })));
  return new Map([
    ...EXPORT_FORMATS.map((format) => [format, exportMatrix(analysis, format, shown, {})] as const),
    ['check text', findingsText(findings, false)], ['check json', findingsJson(findings, [])], ['check github', findingsGithub(findings)], ['check sarif', findingsSarif(findings, RULES, '0.0.0')],
    ['cells csv', [...cellsCsv(analysis, shown, {})].join('')], ['cells json', [...cellsJsonLines(analysis, shown, {})].join('')],
    ['money text', moneyText(money)], ['money markdown', moneyMarkdown(money)], ['money csv', moneyCsv(money)], ['money json', moneyJson(money, shown)],
    ['report markdown', exportReport(analysis, 'markdown', {})], ['report html', exportReport(analysis, 'html', {})],
    ['diff text', comparisonText(comparison, later, labels, false)], ['diff markdown', comparisonText(comparison, later, labels, true)], ['diff json', comparisonJson(comparison, side, later, labels)],
    ['explanations', JSON.stringify(cells)],
  ]);
}
