/** A measure’s decimals, one more where a smallest effect would print as less than two of its last. */
export const chooseEffectDigits = (effect: number, {digits}: {digits: number}): number =>
  effect < 2 * 10 ** -digits ? digits + 1 : digits;
