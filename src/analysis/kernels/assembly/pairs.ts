/** Two numbers, of which the second may lie elsewhere. */
export function pair(first: usize, second: usize): v128 {
  return v128.load64_lane(second, v128.load64_splat(first), 1);
}

/** 0 where a number is missing. */
export function known(values: v128): v128 {
  return v128.and(values, f64x2.eq(values, values));
}
