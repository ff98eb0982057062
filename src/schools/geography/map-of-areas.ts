import {dayBefore} from "../../vocabulary/partial-date.ts";

/** Local authorities by their three digits, districts by their ONS codes. */
export type AreaLevel = "LA" | "LAD";

/** On a date an area, or a part of it, became another: the old code ends that day, the new one begins no later. */
export interface AreaChange {
  date: string;
  level: AreaLevel;
  from_code: string;
  to_code: string;
}

/** Where a file says a school was: the code of an area, and the date the file speaks of. */
export interface SeenAt {
  level: AreaLevel;
  code: string;
  on: string;
}

/**
 * Which areas of a date a place may have lain in, by the code it has at another: areas that split and merged are
 * followed day by day, so that a merged area gives all it was made of. A code that a file carries before it began or
 * after it ended, as files of the year of a reorganisation do, counts as of its first or last day.
 */
export function areasOn(date: string, {level, code, on}: SeenAt, changes: readonly AreaChange[]): ReadonlySet<string> {
  const ofLevel = changes.filter((change) => change.level === level);
  const seen = within(code, on, ofLevel);
  return seen > date ? backwards(code, seen, date, ofLevel) : forwards(code, seen, date, ofLevel);
}

/** Which areas of a date a place may have lain in. */
export type AreasOn = (date: string, place: SeenAt) => ReadonlySet<string>;

/** As areasOn, with each answer kept: schools are many, places and dates few. */
export function mapOfAreas(changes: readonly AreaChange[]): AreasOn {
  const known = new Map<string, ReadonlySet<string>>();
  return (date, place) => {
    const key = `${date} ${place.level} ${place.code} ${place.on}`;
    const found = known.get(key) ?? areasOn(date, place, changes);
    known.set(key, found);
    return found;
  };
}

function within(code: string, on: string, changes: readonly AreaChange[]): string {
  const began = earliest(changes.filter(({to_code}) => to_code === code));
  const ended = earliest(changes.filter(({from_code}) => from_code === code));
  if (began && on < began) return began;
  return ended && on >= ended ? dayBefore(ended) : on;
}

const earliest = (changes: readonly AreaChange[]): string | undefined => changes.map(({date}) => date).sort()[0];

const datesBetween = (after: string, upTo: string, changes: readonly AreaChange[]): string[] =>
  [...new Set(changes.map(({date}) => date))].filter((date) => date > after && date <= upTo).sort();

function backwards(code: string, from: string, to: string, changes: readonly AreaChange[]): Set<string> {
  return datesBetween(to, from, changes).reduceRight(
    (areas, date) => step(areas, date, changes, "to_code", "from_code"),
    new Set([code])
  );
}

function forwards(code: string, from: string, to: string, changes: readonly AreaChange[]): Set<string> {
  return datesBetween(from, to, changes).reduce(
    (areas, date) => step(areas, date, changes, "from_code", "to_code"),
    new Set([code])
  );
}

type End = "from_code" | "to_code";

function step(areas: Set<string>, date: string, changes: readonly AreaChange[], known: End, wanted: End): Set<string> {
  const today = changes.filter((change) => change.date === date);
  return new Set(
    [...areas].flatMap((area) => {
      const others = today.filter((change) => change[known] === area).map((change) => change[wanted]);
      return others.length ? others : [area];
    })
  );
}
