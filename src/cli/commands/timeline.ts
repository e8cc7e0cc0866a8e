import type { Command } from 'commander';
import { formatDay } from '../../base/dates.js';
import type { Cell } from '../../matrix/types.js';
import { cellJson, changeText } from '../../service/cell-text.js';
import { jsonText, oneLine } from '../../render/symbols.js';
import { changesOf } from '../../service/changes.js';
import { boundsWords, byEventDay, caseWords, eventDaysJson } from '../../service/event-days.js';
import { assumptionsOf, dayOption, formatOption, print } from '../context.js';
import { analyseFile } from '../files.js';
import { cellName } from '../../service/phrases.js';
import { warnOfErrors, withWorld, type WorldOptions } from './matrix.js';

/** `entente timeline`: every day on which a cell changes, and what changed (language, section 6). */
export function addTimeline(program: Command): void {
  withWorld(program.command('timeline <file>')
    .summary('list the days on which cells change')
    .description('Lists every day on which a cell changes, and what changed; also the days of pending events, which have no date yet.')
    .option('--format <format>', 'table or json', 'table'))
    .addHelpText('after', '\nExample:\n  entente timeline alliances.entente.yaml')
    .action(async (file: string, options: WorldOptions) => {
      const format = formatOption(options.format, ['table', 'json']);
      const analysis = await analyseFile(file, { asOf: dayOption('--as-of', options.asOf) });
      const assume = assumptionsOf(options.assume, analysis.partnership);
      const days = changesOf(analysis, assume);
      const events = analysis.matrix.eventChanges(assume);
      const name = (cell: Pick<Cell, 'product' | 'cloud'>): string => oneLine(cellName(cell.product, cell.cloud, analysis.partnership));
      if (format === 'json') {
        print(`${jsonText({
          version: 1, file, asOf: formatDay(analysis.partnership.asOf), assumed: assume,
          days: days.map(([day, changes]) => ({ day: formatDay(day), changes: changes.map(({ from, to }) => ({ product: to.product, cloud: to.cloud, from: cellJson(from), to: cellJson(to) })) })),
          events: eventDaysJson(events),
        }, 2)}\n`);
      } else if (days.length === 0) print('No cell ever changes.\n');
      else {
        const dated = days.map(([day, changes]) => [formatDay(day), ...changes.map(({ from, to }) => `  ${name(to)}: ${oneLine(changeText(from, to))}`)]);
        const undated = byEventDay(events).map(({ event, days: bounds, changes }) => [
          `The day on which \`${event}\` occurs (${boundsWords(bounds)})`,
          ...changes.flatMap((change) => caseWords(change, analysis.partnership).map((words) => `  ${name(change)}: ${oneLine(words)}`)),
        ]);
        print([...dated, ...undated].map((lines) => lines.join('\n')).join('\n\n') + '\n');
      }
      warnOfErrors(analysis, file);
    });
}
