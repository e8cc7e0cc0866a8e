import { listWords } from '../../base/words.js';
import type { Declared } from '../../model/types.js';

/** The name in words of something declared; its id where it is not. */
export const nameOf = (declared: ReadonlyMap<string, Declared>, id: string): string => declared.get(id)?.name ?? id;

/** `OpenAI, Microsoft and Amazon`, in the order given. */
export const namesOf = (declared: ReadonlyMap<string, Declared>, ids: Iterable<string>): string => listWords([...ids].map((id) => nameOf(declared, id)));

/** Ids as code, in a sentence. */
export const quoted = (ids: Iterable<string>, conjunction: 'and' | 'or' = 'and'): string => listWords([...ids].map((id) => `\`${id}\``), conjunction);
