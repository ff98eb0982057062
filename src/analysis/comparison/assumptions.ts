/** Assumption A, “same trend”: intake only. Assumption B, “same past”: earlier outcomes besides (METHOD §6). */
export type CovariateSet = "same_trend" | "same_past";
export const covariateSets: readonly CovariateSet[] = ["same_trend", "same_past"];

export type Both<T> = Readonly<Record<CovariateSet, T>>;

/** Both of a partnership type, from one a covariate set. */
export const both = <T>(make: (set: CovariateSet) => T): Both<T> => ({
  same_trend: make("same_trend"),
  same_past: make("same_past")
});

/** Both, or null where either is. */
export function bothOrNone<T>({same_trend, same_past}: Both<T | null>): Both<T> | null {
  return same_trend === null || same_past === null ? null : {same_trend, same_past};
}

/** What both have, in the order A, B. */
export const inOrder = <T>({same_trend, same_past}: Both<T>): [T, T] => [same_trend, same_past];
