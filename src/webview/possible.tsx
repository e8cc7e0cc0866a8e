import { useState } from 'preact/hooks';
import type { Assume, CellView, MatrixView, UnknownView } from '../protocol.js';
import * as l10n from './l10n.js';
import { StatusIcon } from './status.js';

interface Props {
  readonly view: MatrixView;
  readonly cell: CellView;
  readonly assume: Assume;
  readonly onAssume: (assume: Assume) => void;
}

/** Sets listed for a status before the rest is asked for. */
const LISTED = 4;

/** Every status that a cell may have, with the smallest sets of assumptions that lead to it; a set can be assumed. */
export function Possible({ view, cell, assume, onAssume }: Props) {
  if (cell.certain || cell.possible.length === 0) return null;
  return (
    <section class="reason possible" aria-labelledby="possible-title">
      <h3 id="possible-title">{l10n.t('It depends')}</h3>
      <dl>
        {cell.possible.map(({ status, when }, index) => (
          <div key={status} class="possible-status" data-tone={status} data-possible={status}>
            <dt><StatusIcon status={status} /><span class="status-word">{status}</span>{index === 0 ? <span class="tag">{l10n.t('while nothing more is known')}</span> : null}</dt>
            <dd><Sets key={`${cell.product}/${cell.cloud}`} sets={when} unknowns={view.unknowns} cell={cell} onAssume={(set) => onAssume({ ...assume, ...set })} /></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface SetsProps {
  readonly sets: readonly Assume[];
  readonly unknowns: readonly UnknownView[];
  readonly cell: CellView;
  readonly onAssume: (set: Assume) => void;
}

function Sets({ sets, unknowns, cell, onAssume }: SetsProps) {
  const [all, setAll] = useState(false);
  if (sets.length === 0) return <p>{l10n.t('In some combinations; there are too many to list.')}</p>;
  const listed = all ? sets : sets.slice(0, LISTED);
  return (
    <>
      <ul>
        {listed.map((set, index) => {
          const parts = Object.entries(set).map(([name, value]) => partOf(name, value, cell, unknowns));
          return (
            <li key={index}>
              <button type="button" class="possible-set" title={l10n.t('Assume this')} onClick={() => onAssume(Object.fromEntries(parts.map(({ name, value }) => [name, value])))}>
                {parts.map(({ name, label, answer }) => <span key={name} class="possible-part"><span class="possible-label">{label}</span> <b>{answer}</b></span>)}
              </button>
            </li>
          );
        })}
      </ul>
      {sets.length > listed.length ? <button type="button" class="button" onClick={() => setAll(true)}>{l10n.t('{0} more', sets.length - listed.length)}</button> : null}
    </>
  );
}

/** An assumption of a cell in words, under the name that its switch has: facts may have one for the cell's product. */
function partOf(name: string, value: string | boolean, { product }: CellView, unknowns: readonly UnknownView[]) {
  const unknown = unknowns.find((each) => each.name === `${name}:${product}`) ?? unknowns.find((each) => each.name === name);
  const label = unknown?.label ?? name;
  const answer = unknown?.options.find((option) => option.value === value)?.label ?? String(value);
  return { name: unknown?.name ?? name, value, label, answer };
}
