import { type Day, formatDay } from '../base/dates.js';
import { listWords } from '../base/words.js';
import { SERVED } from '../matrix/release.js';
import type { Cell } from '../matrix/types.js';
import type { Assumptions } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { alternativesOf, STATUS_WORDS } from './phrases.js';
import type { Answer, Line } from './questions.js';
import type { Asked, Reason } from './reason.js';
import { whyNot } from './why-not.js';

type Verdict = 'yes' | 'no' | 'depends' | 'unspoken' | 'undecided';

/**
 * Whether a party can serve a product on a day: on a cloud that it operates, or on any cloud where the product is its own.
 * `unspoken` where no term speaks of it, which is neither leave nor bar.
 */
export function serve(analysis: Analysis, party: string, product: string, day: Day, assumed: Assumptions): Answer {
  const { partnership, matrix } = analysis;
  const isOwner = partnership.products.get(product)?.owner === party;
  const clouds = [...partnership.clouds.values()].filter(({ operator }) => isOwner || operator === party).map(({ id }) => id);
  const cells = clouds.map((cloud) => {
    const cell = matrix.cell(product, cloud, day, assumed);
    const asked: Asked = { analysis, partnership, matrix, product, cloud, day, assumed };
    return { cloud, cell, answer: verdictOn(cell), release: matrix.release(product, cloud, day, assumed), against: whyNot(cell, asked) };
  });
  const anywhere = matrix.anywhere(product, clouds, day, assumed);
  const answer: Verdict = anywhere === undefined ? 'undecided' : anywhere.worlds === 'all' ? 'yes' : anywhere.worlds === 'some' ? 'depends' : cells.some((one) => one.answer === 'unspoken') ? 'unspoken' : 'no';
  const names = { party: nameOf(partnership.parties, party), product: nameOf(partnership.products, product) };
  const scope = isOwner ? 'owner' : clouds.length > 0 ? 'operator' : 'none';
  const can = `${names.party} cannot serve ${names.product} on ${formatDay(day)}`;
  const where = listWords(cells.filter((one) => one.answer === 'yes').map(({ cloud }) => nameOf(partnership.clouds, cloud)), 'or');
  const words: Readonly<Record<Verdict, string>> = {
    yes: `Yes: ${names.party} can serve ${names.product} on ${formatDay(day)}, ${where === '' ? 'on one cloud or another, whatever turns out so' : `on ${where}`}.`,
    depends: `It depends: ${names.party} can serve ${names.product} on ${formatDay(day)} if ${alternativesOf(anywhere?.when ?? [], partnership)}.`,
    unspoken: `No term speaks of it: nothing keeps ${names.party} from serving ${names.product} on ${formatDay(day)}, and nothing allows it.`,
    no: `No: ${scope === 'none' ? `${names.party} operates no cloud, and ${names.product} is not its own product` : `${can} on any cloud${isOwner ? '' : ' that it operates'}`}.`,
    undecided: `Undecided: too much is unknown to say whether ${names.party} can serve ${names.product} on ${formatDay(day)}.`,
  };
  return {
    at: day, summary: words[answer],
    lines: cells.map(({ cloud, cell, against }): Line => ({
      text: `${nameOf(partnership.clouds, cloud)}: ${cell.possible.length > 1 ? cell.possible.map(({ status }) => status).join(' | ') : cell.status}, ${STATUS_WORDS[cell.status]}${cell.because.length > 0 ? ` (${cell.because.join(', ')})` : ''}`,
      children: [
        ...(cell.certain ? [] : cell.possible.map(({ status, when }): Line => ({ text: `${status} if ${alternativesOf(when, partnership)}` }))),
        ...against.filter(({ kind }) => kind !== 'choice').map(lineOf),
      ],
    })),
    data: {
      party, product, scope, answer, when: anywhere?.when ?? [],
      clouds: cells.map(({ cloud, cell: { status, certain, possible, because }, answer: verdict, release }) => ({
        cloud, answer: verdict, status, certain, possible: possible.map((one) => ({ status: one.status, when: one.when })), because,
        against: (release?.ended ?? []).map(({ clause, role }) => ({ clause, role, holder: partnership.clauses.get(clause)?.to ?? null })),
        waysToServe: matrix.waysToServe(product, cloud, day, assumed).map(({ assume, edits, status: then }) =>
          ({ assume, edits: edits.map(({ until, ...edit }) => ({ ...edit, ...(until === undefined ? {} : { until: formatDay(until) }) })), status: then })),
      })),
    },
  };
}

function verdictOn({ status, possible }: Cell): Verdict {
  if (status === 'undecided') return 'undecided';
  const served = possible.filter((one) => SERVED.has(one.status)).length;
  if (served > 0) return served === possible.length ? 'yes' : 'depends';
  return possible.every((one) => one.status === 'unspecified') ? 'unspoken' : 'no';
}

/** Who could release a clause where is for the explanation of a cell. */
const lineOf = ({ text, kind, children = [] }: Reason): Line => ({ text, children: kind === 'clause' ? [] : children.map(lineOf) });
