/** Language id, as in package.json. */
export const ENTENTE = 'entente';
