/** Words for what the server says of a commitment by names. */
import type { CommitmentKind, MoneyPart, Standing } from '../protocol-money.js';
import * as l10n from './l10n.js';

export const KINDS: Readonly<Record<CommitmentKind, readonly [one: string, several: string]>> = {
  investment: [l10n.t('investment'), l10n.t('Investments')], purchase: [l10n.t('purchase'), l10n.t('Purchases')],
  licence: [l10n.t('licence'), l10n.t('Licences')], 'revenue share': [l10n.t('revenue share'), l10n.t('Revenue shares')],
};

export const STANDINGS: Readonly<Record<Standing, string>> = {
  'in force': l10n.t('in force'), conditional: l10n.t('conditional'), 'not yet': l10n.t('not yet'), over: l10n.t('over'), ended: l10n.t('ended'), suspended: l10n.t('suspended'),
  'without effect': l10n.t('without effect'), unreadable: l10n.t('unreadable'),
};

export const STATES: Readonly<Record<MoneyPart['state'], string>> = { certain: l10n.t('certain'), conditional: l10n.t('conditional'), void: l10n.t('not counted') };
