import type { Assume, UnknownView } from '../protocol.js';
import * as l10n from './l10n.js';
import type { Props } from './unknowns.js';
import { mattersInWords } from './words.js';

const KINDS: Readonly<Record<UnknownView['kind'], string>> = { event: l10n.t('Event'), fact: l10n.t('Fact'), reading: l10n.t('Reading') };

/** One switch for each thing that is not known: open, or one of its possible values. What is known cannot be switched; it leads to its place in the text. */
export function UnknownFields({ view: { unknowns, known = [] }, matters, assume, onAssume, onReveal }: Props & { /** Numbers of cells, by name. */ readonly matters: ReadonlyMap<string, number | undefined> }) {
  return (
    <>
      <div class="unknowns-fields">
        {unknowns.map((unknown) => (
          <Switch key={unknown.name} unknown={unknown} matters={matters.get(unknown.name)} value={assume[unknown.name]} onValue={(value) => onAssume(withValue(assume, unknown.name, value))} />
        ))}
      </div>
      {known.length === 0 ? null : (
        <dl class="known">
          {known.map(({ id, label, kind, value }) => (
            <div key={id + label}>
              <dt><span class="switch-kind">{l10n.t('{0}, known', KINDS[kind])}</span> <span class="switch-label">{label}</span></dt>
              <dd>{value} <button type="button" class="link" data-known={id} title={l10n.t('Show {0} in the text', id)} onClick={() => onReveal?.(id)}>{id}</button></dd>
            </div>
          ))}
        </dl>
      )}
      {Object.keys(assume).length > 0 ? <button type="button" class="button" onClick={() => onAssume({})}>{l10n.t('Reset assumptions')}</button> : null}
    </>
  );
}

function Switch({ unknown, matters, value, onValue }: { readonly unknown: UnknownView; readonly matters: number | undefined; readonly value: string | boolean | undefined; readonly onValue: (value: string | boolean | undefined) => void }) {
  // Options are told apart by position: `true` and "true" are different values.
  const chosen = unknown.options.findIndex((option) => option.value === value);
  return (
    <label class="switch" data-unknown={unknown.name}>
      <span class="switch-kind">{KINDS[unknown.kind]}</span>
      <span class="switch-label">{unknown.label}</span>
      {matters === undefined ? null : <span class="switch-matters" data-matters={String(matters)}>{mattersInWords(matters)}</span>}
      <select class={chosen < 0 ? 'open' : 'assumed'} value={String(chosen)} onChange={({ currentTarget }) => onValue(unknown.options[Number(currentTarget.value)]?.value)}>
        <option value="-1">{l10n.t('Open')}</option>
        {unknown.options.map((option, index) => <option key={index} value={String(index)}>{option.label}</option>)}
      </select>
    </label>
  );
}

const withValue = (assume: Assume, name: string, value: string | boolean | undefined): Assume => {
  const { [name]: _, ...others } = assume;
  return value === undefined ? others : { ...others, [name]: value };
};
