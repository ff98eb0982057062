import {DIRECTIONS} from "./directions.js";
import {digitsOf, range, signed} from "./format.js";
import type {Direction, Effect} from "./release.js";

/** “+1.9 (1.2 to 2.6)”; an effect without an interval is only its number: its verdict says why. */
export function sizeOf(effect: Effect, own: number): string {
  const digits = digitsOf(effect, own);
  const {value, low, high} = effect;
  return low === null || high === null
    ? signed(value, digits)
    : `${signed(value, digits)} (${range(low, high, digits)})`;
}

/** “+1.9 percentage points (1.2 to 2.6)”, money “−£20 per pupil (−110 to 70)”. */
export function sizeInUnit(effect: Effect, {unit, digits: own}: {unit: string; digits: number}): string {
  const digits = digitsOf(effect, own);
  const {value, low, high} = effect;
  const limits = low === null || high === null ? "" : ` (${range(low, high, digits)})`;
  const size = signed(value, digits);
  if (!unit.startsWith("£")) return `${size} ${unit}${limits}`;
  const sign = /^[+\u2212]/.test(size) ? size[0]! : "";
  return `${sign}£${size.slice(sign.length)}${unit.slice(1)}${limits}`;
}

/** “▲ Better: +1.9 (1.2 to 2.6)”, or the verdict alone where there is nothing to add to it. */
export function verdictLine(verdict: Direction | null, effect: Effect | null, digits: number): string {
  if (verdict === null || effect === null) return "– No result";
  const {glyph, words} = DIRECTIONS[verdict];
  return verdict === "too_few" ? `${glyph} ${words}` : `${glyph} ${words}: ${sizeOf(effect, digits)}`;
}
