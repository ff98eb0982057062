/** What a membership costs a school and brings it, in pounds a year. */
export interface Outlay {
  cost: number;
  benefit: number;
  /** Years of membership that are paid for. */
  years: number;
  /** The share of the benefit of one year that is left in the next, once membership ends: 0 to 1. */
  persistence: number;
}

const longest = 50;

/**
 * The years from joining until what a membership brought has covered what it cost, under a stated persistence; null
 * where it does not within 50. Throws where the persistence is not a share.
 */
export function computeBreakEven({cost, benefit, years, persistence}: Outlay): number | null {
  if (!(persistence >= 0 && persistence <= 1)) throw new Error("persistence is a share, from 0 to 1");
  let balance = 0;
  for (let year = 1; year <= longest; year++) {
    const since = Math.max(0, year - years);
    balance += benefit * persistence ** since - (year <= years ? cost : 0);
    if (balance >= 0) return year;
  }
  return null;
}

/** That in a sentence, the persistence stated. */
export function breakEvenWords(outlay: Outlay): string {
  const found = computeBreakEven(outlay);
  const kept = `if ${Math.round(100 * outlay.persistence)}% of the benefit of one year is left in the next once membership ends`;
  if (found === null) return `It does not pay for itself within ${longest} years, ${kept}.`;
  return `It has paid for itself after ${found} ${found === 1 ? "year" : "years"}, ${kept}.`;
}
