import {draws} from "./draw.ts";

export interface Region {
  code: string;
  name: string;
}

/** A local authority. No real one has such a code. */
export interface Authority {
  /** Three digits. */
  code: string;
  /** Nine characters. */
  ons: string;
  name: string;
  region: Region;
  towns: readonly string[];
  /** How poor it is, in standard deviations between schools. */
  deprivation: number;
}

const regions: readonly Region[] = [
  {code: "E99000001", name: "North Marches"},
  {code: "E99000002", name: "Vale and Wolds"},
  {code: "E99000003", name: "South Shore"}
];

const names: readonly [name: string, ...towns: string[]][] = [
  ["Aldermarch", "Aldermarch", "Quenby", "Hestwell"],
  ["Brackmoor", "Brackmoor", "Tarnlow", "Ulverby"],
  ["Carrowdale", "Carrowdale", "Fennoway", "Yarrowick"],
  ["Dunharrow", "Dunharrow", "Selbrook Vale", "Ormsley"],
  ["Eastwolde", "Eastwolde", "Pellinghoe", "Marlsby"],
  ["Fallowshire", "Fallowmere", "Ickworthy", "Tolverton"],
  ["Garrowby Vale", "Garrowby", "Lindwick", "Hexholme"],
  ["Hallowmere", "Hallowmere", "Norbeck", "Wexcombe"],
  ["Islemouth", "Islemouth", "Ravensey", "Sandhithe"],
  ["Jessamy Coast", "Jessamy", "Kellhaven", "Orfleet"],
  ["Kestrelton", "Kestrelton", "Priorsea", "Saltwyke"],
  ["Lorneshire", "Lornebridge", "Velmouth", "Wrackham"]
];

/** The twelve authorities of the made-up England, four a region. */
export function authorities(seed: number): Authority[] {
  const draw = draws(seed, "authorities");
  return names.map(([name, ...towns], i) => ({
    code: String(980 + i),
    ons: `E99000${980 + i}`,
    name,
    region: regions[Math.floor(i / 4)]!,
    towns,
    deprivation: 0.4 * draw.normal()
  }));
}
