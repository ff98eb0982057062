import {group} from "d3";
import {plainName} from "../published-files/recognise.ts";
import {stops, warns, type Finding} from "./problem.ts";
import {sayRegistered, type Register, type RegisterSchool} from "./register.ts";
import {schoolThen} from "./laestab-school.ts";

/** A school as a list without URNs names it. */
export interface NamedSchool {
  name: string;
  ukprn: string;
  /** The local authority, by name or number; empty where the list does not say. */
  la: string;
  /** The ISO day on which it joined; null where that is not known. */
  day: string | null;
}

/** The school that is meant, or none, and what has to be said of that. */
export interface FoundSchool {
  school: RegisterSchool | null;
  finding: Finding | null;
}

/**
 * The school of a UKPRN, or of a name that one school alone has: schools that followed one another are one. Of a name
 * that several have, or none, it is reported which may be meant, and no school is taken.
 */
export function schoolOfName({name, ukprn, la, day}: NamedSchool, register: Register): FoundSchool {
  const those = ukprn ? register.provided(ukprn.replace(/\.0+$/, "")) : register.called(name);
  const there = la ? those.filter((school) => isIncluded(la, school)) : those;
  const lineages = group(there, ({urn}) => register.latest(urn));
  const found = lineages.size === 1 ? schoolThen(there, day) : undefined;
  if (found) {
    const meant = `“${ukprn || name}” is found to be ${sayRegistered(found)}`;
    return {
      school: found,
      finding: warns("name_found", meant, "nothing, if that is right; otherwise write its URN in a column called urn")
    };
  }
  const like = lineages.size > 1 ? there : name ? register.named(name, laName(la, register)) : [];
  const which = lineages.size > 1 ? `is what ${lineages.size} schools are called` : "is no school that is known here";
  const fix = like.length
    ? `is it ${like.slice(0, MOST).map(sayRegistered).join("; or ")}? Write the URN in a column called urn`
    : "look the school up on Get Information about Schools, and write its URN in a column called urn";
  const say = register.whole ? stops : warns;
  return {school: null, finding: say("name_unknown", `“${[ukprn, name].filter(Boolean).join(" ")}” ${which}`, fix)};
}

/** How many schools are suggested. */
const MOST = 5;

const isIncluded = (la: string, {la_code, la_name}: RegisterSchool): boolean =>
  la.replace(/\.0+$/, "") === la_code || plainName(la) === plainName(la_name);

/** The name of an authority that a list gives by name or number; null if no school is there. */
function laName(la: string, {schools}: Register): string | null {
  if (la === "") return null;
  for (const school of schools.values()) if (isIncluded(la, school)) return school.la_name;
  return null;
}
