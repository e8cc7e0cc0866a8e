import { CLAUSE_TYPES, clauseShape } from '../clauses/registry.js';
import { jsonSchemaOf, type Schema } from '../grammar/json-schema.js';

/** The JSON Schema of an agreement file, with every clause type of the registry. */
export const jsonSchema = (): Schema => jsonSchemaOf(CLAUSE_TYPES.map(({ name, example }) => ({ type: name, shape: clauseShape(name), example })));
