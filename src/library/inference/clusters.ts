/** Which schools count as one piece of evidence: by panel row, an index below `count`. */
export interface Clusters {
  of: Int32Array;
  /** One more than the largest index; not every index is in use. */
  count: number;
}

/**
 * A cluster for each of `rows` schools: its partnership for one that joins in
 * the role under study, itself for any other. A school that is compared with
 * before it joins is in the cluster of its partnership all along, so that what
 * the two sides of a difference have in common is not counted as two pieces of
 * evidence.
 */
export function assignClusters(rows: number, joiners: readonly {row: number; partnership: string}[]): Clusters {
  const partnerships = new Map<string, number>();
  const of = Int32Array.from({length: rows}, (_, row) => row);
  for (const {row, partnership} of joiners) {
    if (!partnerships.has(partnership)) partnerships.set(partnership, rows + partnerships.size);
    of[row] = partnerships.get(partnership)!;
  }
  return {of, count: rows + partnerships.size};
}
