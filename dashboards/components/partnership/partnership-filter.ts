import {holdsWords, plainText} from "school-partnerships/search";
import type {PartnershipRow} from "../ui/release.js";

/** What a reader asks of the list of partnerships; “any” asks nothing. Each is kept in the address. */
export interface PartnershipFilter {
  find: string;
  of: string;
  region: string;
  model: string;
  size: string;
  /** Academic years, by the year in which they end, between which the first school joined. */
  from: string;
  to: string;
}

export const ANY = "any";

/** Sizes that a reader can ask for, by how many schools have ever belonged. */
export const SIZES: readonly {value: string; label: string; least: number; most: number}[] = [
  {value: "1-2", label: "1 or 2 schools", least: 1, most: 2},
  {value: "3-5", label: "3 to 5 schools", least: 3, most: 5},
  {value: "6-10", label: "6 to 10 schools", least: 6, most: 10},
  {value: "11-20", label: "11 to 20 schools", least: 11, most: 20},
  {value: "21", label: "21 schools or more", least: 21, most: Infinity}
];

/** The regions a partnership has schools in, in the index one text parted by semicolons. */
export const listRegions = ({regions}: PartnershipRow): string[] =>
  regions
    .split(";")
    .map((region) => region.trim())
    .filter(Boolean);

const isOfSize = (schools: number, size: string): boolean => {
  const requested = SIZES.find(({value}) => value === size);
  return requested === undefined || (schools >= requested.least && schools <= requested.most);
};

/** Whether a first year lies between two; a partnership whose first year is unknown is found only if none is asked for. */
const isBetween = (year: number | null, from: string, to: string): boolean =>
  (from === ANY || (year !== null && year >= Number(from))) && (to === ANY || (year !== null && year <= Number(to)));

/** The partnerships that answer every part of the filter, by name. */
export function filtered<Row extends PartnershipRow>(rows: readonly Row[], filter: PartnershipFilter): Row[] {
  const words = plainText(filter.find);
  const answers = (requested: string, ...those: string[]) => requested === ANY || those.includes(requested);
  return rows
    .filter(
      (row) =>
        (words === "" || holdsWords(plainText(row.name), words)) &&
        answers(filter.of, row.partnership_type) &&
        answers(filter.region, ...listRegions(row)) &&
        answers(filter.model, String(row.model)) &&
        isOfSize(row.schools, filter.size) &&
        isBetween(row.first_joined, filter.from, filter.to)
    )
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
