/** A treated row and a row that is compared with it. */
export interface Pair {
  treated: number;
  comparator: number;
}

/**
 * In which order treated rows choose their neighbours.
 *
 * @example
 * import {orders} from "school-partnerships";
 *
 * console.log(orders.join(", "));
 * // largest, smallest, data, closest
 */
export const orders = ["largest", "smallest", "data", "closest"] as const;

/** Which treated row chooses first: by propensity, by its place, or the one with the nearest comparator left. */
export type Order = (typeof orders)[number];

/** How nearest neighbours are chosen. */
export interface NearestOptions {
  order: Order;
  /** By row, for the orders largest and smallest and for the caliper: the propensity. */
  score: Float64Array | null;
  /** The most that the scores of a pair may differ by, in their own unit. Infinity for no limit. */
  caliper: number;
  /** By row: only rows of one stratum may be paired. */
  stratum: Int32Array;
  /** Comparators per treated row. */
  ratio: number;
  /** Whether a comparator may serve several treated rows. */
  replace: boolean;
}

/**
 * Pairs each treated row with the nearest comparators by straight-line distance
 * in `coordinates` (one array each, by row), greedily: a row chooses among those
 * that are left, and with a ratio of k all choose once before any chooses again
 * (Rubin 1973). A row that nobody is left for stays out. Pairs are in the order
 * of the treated rows.
 *
 * Ties: comparators are tried outward from the treated row in the order of the
 * first coordinate, then row; the first tried wins unless another is nearer by
 * more than one part in 10¹². Treated rows of equal score choose in the order of
 * rows; with `closest`, one that found its comparator gone and has to choose
 * anew goes before others at the distance it found.
 *
 * @example
 * import {nearestNeighbours} from "school-partnerships";
 *
 * const treated = Uint8Array.of(1, 1, 0, 0, 0, 0);
 * const size = Float64Array.of(3, 4, 1, 2, 4, 6);
 * const pairs = nearestNeighbours(treated, [size], {
 *   order: "data",
 *   score: null,
 *   caliper: Infinity,
 *   stratum: new Int32Array(6),
 *   ratio: 1,
 *   replace: false
 * });
 * console.log(JSON.stringify(pairs));
 * // [{"treated":0,"comparator":3},{"treated":1,"comparator":4}]
 */
export function nearestNeighbours(
  treated: Uint8Array,
  coordinates: readonly Float64Array[],
  options: NearestOptions
): Pair[] {
  const search = searchAmong(treated, coordinates, options);
  const choosers = inOrder(treated, options);
  const pairs: Pair[] = [];
  if (options.replace && options.order !== "closest") {
    for (const treated of choosers) {
      for (const {comparator} of search.nearest(treated, options.ratio)) pairs.push({treated, comparator});
    }
    return pairs.sort((a, b) => a.treated - b.treated);
  }
  for (let round = 0, earlier = -1; round < options.ratio && pairs.length > earlier; round++) {
    earlier = pairs.length;
    if (options.order === "closest") chooseClosest(choosers, search, pairs);
    else {
      for (const row of choosers) {
        const [found] = search.nearest(row, 1);
        if (found) pairs.push(search.take(row, found.comparator));
      }
    }
  }
  return pairs.sort((a, b) => a.treated - b.treated);
}

interface Found {
  /** A row. */
  comparator: number;
  /** Squared. */
  distance: number;
}

interface Search {
  /** So many that are left, the nearest first; fewer where there are no more. */
  nearest(row: number, count: number): Found[];
  isLeft(comparator: number): boolean;
  take(row: number, comparator: number): Pair;
}

