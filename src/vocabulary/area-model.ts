/** Whether something is so, as far as is known. */
export type Answer = "yes" | "no" | "unknown";

/** What an area partnership may run for the schools of its area. */
export const services = [
  "statutory_school_improvement",
  "traded_school_improvement",
  "traded_business_support"
] as const;
export type Service = (typeof services)[number];

export const areaModels = [1, 2, 3, 4] as const;
export type AreaModel = (typeof areaModels)[number];

export interface AreaModelFound {
  /** The one model that the services allow; null where they allow several, or fit none. */
  model: AreaModel | null;
  /** Every model they allow, whatever the unknown services turn out to be; none where what is known fits no model. */
  possible: AreaModel[];
}

/**
 * Which of the four models of area partnerships the services run make: 1 runs all three; 2 statutory and traded school
 * improvement, no business support; 3 no statutory school improvement, but one or both traded services; 4 none of the
 * three. Statutory without traded school improvement is no model.
 *
 * Source: Gilbert’s four models, as a rule on three services.
 */
export function areaModel(run: Record<Service, Answer>): AreaModelFound {
  const found = new Set(completions(services.map((service) => run[service])).map(findModel));
  const possible = areaModels.filter((model) => found.has(model));
  return {model: found.size === 1 ? (possible[0] ?? null) : null, possible};
}

/** Every way the unknown could turn out. */
const completions = (answers: readonly Answer[]): boolean[][] =>
  answers.reduce<boolean[][]>(
    (all, answer) =>
      all.flatMap((known) => (answer === "unknown" ? [true, false] : [answer === "yes"]).map((is) => [...known, is])),
    [[]]
  );

function findModel([statutory, improvement, business]: readonly boolean[]): AreaModel | null {
  if (statutory) return improvement ? (business ? 1 : 2) : null;
  return improvement || business ? 3 : 4;
}
