import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {England} from "./england.ts";
import {addFinance, simulateFinance, type Finance} from "./finance.ts";
import type {Lives, SchoolYear} from "./life.ts";
import type {Group} from "./partnership-shapes.ts";
import {isAcademy, type Establishment, type School} from "./school.ts";

/** A return of accounts: whose, for how many months, and what it says. */
export interface Return {
  life: SchoolYear;
  establishment: Establishment;
  months: number;
  /** Of a whole year; of the lead of a federation, those of all its schools. Null where it made no return of its own. */
  accounts: Finance | null;
  /** The first school of its federation, which makes one return for all; null outside federations. */
  lead: Establishment | null;
  /** The trust of an academy, and since when or until when in the year. */
  trust: Group | null;
  joined: string | null;
  left: string | null;
}

/** The first day of a year of accounts, and the first of the next. */
export type Period = readonly [from: string, to: string];

/** The financial year of maintained schools that is read as an academic year, and that of academies. */
export const maintainedYear = (year: AcademicYear): Period => [`${year - 1}-04-01`, `${year}-04-01`];
export const academyYear = (year: AcademicYear): Period => [`${year - 1}-09-01`, `${year}-09-01`];

export const listAccounts = (life: SchoolYear): Finance => life.drawn("finance", simulateFinance);

/** A school in so many makes no return. */
export const isSilent = ({id}: School): boolean => id % 97 === 13;

/** Whole months of a period from an opening to a closing day, either null where it is not in the period. */
export function countMonths([from, to]: Period, opened: string | null, closed: string | null): number {
  const start = opened && opened > from ? opened : from;
  const end = closed && closed < to ? closed : null;
  const months = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return Math.max(0, (end ? months(end) + 1 : months(to)) - months(start));
}

/** An establishment of a school, and the months of a period it was open. */
export interface Open {
  life: SchoolYear;
  establishment: Establishment;
  months: number;
}

/** The establishments of a school that were open in a period: those that are academies, or the others. */
export const listOpen = (life: SchoolYear, period: Period, academies: boolean): Open[] =>
  life.school.establishments
    .filter((establishment) => isAcademy(establishment) === academies)
    .map((establishment) => ({
      life,
      establishment,
      months: countMonths(period, establishment.opened, establishment.closed)
    }))
    .filter(({months}) => months > 0);

interface Episode {
  group: Group;
  joined: string;
  left: string | null;
}

const episodesBySchool = new WeakMap<England, Map<School, Episode[]>>();

/** What groups a school was in, and when. */
function listEpisodes(england: England, school: School): readonly Episode[] {
  let bySchool = episodesBySchool.get(england);
  if (!bySchool) {
    bySchool = new Map();
    for (const group of england.groups)
      for (const {school: member, joined, left} of group.members)
        bySchool.set(member, [...(bySchool.get(member) ?? []), {group, joined, left}]);
    episodesBySchool.set(england, bySchool);
  }
  return bySchool.get(school) ?? [];
}

/** Those who made one return together with a school, the lead first, itself among them; none outside federations. */
export function federatedWith(england: England, school: School, year: AcademicYear, lives: Lives): Open[] {
  const [from, to] = maintainedYear(year);
  const allYear = ({joined, left}: {joined: string; left: string | null}) => joined <= from && (left ?? "9999") >= to;
  const episode = listEpisodes(england, school).find((one) => one.group.type === "Federation" && allYear(one));
  const members = (episode?.group.members ?? [])
    .filter(allYear)
    .flatMap((member) => lives.of(member.school, year) ?? [])
    .flatMap((life) => listOpen(life, [from, to], false))
    .filter(({months}) => months === 12);
  return members.length > 1 && members.some(({life}) => life.school === school) ? members : [];
}

/** The accounts of a federation as one. */
export const accountsTogether = (members: readonly Open[]): Finance =>
  addFinance(members.map(({life}) => listAccounts(life)));

/** The returns of maintained schools: one of each, and one of a federation for all that were in it all the year. */
export function maintainedReturns(england: England, year: AcademicYear, lives: Lives): Return[] {
  return listStateSchools(year, lives).flatMap((life) =>
    listOpen(life, maintainedYear(year), false).map(({establishment, months}): Return => {
      const members = months === 12 ? federatedWith(england, life.school, year, lives) : [];
      const lead = members[0]?.establishment ?? null;
      const silent = lead ? lead !== establishment : isSilent(life.school);
      const accounts = silent ? null : lead ? accountsTogether(members) : listAccounts(life);
      return {life, establishment, months, accounts, lead, trust: null, joined: null, left: null};
    })
  );
}

/** The returns of academies: one for each trust that an academy was in. */
export function academyReturns(england: England, year: AcademicYear, lives: Lives): Return[] {
  const period = academyYear(year);
  const [from, to] = period;
  const within = (day: string | null): string | null => (day && day > from && day < to ? day : null);
  return listStateSchools(year, lives).flatMap((life) =>
    listOpen(life, period, true).flatMap(({establishment, months}): Return[] => {
      const own = {life, establishment, accounts: listAccounts(life), lead: null};
      const episodes = listEpisodes(england, life.school)
        .filter(({group: {type}, joined, left}) => isTrust(type) && joined < to && (left ?? "9999") >= from)
        .map(({group, joined, left}) => ({trust: group, joined: within(joined), left: within(left)}));
      if (episodes.length > 1)
        return episodes.map((episode) => ({
          ...own,
          ...episode,
          months: countMonths(period, episode.joined, episode.left)
        }));
      const {opened, closed} = establishment;
      return [{...own, months, trust: episodes[0]?.trust ?? null, joined: within(opened), left: within(closed)}];
    })
  );
}

const isTrust = (type: Group["type"]): boolean => type === "Multi-academy trust" || type === "Single-academy trust";

const listStateSchools = (year: AcademicYear, lives: Lives): SchoolYear[] =>
  lives.in(year).filter(({school}) => !school.independent);
