/** How much worse than the recorded one a ratio may be: what differs less is how busy the machine was. */
export const TOLERANCE = 4 / 3;

/**
 * The ratios of `measured` that are worse than the recorded ones by more than a third. Both are objects of ratios by name;
 * larger is worse. A ratio that was never recorded, and a recorded one that was not measured, say nothing.
 */
export function regressions(recorded, measured) {
  return Object.entries(measured).flatMap(([name, ratio]) => {
    const before = recorded[name];
    return before !== undefined && ratio > before * TOLERANCE ? [{ name, before, ratio }] : [];
  });
}

/** The recorded ratios with the measured ones in place of theirs, in the order of their names. */
export const merged = (recorded, measured) => Object.fromEntries(
  Object.entries({ ...recorded, ...Object.fromEntries(Object.entries(measured).map(([name, ratio]) => [name, Number(ratio.toPrecision(3))])) }).sort(([a], [b]) => (a < b ? -1 : 1)),
);
