import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {brentRoot} from "./brent-root.ts";

/**
 * The probability that a χ² of so many degrees of freedom is above x, to twelve digits however
 * small and however many the degrees (the packaged quantile is off in the fifth digit from some
 * 2,000): the incomplete gamma function by its series below the mean, beyond it by Legendre’s
 * continued fraction after Lentz.
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const [a, z] = [degrees / 2, x / 2];
  const scale = Math.exp(a * Math.log(z) - z - logGamma(a));
  return z < a + 1 ? 1 - scale * sumSeries(a, z) : scale * expandFraction(a, z);
}

/** The value that a χ² is below with probability p, 0 < p < 1. */
export function chiSquareQuantile(p: number, degrees: number): number {
  const spread = Math.sqrt(2 / (9 * degrees));
  const at = (q: number) => degrees * Math.max(1 - spread ** 2 + q * spread, 0) ** 3;
  const q = normalQuantile(p, 0, 1);
  const excess = (x: number) => 1 - p - chiSquareTail(x, degrees);
  let [low, high] = [at(q - 0.1), at(q + 0.1) + 1e-6];
  while (excess(low) > 0) low /= 2;
  while (excess(high) < 0) high *= 2;
  return brentRoot(excess, [low, high], 0);
}

function sumSeries(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= z / (a + n);
    sum += term;
  }
  return sum;
}

function expandFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 100_000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) return fraction;
  }
  throw new Error(`the tail of χ² does not converge at ${2 * z} on ${2 * a} degrees of freedom`);
}

/** log Γ(a), a > 0: Stirling’s series, after raising a to 15 or more. */
function logGamma(a: number): number {
  let shift = 0;
  let x = a;
  for (; x < 15; x++) shift += Math.log(x);
  const y = 1 / (x * x);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}
