import type { ExportFormat } from '../protocol.js';
import type { Analysis } from '../service/analysis.js';
import { matrixReport, type Scope } from '../service/matrix-report.js';
import type { MatrixOptions } from '../service/matrix-view.js';
import { matrixHtml } from './matrix-html.js';
import { matrixSvg } from './matrix-svg.js';
import { matrixCsv, matrixJson, matrixMarkdown, matrixTable } from './matrix-text.js';

/** The matrix, or a part of it, in one of the formats: what the command line prints and the editor saves. `file` is named in JSON. */
export function exportMatrix(analysis: Analysis, format: ExportFormat, file: string, options: MatrixOptions & Scope): string {
  const report = matrixReport(analysis, options);
  switch (format) {
    case 'table': return matrixTable(report.view);
    case 'json': return matrixJson(report.view, file);
    case 'markdown': return matrixMarkdown(report.view);
    case 'csv': return matrixCsv(report.view);
    case 'svg': return matrixSvg(report);
    case 'html': return matrixHtml(report);
  }
}
