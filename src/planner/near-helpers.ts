import type {WhomFile} from "../release/whom-to-help.ts";

/** A school that could help another. */
export interface Helper {
  row: number;
  /** Kilometres as the crow flies. */
  distance: number;
}

/**
 * Who could help a school, by its row: the nearest of those that are able, within so many kilometres, at most so many, and
 * never itself. Nobody where its place is not known. Those able are put in order once, so that a choice of thousands of
 * schools looks at those near each alone.
 */
export function findHelpers(
  {easting, northing}: Pick<WhomFile, "easting" | "northing">,
  {able, within, most}: {able: readonly number[]; within: number; most: number}
): (row: number) => Helper[] {
  const placed = able.filter((row) => easting[row] !== null && northing[row] !== null);
  const order = placed.sort((a, b) => easting[a]! - easting[b]!);
  const east = Float64Array.from(order, (row) => easting[row]!);
  const north = Float64Array.from(order, (row) => northing[row]!);
  return (row) => {
    const [x, y] = [easting[row], northing[row]];
    if (x === null || y === null) return [];
    const near: Helper[] = [];
    let reach = within * 1000;
    const look = (i: number): void => {
      const [dx, dy] = [east[i] - x, north[i] - y];
      // A metre more than is asked for, so that no rounding leaves out what stands on the edge.
      if (order[i] === row || dx * dx + dy * dy > (reach + 1) ** 2) return;
      const found = {row: order[i], distance: Math.hypot(dx, dy) / 1000};
      if (found.distance > within) return;
      near.push(found);
      near.sort((a, b) => a.distance - b.distance || a.row - b.row);
      if (near.length > most) near.pop();
      if (near.length === most) reach = near[most - 1].distance * 1000;
    };
    // From its own easting to both sides, until no place so far to the side can be near enough.
    const start = firstFrom(east, x);
    for (let i = start; i < east.length && east[i] - x <= reach + 1; i++) look(i);
    for (let i = start - 1; i >= 0 && x - east[i] <= reach + 1; i--) look(i);
    return near;
  };
}

/** The first place of ascending values whose value is no less. */
function firstFrom(values: Float64Array, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
