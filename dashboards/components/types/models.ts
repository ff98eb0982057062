/** What each model of area partnership runs (src/vocabulary/area-model.ts). */
export const MODELS: Readonly<Record<number, string>> = {
  1: "runs statutory and traded school improvement, and traded business support",
  2: "runs statutory and traded school improvement, no business support",
  3: "runs traded services alone",
  4: "runs none of the three services"
};

/** The number of a model from what a release calls it, “Model 2” or “2”; null if it names none. */
export function findModel(subgroup: string): number | null {
  const found = /\b([1-4])\b/.exec(subgroup);
  return found === null ? null : Number(found[1]);
}
