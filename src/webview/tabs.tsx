import type { ComponentChildren } from 'preact';
import type { PanelTab } from '../protocol.js';
import * as l10n from './l10n.js';

interface Props {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onTake: (how: 'export' | 'copy') => void;
}

const TABS: readonly (readonly [PanelTab, string])[] = [['matrix', l10n.t('Availability')], ['money', l10n.t('Money and terms')]];

/** The two views of a file, as the ARIA pattern for tabs has it: arrow keys choose, Tab leads on into the panel. */
export function Tabs({ tab, onTab, onTake }: Props) {
  const matrix = tab === 'matrix';
  const onKeyDown = (event: KeyboardEvent) => {
    const at = TABS.findIndex(([id]) => id === tab);
    const to = { ArrowRight: (at + 1) % TABS.length, ArrowLeft: (at + TABS.length - 1) % TABS.length, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onTab(TABS[to]![0]);
    document.getElementById(`tab-${TABS[to]![0]}`)?.focus();
  };
  return (
    <div class="tab-row">
      <div role="tablist" class="tabs" aria-label={l10n.t('Views')} onKeyDown={onKeyDown}>
        {TABS.map(([id, label]) => (
          <button
            key={id} type="button" role="tab" id={`tab-${id}`} class="tab" aria-selected={tab === id} aria-controls={tab === id ? `panel-${id}` : undefined}
            tabIndex={tab === id ? 0 : -1} onClick={() => onTab(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div class="take" role="group" aria-label={l10n.t('Take along')}>
        <button type="button" class="button" title={matrix ? l10n.t('Copy the matrix as shown') : l10n.t('Copy money and terms as shown')} onClick={() => onTake('copy')}>{l10n.t('Copy')}</button>
        <button type="button" class="button" title={matrix ? l10n.t('Save the matrix as shown: SVG, PNG, HTML, CSV, Markdown, JSON') : l10n.t('Save money and terms as shown: CSV, Markdown, JSON')} onClick={() => onTake('export')}>{l10n.t('Export…')}</button>
      </div>
    </div>
  );
}

export const TabPanel = ({ tab, children }: { readonly tab: PanelTab; readonly children: ComponentChildren }) => (
  <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>{children}</div>
);
