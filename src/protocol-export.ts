import type { Assume, MatrixParams } from './protocol.js';

/** What is taken along: exports of the matrix, of money and terms, and reports. */

export const EXPORT_FORMATS = ['table', 'json', 'markdown', 'csv', 'svg', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const REPORT_FORMATS = ['markdown', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** One row with `product` alone, one cell with `cloud` as well, else the whole matrix. */
export interface ExportParams extends MatrixParams { readonly format: ExportFormat; readonly product?: string | undefined; readonly cloud?: string | undefined }
export const MONEY_FORMATS = ['text', 'json', 'markdown', 'csv'] as const;
export type MoneyFormat = (typeof MONEY_FORMATS)[number];
export interface ExportMoneyParams extends MatrixParams { readonly format: MoneyFormat }
/** `name` is a file name without folder and extension. */
export interface ExportResult { readonly text: string; readonly name: string; readonly at: string; readonly assumed: Assume }
export interface ReportParams { readonly uri: string; readonly assume?: Assume | undefined; readonly format: ReportFormat }
