import type { ReportFormat } from '../protocol.js';
import type { Assumptions } from '../model/types.js';
import type { Analysis } from '../service/analysis.js';
import { reportOf } from '../service/report.js';
import { reportHtml } from './report-html.js';
import { reportMarkdown } from './report-markdown.js';

/** The report in one of its formats: what the command line prints and the editor saves. */
export const exportReport = (analysis: Analysis, format: ReportFormat, assume: Assumptions): string =>
  ({ markdown: reportMarkdown, html: reportHtml })[format](reportOf(analysis, { assume }));
