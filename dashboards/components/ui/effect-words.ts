import {DIRECTIONS, type Bracket} from "./directions.js";
import {chooseDigits, range, signed, span} from "./format.js";
import type {Direction} from "./release.js";

/** The interval in brackets, “ (95%: 0.0 to 3.6)”; nothing where none is claimed: the verdict says why. */
const interval = ({low, high}: Bracket, digits: number): string =>
  low === null || high === null ? "" : ` (95%: ${range(low, high, digits)})`;

/** “+0.9 to +2.6 (95%: 0.0 to 3.6)”. */
export function measureSize(effect: Bracket, own: number): string {
  const digits = chooseDigits(effect, own);
  return `${span(effect, digits)}${interval(effect, digits)}`;
}

/** “+0.9 to +2.6 percentage points (95%: 0.0 to 3.6)”, money “−£20 to +£30 per pupil (95%: −110 to 70)”. */
export function sizeInUnit(effect: Bracket, {unit, digits: own}: {unit: string; digits: number}): string {
  const digits = chooseDigits(effect, own);
  if (!unit.startsWith("£")) return `${span(effect, digits)} ${unit}${interval(effect, digits)}`;
  const [from, to] = [effect.from, effect.to].map((value) => pounds(signed(value, digits)));
  return `${from === to ? from : `${from} to ${to}`}${unit.slice(1)}${interval(effect, digits)}`;
}

const pounds = (size: string): string => size.replace(/^([+\u2212]?)/, "$1£");

/** “▲ Better: +0.9 to +2.6 (95%: 0.4 to 3.6)”, or the verdict alone where there is nothing to add to it. */
export function verdictLine(verdict: Direction | null, effect: Bracket | null, digits: number): string {
  if (verdict === null || effect === null) return "– No result";
  const {glyph, words} = DIRECTIONS[verdict];
  return verdict === "too_few" ? `${glyph} ${words}` : `${glyph} ${words}: ${measureSize(effect, digits)}`;
}
