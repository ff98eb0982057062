/**
 * The means of draws, each of which has a number for every unit in `drawn`. With clusters, whose `members` end at `ends`, also the sum
 * over clusters of the squares of their totals of distances from the mean, divided by the number of units.
 */
export function summariseDraws(
  draws: i32,
  units: i32,
  drawn: usize,
  clusters: i32,
  members: usize,
  ends: usize,
  means: usize,
  squares: usize
): void {
  const count = <f64>units;
  let own = drawn;
  for (let draw: usize = 0; draw < <usize>draws; draw++) {
    let sum: f64 = 0;
    for (let i: usize = 0; i < <usize>units; i++) sum += load<f64>(own + (i << 3));
    const mean = sum / count;
    store<f64>(means + (draw << 3), mean);
    let total: f64 = 0;
    let at: i32 = 0;
    for (let c: usize = 0; c < <usize>clusters; c++) {
      const end = load<i32>(ends + (c << 2));
      let part: f64 = 0;
      for (; at < end; at++) {
        part += (load<f64>(own + ((<usize>load<i32>(members + ((<usize>at) << 2))) << 3)) - mean) / count;
      }
      total += part * part;
    }
    store<f64>(squares + (draw << 3), total);
    own += (<usize>units) << 3;
  }
}
