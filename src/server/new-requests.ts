import { parseDate } from '../base/dates.js';
import { CLAUSE_TYPES } from '../clauses/registry.js';
import type { AgreementTypesView, NewFileResult } from '../protocol.js';
import { newFile } from '../service/new-file.js';
import { isRecord } from './options.js';
import { invalid, textParam } from './requests.js';

/** The text that `entente new` writes for the same answers. */
export async function newFileRequest(params: unknown): Promise<NewFileResult> {
  const day = parseDate(textParam(params, 'day'));
  if (day?.precision !== 'day') throw invalid('`day` must be a day such as 2026-04-27.');
  const title = isRecord(params) && params['title'] !== undefined ? textParam(params, 'title') : undefined;
  const made = newFile({
    parties: namesParam(params, 'parties'), clouds: namesParam(params, 'clouds'), products: namesParam(params, 'products'), type: textParam(params, 'type'), title, day: day.first,
  });
  if (made.kind === 'impossible') throw invalid(made.message);
  return { text: made.text };
}

export const agreementTypesRequest = async (): Promise<AgreementTypesView> => ({ types: CLAUSE_TYPES.map(({ name, summary }) => ({ name, summary })) });

function namesParam(params: unknown, key: string): readonly string[] {
  const names = isRecord(params) ? params[key] : undefined;
  if (!Array.isArray(names) || !names.every((name): name is string => typeof name === 'string')) throw invalid(`\`${key}\` must be a list of texts.`);
  return names;
}