/** Comparators in the order of stratum, first coordinate and row, walked outward from where a treated row would stand. */
function searchAmong(
  treated: Uint8Array,
  coordinates: readonly Float64Array[],
  {score, caliper, stratum, replace}: NearestOptions
): Search {
  const axis = coordinates[0];
  const before = (a: number, b: number) => stratum[a] - stratum[b] || axis[a] - axis[b] || a - b;
  const sorted = Int32Array.from([...treated.keys()].filter((row) => !treated[row])).sort(before);
  const place = new Int32Array(treated.length);
  const size = coordinates.length;
  const packed = new Float64Array(sorted.length * size);
  sorted.forEach((row, i) => {
    place[row] = i;
    for (let j = 0; j < size; j++) packed[i * size + j] = coordinates[j][row];
  });
  const left = links(sorted.length);
  const right = links(sorted.length);
  const selected = new Map<number, Set<number>>();
  const inCaliper = (a: number, b: number) => score === null || !(Math.abs(score[a] - score[b]) > caliper);

  function nearest(row: number, count: number): Found[] {
    const start = countBefore(sorted, row, before);
    const own = selected.get(row);
    const point = Float64Array.from(coordinates, (values) => values[row]);
    let down = follow(left, start);
    let up = follow(right, start + 1) - 1;
    const found: Found[] = [];
    for (;;) {
      const enough = found.length < count ? Infinity : found[count - 1].distance;
      const below =
        down > 0 && stratum[sorted[down - 1]] === stratum[row] ? axis[row] - axis[sorted[down - 1]] : Infinity;
      const above =
        up < sorted.length && stratum[sorted[up]] === stratum[row] ? axis[sorted[up]] - axis[row] : Infinity;
      const step = Math.min(below, above);
      if (step === Infinity || step * step >= enough) return found;
      const at = below <= above ? down - 1 : up;
      const comparator = sorted[at];
      if (below <= above) down = follow(left, down - 1);
      else up = follow(right, up + 2) - 1;
      if (own?.has(comparator) || !inCaliper(row, comparator)) continue;
      const distance = squaredDistance(packed, at * size, point, enough);
      if (found.length < count || isNearer(distance, enough)) insert(found, {comparator, distance}, count);
    }
  }

  return {
    nearest,
    isLeft: (comparator) => right[place[comparator] + 1] === place[comparator] + 1,
    take(row, comparator) {
      if (replace) {
        if (!selected.has(row)) selected.set(row, new Set());
        selected.get(row)!.add(comparator);
      } else {
        const at = place[comparator] + 1;
        left[at] = at - 1;
        right[at] = at + 1;
      }
      return {treated: row, comparator};
    }
  };
}

const isNearer = (distance: number, than: number): boolean => distance < than * (1 - 1e-12);

/** Puts one before all that are further, and drops what is then too many. */
function insert(found: Found[], one: Found, count: number): void {
  let at = found.length;
  while (at > 0 && isNearer(one.distance, found[at - 1].distance)) at--;
  found.splice(at, 0, one);
  if (found.length > count) found.pop();
}

/** Places 1 … n that point to themselves until they are taken, with an end on either side. */
const links = (count: number) => Int32Array.from({length: count + 2}, (_, i) => i);

/** The next place from `at` on, in the direction of the links, that is not taken; halves the way for the next walk. */
function follow(link: Int32Array, at: number): number {
  while (link[at] !== at) {
    link[at] = link[link[at]];
    at = link[at];
  }
  return at;
}

function countBefore(sorted: Int32Array, row: number, before: (a: number, b: number) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(sorted[middle], row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Given up, and some number not below `enough`, once it can only be further. */
function squaredDistance(packed: Float64Array, at: number, point: Float64Array, enough: number): number {
  let sum = 0;
  for (let j = 0; j < point.length && sum < enough; j++) {
    const difference = packed[at + j] - point[j];
    sum += difference * difference;
  }
  return sum;
}

function inOrder(treated: Uint8Array, {order, score}: NearestOptions): number[] {
  const rows = [...treated.keys()].filter((row) => treated[row]);
  if (order === "data" || order === "closest") return rows;
  if (score === null) throw new RangeError(`the order “${order}” needs a score`);
  const sign = order === "largest" ? -1 : 1;
  return rows.sort((a, b) => sign * (score[a] - score[b]) || a - b);
}

/** The pair at the smallest distance of all, again and again. */
function chooseClosest(choosers: readonly number[], search: Search, pairs: Pair[]): void {
  const queue = orderQueue();
  choosers.forEach((row, i) => {
    const [found] = search.nearest(row, 1);
    if (found) queue.add({row, ...found, turn: -i});
  });
  let turn = 1;
  for (let first = queue.next(); first; first = queue.next()) {
    if (search.isLeft(first.comparator)) pairs.push(search.take(first.row, first.comparator));
    else {
      const [found] = search.nearest(first.row, 1);
      if (found) queue.add({row: first.row, ...found, turn: turn++});
    }
  }
}

interface Waiting extends Found {
  row: number;
  /** Of those at one distance, the largest is next. */
  turn: number;
}

/** A binary heap: the smallest distance first. */
function orderQueue() {
  const heap: Waiting[] = [];
  const isBefore = (a: Waiting, b: Waiting) => (a.distance === b.distance ? a.turn > b.turn : a.distance < b.distance);
  return {
    add(waiting: Waiting): void {
      let at = heap.push(waiting) - 1;
      for (let parent = (at - 1) >> 1; at > 0 && isBefore(waiting, heap[parent]); parent = (at - 1) >> 1) {
        heap[at] = heap[parent];
        at = parent;
      }
      heap[at] = waiting;
    },
    next(): Waiting | undefined {
      const first = heap[0];
      const last = heap.pop();
      if (!first || !last || heap.length === 0) return first;
      let at = 0;
      for (let child = 1; child < heap.length; child = 2 * at + 1) {
        if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
        if (!isBefore(heap[child], last)) break;
        heap[at] = heap[child];
        at = child;
      }
      heap[at] = last;
      return first;
    }
  };
}
