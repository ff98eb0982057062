import {keptUrn, withoutGuard} from "./kept-cells.ts";
import {readLaestab} from "./laestab.ts";
import {stops, warns, type Finding} from "./problem.ts";
import {sayRegistered, type Register} from "./register.ts";
import {schoolOfLaestab} from "./laestab-school.ts";
import {schoolOfName, type NamedSchool} from "./school-of-name.ts";

/** What a row says of its school: cells, "" where the list has no such column. */
export interface SaidSchool extends NamedSchool {
  urn: string;
  laestab: string;
}

/** The URN of a row, what has to be said of it, and the other number or name of a school that nothing here knows. */
export interface KeptNumber {
  text: string;
  finding: Finding | null;
  lost?: string;
}

/** The URN of a row, from its cell, or, with a register, from its LAESTAB, UKPRN or name. */
export function keptNumber(said: SaidSchool, register: Register | null): KeptNumber {
  const {urn, laestab, ukprn, name, day} = said;
  if (urn === "" && laestab === "" && (ukprn || name)) {
    if (register === null) return {text: "", finding: null};
    const {school, finding} = schoolOfName(said, register);
    return school ? {text: String(school.urn), finding} : {text: "", finding, lost: name || ukprn};
  }
  const own = readLaestab(withoutGuard(urn)) === null ? keptUrn(urn) : null;
  if (own && own.text !== "") return {...own, finding: own.finding ?? otherLaestab(own.text, laestab, register)};
  const written = own ? withoutGuard(laestab) : withoutGuard(urn);
  const number = readLaestab(written);
  if (number === null || register === null) return {text: own ? written : urn, finding: null};
  const school = schoolOfLaestab(number, day, register);
  if (school) return {text: String(school.urn), finding: null};
  const say = register.whole ? stops : warns;
  const fix = "look the school up on Get Information about Schools, and write its URN";
  return {
    text: "",
    lost: number,
    finding: say("laestab_unknown", `no school known here has the LAESTAB ${number}`, fix)
  };
}

/** That the LAESTAB next to a URN is another school’s: one of the two is mistaken. Numbers of one school in turn agree. */
function otherLaestab(urn: string, laestab: string, register: Register | null): Finding | null {
  const number = readLaestab(withoutGuard(laestab));
  const those = number === null || register === null ? [] : register.numbered(number);
  const latest = register?.latest(Number(urn));
  if (those.length === 0 || !register?.schools.has(Number(urn))) return null;
  if (those.some((school) => register.latest(school.urn) === latest)) return null;
  const found = `${urn} is read, but the LAESTAB ${number} beside it is that of ${sayRegistered(those[0])}`;
  return warns("laestab_other", found, "look up which of the two is right");
}
