import {clamp, logistic, logit, type Draw} from "./draw.ts";
import {complete, type Drawn, type Groups, type Sums} from "./groups.ts";
import type {Ks4} from "./ks4.ts";

/** What is counted and summed of a group’s pupils. */
export type Ks4Sum = (typeof ks4Sums)[number];
export const ks4Sums = [
  "pupils",
  "attainment8",
  "progress8",
  "progress8_pupils",
  "value_added",
  "basics",
  "basics_95",
  "five",
  "ebacc_entry",
  "ebacc",
  "ebacc_95",
  "ebacc_points",
  "entries",
  "gcse_entries"
] as const;

/** How a group does next to all pupils: points of Attainment 8 a pupil, and log odds of passing. */
const balancePlot: Record<Drawn, {points: number; odds: number}> = {
  girls: {points: 2.6, odds: 0.18},
  low: {points: -17, odds: -1.7},
  high: {points: 11, odds: 1.3},
  eal: {points: 0.4, odds: 0},
  non_mobile: {points: 0.6, odds: 0.05},
  disadvantaged: {points: -6, odds: -0.6}
};

/** A school’s pupils by group. */
export function ks4Groups(own: Ks4, draw: Draw): Groups<Ks4Sum> {
  const all = Object.fromEntries(ks4Sums.map((name) => [name, own[name]])) as Sums<Ks4Sum>;
  const part = (group: Drawn, pupils: number, known: Partial<Sums<Ks4Sum>> = {}) =>
    makePart(all, {pupils, ...known}, balancePlot[group], draw);
  const low = Math.min(own.pupils, own.prior_low);
  return complete(all, {
    girls: part("girls", own.girls),
    low: part("low", low),
    high: part("high", Math.min(own.pupils - low, own.prior_high)),
    eal: part("eal", own.eal),
    non_mobile: part("non_mobile", own.non_mobile),
    disadvantaged: part("disadvantaged", own.disadvantaged, {
      attainment8: own.attainment8_disadvantaged,
      progress8: own.progress8_disadvantaged,
      progress8_pupils: own.progress8_pupils_disadvantaged,
      basics: own.basics_disadvantaged
    })
  });
}

/** A group of so many pupils, and what else is known of it, next to all. */
function makePart(
  all: Sums<Ks4Sum>,
  known: Partial<Sums<Ks4Sum>> & {pupils: number},
  {points, odds}: {points: number; odds: number},
  draw: Draw
): Sums<Ks4Sum> {
  const {pupils} = known;
  const share = all.pupils > 0 ? pupils / all.pupils : 0;
  const better = points / 47;
  /** Those of the group’s `of` who did it, when so many of all `among` did. */
  const some = (name: Ks4Sum, of: number, among: number, harder = odds): number => {
    const rate = among > 0 ? clamp(all[name] / among, 0.002, 0.998) : 0.5;
    const drawn = draw.binomial(of, logistic(logit(rate) + harder));
    return clamp(drawn, Math.max(0, all[name] - (among - of)), Math.min(of, all[name]));
  };
  const sum = (name: Ks4Sum): number => clamp(all[name] * share * (1 + better), 0, all[name]);
  const basics = known.basics ?? some("basics", pupils, all.pupils);
  const entered = some("ebacc_entry", pupils, all.pupils);
  const achieved = some("ebacc", entered, all.ebacc_entry, odds / 2);
  const covered = known.progress8_pupils ?? draw.whole(all.progress8_pupils * share);
  return {
    attainment8:
      pupils === 0 ? 0 : clamp(sum("attainment8") + 3 * Math.sqrt(pupils) * draw.normal(), 0, all.attainment8),
    progress8: all.progress8_pupils > 0 ? (all.progress8 / all.progress8_pupils + points / 40) * covered : 0,
    progress8_pupils: covered,
    value_added: all.progress8_pupils > 0 ? (all.value_added / all.progress8_pupils) * covered : 0,
    basics,
    basics_95: some("basics_95", basics, all.basics, odds / 2),
    five: some("five", basics, all.basics, 0),
    ebacc_entry: entered,
    ebacc: achieved,
    ebacc_95: some("ebacc_95", achieved, all.ebacc, 0),
    ebacc_points: sum("ebacc_points"),
    entries: sum("entries"),
    gcse_entries: sum("gcse_entries"),
    ...known
  };
}
