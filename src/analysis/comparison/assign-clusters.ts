import type {Clustering} from "../../library/inference/index.ts";

/**
 * A cluster for each of `rows` schools: its partnership for one that joins in
 * the role under study, itself for any other. A school that is compared with
 * before it joins is in the cluster of its partnership all along, so that what
 * the two sides of a difference have in common is not counted as two pieces of
 * evidence. Not every index below `count` is in use.
 */
export function assignClusters(rows: number, treated: readonly {row: number; partnership: string}[]): Clustering {
  const partnerships = new Map<string, number>();
  const of = Int32Array.from({length: rows}, (_, row) => row);
  for (const {row, partnership} of treated) {
    if (!partnerships.has(partnership)) partnerships.set(partnership, rows + partnerships.size);
    of[row] = partnerships.get(partnership)!;
  }
  return {of, count: rows + partnerships.size};
}
