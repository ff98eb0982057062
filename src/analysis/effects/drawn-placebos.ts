import {cumsum, group} from "d3";
import {design} from "../../design.ts";
import {kernels, takeRoom} from "../kernels/memory.ts";
import {uniformNumbers} from "./drawn-once.ts";

/** The plan’s number of draws of placebo schools, one for each treated school. */
export interface DrawnPlacebos {
  /** By draw: the mean over its placebo schools. */
  means: Float64Array;
  /** By draw: the sum over clusters of the squares of their parts of what its schools are from the mean, each divided by their number. */
  squares: Float64Array;
  clusters: number;
}

/** Numbers that are put into the kernels’ memory at once. */
const AT_ONCE = 1 << 17;

/** Draws for each treated school one of those that `among` has in its place; `cluster` is that of each treated school. */
export function drawPlacebos(
  among: readonly Float64Array[],
  {seed, cluster = []}: {seed: number; cluster?: readonly number[]}
): DrawnPlacebos {
  const units = among.length;
  const draws = design.draws.placebo;
  const numbers = uniformNumbers(seed, draws * units);
  const room = takeRoom();
  const members = [...group(cluster.keys(), (i) => cluster[i]).values()];
  const inOrder = room.put(Int32Array.from(members.flat()));
  const ends = room.put(Int32Array.from(cumsum(members, (own) => own.length)));
  const found: DrawnPlacebos = {
    means: new Float64Array(draws),
    squares: new Float64Array(draws),
    clusters: members.length
  };
  const some = Math.max(1, Math.floor(AT_ONCE / units));
  const mark = room.end();
  for (let draw = 0; draw < draws; draw += some) {
    room.release(mark);
    const count = Math.min(some, draws - draw);
    const means = room.reserve(count);
    const squares = room.reserve(count);
    const drawn = room.reserve(count * units);
    drawInto(room.read(drawn, count * units), among, numbers.subarray(draw * units));
    kernels.summariseDraws(count, units, drawn, members.length, inOrder, ends, means, squares);
    found.means.set(room.read(means, count), draw);
    found.squares.set(room.read(squares, count), draw);
  }
  return found;
}

/** Draw after draw, for each treated school the one that its number picks. */
function drawInto(drawn: Float64Array, among: readonly Float64Array[], numbers: Float64Array): void {
  const units = among.length;
  for (let at = 0; at < drawn.length;) {
    for (let i = 0; i < units; i++, at++) {
      const pool = among[i];
      drawn[at] = pool[Math.floor(numbers[at] * pool.length)];
    }
  }
}
