/**
 * A point where a function of several numbers is low, by the simplex of Nelder & Mead (1965):
 * reflect, expand, contract and shrink by 1, 2, ½ and ½. It starts from corners `width` away along
 * each axis, and ends where the values at the corners differ by no more than `tolerance` of the
 * lowest, or after a thousand steps an axis. It finds a minimum near the start, not the lowest of
 * all.
 */
export function nelderMead(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  {width, tolerance}: {width: number; tolerance: number}
): readonly number[] {
  const size = start.length;
  const cornerAt = (point: readonly number[]) => ({point, value: f(point)});
  const corners = [start, ...start.map((_, j) => start.map((x, k) => (j === k ? x + width : x)))].map(cornerAt);

  for (let step = 0; step < 1000 * size; step++) {
    corners.sort((a, b) => a.value - b.value);
    const best = corners[0];
    const worst = corners[size];
    if (worst.value - best.value <= tolerance * Math.abs(best.value)) break;
    const middle = start.map((_, j) => corners.slice(0, size).reduce((sum, {point}) => sum + point[j], 0) / size);
    const beyond = (share: number) => cornerAt(middle.map((x, j) => x + share * (x - worst.point[j])));
    const reflected = beyond(1);
    if (reflected.value < best.value) {
      const expanded = beyond(2);
      corners[size] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < corners[size - 1].value) corners[size] = reflected;
    else {
      const contracted = beyond(reflected.value < worst.value ? 0.5 : -0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) corners[size] = contracted;
      else {
        for (let i = 1; i <= size; i++) {
          corners[i] = cornerAt(corners[i].point.map((x, j) => best.point[j] + (x - best.point[j]) / 2));
        }
      }
    }
  }
  return corners.reduce((best, corner) => (corner.value < best.value ? corner : best)).point;
}
