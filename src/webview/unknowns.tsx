import { useState } from 'preact/hooks';
import type { Assume, MatrixView } from '../protocol.js';
import * as l10n from './l10n.js';
import { lazy } from './lazy.js';
import { mattersOn } from './over-time.js';

export interface Props {
  /** `known`: what the text settles. */
  readonly view: Pick<MatrixView, 'unknowns' | 'timeline' | 'at'> & Partial<Pick<MatrixView, 'known'>>;
  readonly assume: Assume;
  readonly onAssume: (assume: Assume) => void;
  /** Something known is to be shown in the text. */
  readonly onReveal?: ((id: string) => void) | undefined;
}

const UnknownFields = lazy(async () => (await import('./unknown-fields.js')).UnknownFields);

/** What is not known, and what is; opened, with a switch for each. */
export function Unknowns({ view, assume, onAssume, onReveal }: Props) {
  const { unknowns, known = [], timeline, at } = view;
  const assumed = Object.keys(assume).length;
  const [open, setOpen] = useState(assumed > 0);
  if (unknowns.length === 0 && known.length === 0 && assumed === 0) return null;
  const matters = new Map(unknowns.map(({ name }) => [name, mattersOn(timeline, name, at)]));
  const mattering = [...matters.values()].filter((cells) => cells !== undefined && cells > 0).length;
  return (
    <details class="unknowns" open={assumed > 0} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="unknowns-title">{l10n.t('What is not known')}</span>
        <span class="unknowns-count">{assumed === 0 ? l10n.t('{0} open', unknowns.length) : l10n.t('{0} assumed', assumed)}{timeline === undefined ? '' : `, ${mattering === 0 ? l10n.t('none matters on this day') : mattering === 1 ? l10n.t('1 matters on this day') : l10n.t('{0} matter on this day', mattering)}`}</span>
      </summary>
      {open ? <UnknownFields view={view} matters={matters} assume={assume} onAssume={onAssume} onReveal={onReveal} /> : null}
    </details>
  );
}
