import type { GridChoice, MarkSettings, StatusName } from '../protocol.js';
import { cloudsInWords, FILE_ORDER, type Layout, productsInWords } from './grid-model.js';
import * as l10n from './l10n.js';
import { Menu } from './menu.js';
import { StatusIcon } from './status.js';
import { STATUSES } from './words.js';

interface Props {
  readonly choice: GridChoice;
  readonly marks: MarkSettings;
  readonly layout: Layout;
  /** What some cell has, now or possibly. */
  readonly statuses: ReadonlySet<StatusName>;
  readonly onArrange: (choice: GridChoice) => void;
  readonly onMarks: (marks: MarkSettings) => void;
}

/** Finds and arranges products and clouds. */
export function Toolbar({ choice, marks, layout, statuses, onArrange, onMarks }: Props) {
  const change = (part: Partial<GridChoice>) => onArrange({ ...choice, ...part });
  const arranged = [choice.rows !== 'none', choice.columns !== 'none', choice.sort !== 'file', choice.hideSame, choice.fit].filter(Boolean).length;
  const toggled = (status: StatusName) => (choice.statuses.includes(status) ? choice.statuses.filter((each) => each !== status) : [...choice.statuses, status]);
  return (
    <div class="toolbar" role="group" aria-label={l10n.t('Find and arrange')}>
      <input
        type="search" class="filter" aria-label={l10n.t('Filter products and clouds')} placeholder={l10n.t('Filter products and clouds')} value={choice.filter} spellcheck={false}
        onInput={({ currentTarget: { value } }) => change({ filter: value })}
      />
      <Menu label={l10n.t('Status')} note={choice.statuses.length === 0 ? undefined : String(choice.statuses.length)}>
        <fieldset>
          <legend>{l10n.t('Show rows and columns with')}</legend>
          {STATUSES.filter((status) => statuses.has(status) || choice.statuses.includes(status)).map((status) => (
            <label key={status} class="check" data-tone={status}>
              <input type="checkbox" checked={choice.statuses.includes(status)} onChange={() => change({ statuses: toggled(status) })} />
              <StatusIcon status={status} /><span class="status-word">{status}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" class="button" disabled={choice.statuses.length === 0} onClick={() => change({ statuses: [] })}>{l10n.t('Any status')}</button>
      </Menu>
      <Menu label={l10n.t('Arrange')} note={arranged === 0 ? undefined : String(arranged)}>
        <Choice label={l10n.t('Group products by')} value={choice.rows} options={{ none: l10n.t('Nothing'), kind: l10n.t('Kind'), owner: l10n.t('Owner') }} onValue={(rows) => change({ rows })} />
        <Choice label={l10n.t('Group clouds by')} value={choice.columns} options={{ none: l10n.t('Nothing'), operator: l10n.t('Operator') }} onValue={(columns) => change({ columns })} />
        <Choice label={l10n.t('Sort products by')} value={choice.sort} options={{ file: l10n.t('Order of the file'), name: l10n.t('Name'), status: l10n.t('Status, gravest first') }} onValue={(sort) => change({ sort })} />
        <Check label={l10n.t('Hide what is the same')} checked={choice.hideSame} onChecked={(hideSame) => change({ hideSame })} />
        <Check label={l10n.t('Zoom to fit')} checked={choice.fit} onChecked={(fit) => change({ fit })} />
        <hr />
        <Check label={l10n.t('Mark the cells of the clause at the cursor')} checked={marks.cells} onChecked={(cells) => onMarks({ ...marks, cells })} />
        <Check label={l10n.t('Mark the clauses of a cell in the text')} checked={marks.text} onChecked={(text) => onMarks({ ...marks, text })} />
        <button type="button" class="button" disabled={arranged === 0} onClick={() => onArrange({ ...FILE_ORDER, filter: choice.filter, statuses: choice.statuses })}>{l10n.t('As in the file')}</button>
      </Menu>
      <p class="shown" role="status">{shownInWords(layout)}</p>
    </div>
  );
}

/** Empty while everything is shown. */
function shownInWords({ rows, columns, folds, of }: Layout): string {
  if (rows.length === of.products && columns.length === of.clouds) return '';
  const shown = `${l10n.t('{0} of {1}', rows.length, productsInWords(of.products))}, ${l10n.t('{0} of {1}', columns.length, cloudsInWords(of.clouds))}`;
  return folds.length > 0 ? l10n.t('{0}; what is the same is below', shown) : shown;
}

function Choice<T extends string>({ label, value, options, onValue }: { readonly label: string; readonly value: T; readonly options: Readonly<Record<T, string>>; readonly onValue: (value: T) => void }) {
  const values = Object.keys(options) as T[];
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => { const chosen = values[currentTarget.selectedIndex]; if (chosen !== undefined) onValue(chosen); }}>
        {values.map((each) => <option key={each} value={each}>{options[each]}</option>)}
      </select>
    </label>
  );
}

const Check = ({ label, checked, onChecked }: { readonly label: string; readonly checked: boolean; readonly onChecked: (checked: boolean) => void }) => (
  <label class="check"><input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChecked(currentTarget.checked)} /><span>{label}</span></label>
);
