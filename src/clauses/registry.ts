import { required } from '../grammar/field.js';
import { COMMON_CLAUSE_FIELDS } from '../grammar/shapes.js';
import type { Field, Shape } from '../grammar/types.js';
import { availability } from './availability.js';
import type { ClauseType } from './clause-type.js';
import { coDevelopment } from './co-development.js';
import { exclusivity } from './exclusivity.js';
import { firstAvailability } from './first-availability.js';
import { firstRefusal } from './first-refusal.js';
import { investment } from './investment.js';
import { license } from './license.js';
import { primaryCloud } from './primary-cloud.js';
import { purchaseCommitment } from './purchase-commitment.js';
import { restriction } from './restriction.js';
import { revenueShare } from './revenue-share.js';

/** Every clause type, in the order of the reference. */
export const CLAUSE_TYPES: readonly ClauseType[] = [
  exclusivity, availability, firstAvailability, restriction, coDevelopment, primaryCloud,
  license, investment, purchaseCommitment, firstRefusal, revenueShare,
];

const BY_NAME: ReadonlyMap<string, ClauseType> = new Map(CLAUSE_TYPES.map((type) => [type.name, type]));

export const clauseType = (name: string): ClauseType | undefined => BY_NAME.get(name);

const TYPE_FIELD: Field = required(
  'type',
  { kind: 'enum', values: CLAUSE_TYPES.map((type) => ({ value: type.name, doc: `${type.summary} ${type.effect}` })) },
  'What kind of promise it is.',
  'exclusivity',
);

const SHAPES: ReadonlyMap<string, Shape> = new Map(
  CLAUSE_TYPES.map((type) => [type.name, { name: `${type.name} clause`, doc: `${type.summary} ${type.effect}`, fields: [TYPE_FIELD, ...COMMON_CLAUSE_FIELDS.slice(0, 2), ...type.fields, ...COMMON_CLAUSE_FIELDS.slice(2)] }]),
);
/** With the type missing or misspelt, the keys of every type are let through: the type is what is wrong. */
const UNTYPED: Shape = {
  name: 'clause', doc: 'One promise, from one party to another.',
  fields: [TYPE_FIELD, ...COMMON_CLAUSE_FIELDS, ...new Map(CLAUSE_TYPES.flatMap(({ fields }) => fields.map((field) => [field.name, { ...field, required: false }]))).values()],
};

/** Every key that a clause of this type may carry, required ones first; those of all types for an unknown one. */
export const clauseShape = (type: string | undefined): Shape => (type === undefined ? UNTYPED : SHAPES.get(type) ?? UNTYPED);
