import {mean} from "d3";
import {clamp, draws, type Draw} from "./draw.ts";
import {makeNames} from "./names.ts";
import type {Plan} from "./plan.ts";

export interface Region {
  code: string;
  name: string;
  /** How much better its schools do than others of like intake, and how much they gain on them a year, in standard deviations between schools. */
  lift: number;
  trend: number;
}

/** A local authority. No real one has such a code. */
export interface Authority {
  /** Three digits, from 500 to 649. */
  code: string;
  /** Nine characters. */
  ons: string;
  name: string;
  region: Region;
  towns: readonly string[];
  /** How poor it is, in standard deviations between schools. */
  deprivation: number;
  /** Whether some of its secondary schools select their pupils. */
  selects: boolean;
}

const regionNames = [
  "North Marches",
  "Vale and Wolds",
  "South Shore",
  "Upper Fells",
  "Eastwolde",
  "Mere Country",
  "Great Haven",
  "Western Downs",
  "Middle Moors"
];

/** Authorities with 600 schools, and with England’s 24,000. */
const FEWEST = {schools: 600, authorities: 12};
const MOST = {schools: 24_000, authorities: 150};

/** How many authorities a country of so many schools has. */
export function authorityCount(schools: number): number {
  const share = (schools - FEWEST.schools) / (MOST.schools - FEWEST.schools);
  const count = FEWEST.authorities + share * (MOST.authorities - FEWEST.authorities);
  return Math.round(clamp(count, FEWEST.authorities, MOST.authorities));
}

/** The authorities of the synthetic England, in regions of four or more. */
export function makeAuthorities({schools, seed, regions: apart, trends}: Plan): Authority[] {
  const draw = draws(seed, "authorities");
  const names = makeNames(seed, "authorities");
  const count = authorityCount(schools);
  const named = regionNames.slice(0, Math.floor(count / 4));
  const lifts = apartBy(apart, named.length, draw);
  const gains = apartBy(trends.regions, named.length, draw);
  const regions = named.map((name, i): Region => ({
    code: `E9900000${i + 1}`,
    name,
    lift: lifts[i],
    trend: gains[i]
  }));
  return Array.from({length: count}, (_, i) => {
    const towns = [names.place(), names.place(), names.place()];
    return {
      code: String(500 + i),
      ons: `E99000${500 + i}`,
      name: draw.pick([towns[0], `${towns[0]}shire`, `${towns[0]} Coast`]),
      region: regions[Math.floor((i * regions.length) / count)],
      towns,
      deprivation: 0.4 * draw.normal(),
      selects: i % 4 === 1
    };
  });
}

/** So many numbers of a standard deviation, on both sides of nothing. */
function apartBy(size: number, count: number, draw: Draw): number[] {
  const drawn = Array.from({length: count}, () => draw.normal());
  const middle = mean(drawn) ?? 0;
  return drawn.map((one) => size * (one - middle));
}
