import { CLOUDS, optional, PRODUCTS, ref, required } from '../grammar/field.js';
import type { Clause } from '../model/types.js';

/** Keys that several clause types share, with one wording. */
export const PRODUCTS_FIELD = optional('products', PRODUCTS, 'The products: `all`, a list, or `{ kind: .., owner: .., except: [..] }`. All of the parties\' products where absent.', '[frontier]');
export const CLOUD_OR_CLOUDS = [
  optional('cloud', ref('cloud'), 'The cloud. Use `clouds` for several.', 'azure'),
  optional('clouds', CLOUDS, 'The clouds: `any`, a list, or `{ kind: .., owner: .., except: [..] }`.', '[azure, aws]'),
] as const;
export const ONE_CLOUD = required('cloud', ref('cloud'), 'The cloud.', 'azure');
export const SERVICE_FIELD = optional('service', ref('service'), 'A service of the cloud.', 'bedrock');

/** The clouds of `all` that the clause does not name. */
export function otherClouds(clause: Clause, all: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((cloud) => !clause.clouds.has(cloud)));
}
