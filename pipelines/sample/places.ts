import {clamp, draws} from "./draw.ts";
import {inventNames} from "./names.ts";
import type {Plan} from "./plan.ts";

export interface Region {
  code: string;
  name: string;
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

/** The authorities of the made-up England, in regions of four or more. */
export function inventAuthorities({schools, seed}: Plan): Authority[] {
  const draw = draws(seed, "authorities");
  const names = inventNames(seed, "authorities");
  const count = authorityCount(schools);
  const regions = regionNames
    .slice(0, Math.floor(count / 4))
    .map((name, i): Region => ({code: `E9900000${i + 1}`, name}));
  return Array.from({length: count}, (_, i) => {
    const towns = [names.place(), names.place(), names.place()];
    return {
      code: String(500 + i),
      ons: `E99000${500 + i}`,
      name: draw.pick([towns[0]!, `${towns[0]}shire`, `${towns[0]} Coast`]),
      region: regions[Math.floor((i * regions.length) / count)]!,
      towns,
      deprivation: 0.4 * draw.normal()
    };
  });
}
