import type { Assume, MatrixView, UnknownView } from '../protocol.js';
import { mattersOn } from './over-time.js';
import { mattersInWords } from './words.js';

interface Props {
  readonly view: Pick<MatrixView, 'unknowns' | 'timeline' | 'at'>;
  readonly assume: Assume;
  readonly onAssume: (assume: Assume) => void;
}

const KINDS: Readonly<Record<UnknownView['kind'], string>> = { event: 'Event', fact: 'Fact', reading: 'Reading' };

/** One switch for each thing that is not known: open, or one of its possible values. */
export function Unknowns({ view: { unknowns, timeline, at }, assume, onAssume }: Props) {
  const assumed = Object.keys(assume).length;
  if (unknowns.length === 0 && assumed === 0) return null;
  const matters = new Map(unknowns.map(({ name }) => [name, mattersOn(timeline, name, at)]));
  const mattering = [...matters.values()].filter((cells) => cells !== undefined && cells > 0).length;
  return (
    <details class="unknowns" open={assumed > 0}>
      <summary>
        <span class="unknowns-title">What is not known</span>
        <span class="unknowns-count">{assumed === 0 ? `${unknowns.length} open` : `${assumed} assumed`}{timeline === undefined ? '' : `, ${mattering === 0 ? 'none matters' : mattering === 1 ? '1 matters' : `${mattering} matter`} on this day`}</span>
      </summary>
      <div class="unknowns-fields">
        {unknowns.map((unknown) => (
          <Switch key={unknown.name} unknown={unknown} matters={matters.get(unknown.name)} value={assume[unknown.name]} onValue={(value) => onAssume(withValue(assume, unknown.name, value))} />
        ))}
      </div>
      {assumed > 0 ? <button type="button" class="button" onClick={() => onAssume({})}>Reset assumptions</button> : null}
    </details>
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
        <option value="-1">Open</option>
        {unknown.options.map((option, index) => <option key={index} value={String(index)}>{option.label}</option>)}
      </select>
    </label>
  );
}

const withValue = (assume: Assume, name: string, value: string | boolean | undefined): Assume => {
  const { [name]: _, ...others } = assume;
  return value === undefined ? others : { ...others, [name]: value };
};
