/**
 * So many floats, each made from its place. `Float64Array.from` with a function takes several times as long.
 *
 * @example
 * import {makeFloats} from "school-partnerships";
 *
 * console.log(makeFloats(3, (place) => place / 2).join());
 * // 0,0.5,1
 */
export function makeFloats(length: number, makeValue: (place: number) => number): Float64Array {
  const values = new Float64Array(length);
  for (let place = 0; place < length; place++) values[place] = makeValue(place);
  return values;
}
