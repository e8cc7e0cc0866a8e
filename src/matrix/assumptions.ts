import { didYouMean } from '../base/words.js';
import type { Assumptions, Partnership } from '../model/types.js';

/** Why one assumption cannot be made. */
export interface AssumptionProblem {
  /** The name as written, for example `cannot-support:frontier`. */
  readonly name: string;
  /** Whether the name or its value is wrong. */
  readonly about: 'name' | 'value';
  /** One sentence. */
  readonly message: string;
  /** What was probably meant, in place of the name or the value. */
  readonly suggestion: string | undefined;
}

/** Sentences for the assumptions that cannot be made; empty where all can (language, section 6, `--assume`). */
export const checkAssumptions = (partnership: Partnership, assumptions: Assumptions): string[] =>
  assumptionProblems(partnership, assumptions).map(({ message }) => message);

export function assumptionProblems(partnership: Partnership, assumptions: Assumptions): readonly AssumptionProblem[] {
  return Object.entries(assumptions).flatMap(([name, value]) => problemOf(partnership, name, value) ?? []);
}

function problemOf({ events, facts, readings, products }: Partnership, name: string, value: string | boolean): AssumptionProblem | undefined {
  const onName = (message: string, suggestion?: string): AssumptionProblem => ({ name, about: 'name', message, suggestion });
  const oneOf = (values: readonly string[]): AssumptionProblem | undefined => {
    if (typeof value === 'string' && values.includes(value)) return undefined;
    const suggestion = didYouMean(String(value), values);
    return {
      name, about: 'value', suggestion,
      message: `\`${name}\` cannot be \`${String(value)}\`: it is ${values.map((one) => `\`${one}\``).join(' or ')}.`,
    };
  };
  const colon = name.indexOf(':');
  const id = colon < 0 ? name : name.slice(0, colon);
  const product = colon < 0 ? undefined : name.slice(colon + 1);
  const fact = facts.get(id);
  if (product !== undefined && !fact) {
    return onName(events.has(id) || readings.has(id) ? `\`${id}\` is the same for every product: leave out \`:${product}\`.` : `There is no fact \`${id}\`.`, events.has(id) || readings.has(id) ? id : undefined);
  }
  const event = events.get(id);
  if (event) {
    return event.status === 'pending' ? oneOf(['occurred', 'never']) : onName(`\`${id}\` is known: ${event.status === 'never' ? 'it will not happen' : 'it has occurred'}. Only what is unknown can be assumed.`);
  }
  if (fact) {
    if (product !== undefined && !products.has(product)) {
      const suggestion = didYouMean(product, [...products.keys()]);
      return onName(`There is no product \`${product}\`.`, suggestion === undefined ? undefined : `${id}:${suggestion}`);
    }
    const values = product === undefined ? [fact.value, ...fact.per.values()] : [fact.per.get(product) ?? fact.value];
    if (!values.includes('unknown')) {
      return onName(`\`${id}\` is known${product === undefined ? '' : ` for \`${product}\``}: it is ${values.every((one) => one === values[0]) ? String(values[0]) : 'stated for every product'}. Only what is unknown can be assumed.`);
    }
    return typeof value === 'boolean' ? undefined : oneOfTruths(name, value);
  }
  const reading = readings.get(id);
  if (reading) {
    return reading.adopted === undefined ? oneOf([...reading.choices.keys()]) : onName(`\`${reading.adopted}\` has been adopted for \`${id}\`. Only what is unknown can be assumed.`);
  }
  const suggestion = didYouMean(name, [...events.keys(), ...facts.keys(), ...readings.keys()]);
  return onName(`There is no event, fact or reading \`${name}\`.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}`, suggestion);
}

const oneOfTruths = (name: string, value: string): AssumptionProblem => ({
  name, about: 'value', message: `\`${name}\` cannot be \`${value}\`: a fact is \`true\` or \`false\`.`,
  suggestion: ['yes', 'True', 'TRUE', 'true'].includes(value) ? 'true' : ['no', 'False', 'FALSE', 'false'].includes(value) ? 'false' : undefined,
});
