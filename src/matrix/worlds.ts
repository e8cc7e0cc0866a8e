import type { Day } from '../base/dates.js';
import type { Assumptions, Condition, Partnership } from '../model/types.js';
import { CELL_LIMITS } from './limits.js';
import { type Diagram, Diagrams, FALSE, type Literal, TRUE } from './diagram.js';

/** An unknown with its values, the baseline's first (language, section 3). */
interface Unknown {
  readonly name: string;
  readonly values: readonly (string | boolean)[];
}

/**
 * Turns conditions into functions of what is not known. Facts are per product, and a cell has one product, so within a
 * cell a fact is one variable whatever the product.
 */
export class Worlds {
  /** Of the cell that is being evaluated; each cell starts afresh, so that no answer depends on what was asked before. */
  diagrams = new Diagrams(CELL_LIMITS.steps);
  private readonly unknowns: Unknown[] = [];
  private readonly numbers = new Map<string, number>();

  /** Unknowns are ordered as they are declared: events, facts, readings. */
  constructor(private readonly partnership: Partnership, private readonly assume: Assumptions) {
    for (const id of partnership.events.keys()) this.number(id, ['never', 'occurred']);
    for (const id of partnership.facts.keys()) this.number(id, [false, true]);
    for (const [id, { choices }] of partnership.readings) this.number(id, [...choices.keys()]);
  }

  fresh(): void {
    if (this.diagrams.used) this.diagrams = new Diagrams(CELL_LIMITS.steps);
  }

  /** Whether an event has happened by the end of the day. */
  event(id: string, day: Day): Diagram {
    const event = this.partnership.events.get(id);
    if (!event || event.status === 'never') return FALSE;
    if (event.status === 'occurred') return event.on !== undefined && day >= event.on ? TRUE : FALSE;
    if (day <= this.partnership.asOf) return FALSE;
    return this.unknown(id, this.assumed(id), 'occurred');
  }

  fact(id: string, product: string): Diagram {
    const fact = this.partnership.facts.get(id);
    if (!fact) return FALSE;
    const value = fact.per.get(product) ?? fact.value;
    if (value !== 'unknown') return value ? TRUE : FALSE;
    return this.unknown(id, this.assumed(`${id}:${product}`) ?? this.assumed(id), true);
  }

  reading(id: string, choice: string): Diagram {
    const reading = this.partnership.readings.get(id);
    if (!reading?.choices.has(choice)) return FALSE;
    if (reading.adopted !== undefined) return reading.adopted === choice ? TRUE : FALSE;
    return this.unknown(id, this.assumed(id), choice);
  }

  condition(condition: Condition, product: string, day: Day): Diagram {
    switch (condition.kind) {
      case 'event': return this.event(condition.id, day);
      case 'fact': return this.fact(condition.id, product);
      case 'reading': return this.reading(condition.id, condition.choice);
      case 'all': return this.diagrams.all(condition.of.map((part) => this.condition(part, product, day)));
      case 'any': return this.diagrams.any(condition.of.map((part) => this.condition(part, product, day)));
      case 'not': return this.diagrams.not(this.condition(condition.of, product, day));
    }
  }

  /** Whether the name is open for the product on the day, under the assumptions. */
  isUnknown(name: string, product: string, day: Day): boolean {
    const { events, facts, readings, asOf } = this.partnership;
    if (this.assumed(name) !== undefined || this.assumed(`${name}:${product}`) !== undefined) return false;
    if (events.has(name)) return events.get(name)?.status === 'pending' && day > asOf;
    const fact = facts.get(name);
    return fact ? (fact.per.get(product) ?? fact.value) === 'unknown' : readings.get(name)?.adopted === undefined;
  }

  /** Literals as the assumptions that a person would write. */
  assumptions(literals: readonly Literal[]): Assumptions {
    return Object.fromEntries(literals.map(([variable, value]) => [this.unknowns[variable]!.name, this.unknowns[variable]!.values[value]!]));
  }

  /** Whether an assumption is what the baseline has anyway. */
  isBaseline(name: string, value: string | boolean): boolean {
    return this.unknowns[this.numbers.get(name) ?? -1]?.values[0] === value;
  }

  names(variables: readonly number[]): string[] {
    return variables.map((variable) => this.unknowns[variable]!.name);
  }

  private assumed(name: string): string | boolean | undefined {
    return Object.hasOwn(this.assume, name) ? this.assume[name] : undefined;
  }

  private number(name: string, values: Unknown['values']): void {
    this.numbers.set(name, this.unknowns.push({ name, values }) - 1);
  }

  private unknown(name: string, assumed: string | boolean | undefined, wanted: string | boolean): Diagram {
    const number = this.numbers.get(name)!;
    const { values } = this.unknowns[number]!;
    if (assumed !== undefined && values.includes(assumed)) return assumed === wanted ? TRUE : FALSE;
    return this.diagrams.literal(number, values.indexOf(wanted), values.length);
  }
}
