import {areasOfPartnership} from "../../src/schools/geography/areas-of-partnership.ts";
import {findCode, type AreaProgramme, type ProgrammeArea} from "../../src/schools/geography/programme.ts";
import type {EvidenceGrade, MembershipSource} from "../../src/vocabulary/partnership-types/index.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import {firstDay, lastDay, startDay, type DatePrecision} from "../../src/vocabulary/partial-date.ts";
import {readAreaPartnerships, type AreaPartnership} from "./facts/area-partnerships.ts";
import {readLocalAuthorities} from "./facts/local-authorities.ts";
import {readProgrammeAreas} from "./facts/programme-areas.ts";
import {readProgrammes, type Programme} from "./facts/programmes.ts";
import {areasOfHubs, readTeachingSchoolHubs} from "./facts/teaching-school-hubs.ts";

/** A programme, or an area partnership of all schools of its authorities, and the areas it takes in. */
export interface Expandable {
  programme: AreaProgramme;
  name: string;
  areas: readonly ProgrammeArea[];
  partnership_type: string;
  evidence: EvidenceGrade | null;
  membership: MembershipSource;
  source: string;
  source_url: string;
  source_date: string;
  /** The id and name of the partnership that an area of it is, or is in. */
  makePartnership(area: {part: string; area_code: string}): {id: string; name: string};
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");

/** The programmes of a folder of tables, and its area partnerships whose schools are all of their area. */
export function readExpandable(folder: string): Expandable[] {
  const areas = [...readProgrammeAreas(folder), ...areasOfHubs(readTeachingSchoolHubs(folder))];
  const names = new Map(readLocalAuthorities(folder).map(({la_code, name}) => [la_code, name]));
  const makeName = (code: string) => names.get(code) ?? code;
  return [
    ...readProgrammes(folder).map((programme) => ofProgramme(programme, areas)),
    ...readAreaPartnerships(folder)
      .filter(({schools, start}) => schools === "all" && start !== "")
      .map((one) => ofAreaPartnership(one, makeName))
  ];
}

function ofProgramme(programme: Programme, all: readonly ProgrammeArea[]): Expandable {
  const {partnership_type, evidence, membership, source, source_url, source_date, name} = programme;
  const areas = all.filter((area) => area.programme === programme.programme);
  const byPart = partnershipTypes[partnership_type].areas?.partnership === "part";
  const called = new Map(areas.map((area) => [findCode(area), area.area_name]));
  return {
    programme,
    name,
    areas,
    partnership_type,
    evidence,
    membership,
    source,
    source_url,
    source_date,
    makePartnership: ({part, area_code}) =>
      byPart
        ? {id: `${programme.programme}:${plain(part || "all")}`, name: part ? `${name}: ${part}` : name}
        : {id: `${programme.programme}:${area_code}`, name: `${name}: ${called.get(area_code) ?? area_code}`}
  };
}

function ofAreaPartnership(one: AreaPartnership, makeName: (code: string) => string): Expandable {
  const {partnership_id, name, phases, source, source_url, source_date} = one;
  return {
    programme: {programme: partnership_id, phases},
    name,
    areas: areasOfPartnership(one, makeName),
    partnership_type: AREA_PARTNERSHIP,
    evidence: null,
    membership: "geography",
    source,
    source_url,
    source_date,
    makePartnership: () => ({id: partnership_id, name})
  };
}

export const AREA_PARTNERSHIP = "area_based_partnership";

/** A partnership that the tables know of, whether or not any school of it is known. */
export interface TabledPartnership {
  partnership_type: string;
  partnership: string;
  partnership_name: string;
  programme: string | null;
  programme_name: string | null;
  statutory_school_improvement: string | null;
  traded_school_improvement: string | null;
  traded_business_support: string | null;
  started: string | null;
  started_precision: DatePrecision;
  ended: string | null;
  ended_precision: DatePrecision;
  source: string;
  source_url: string | null;
  source_date: string | null;
  evidence: string | null;
  note: string | null;
}

const dated = ({
  start,
  start_precision,
  end,
  end_precision
}: Pick<ProgrammeArea, "start" | "start_precision" | "end" | "end_precision">) => ({
  started: start ? startDay(start) : null,
  started_precision: start_precision,
  ended: end ? lastDay(end) : null,
  ended_precision: end_precision
});

const readDay = (source_date: string): string | null => (source_date === "undated" ? null : firstDay(source_date));

/** Every partnership of the tables: each area or part of a programme, and every area partnership. */
export function tabledPartnerships(folder: string, expandable: readonly Expandable[]): TabledPartnership[] {
  const ofAreas = expandable
    .filter(({partnership_type}) => partnership_type !== AREA_PARTNERSHIP)
    .flatMap(
      ({
        programme,
        name: programme_name,
        areas,
        partnership_type,
        evidence,
        source,
        source_url,
        source_date,
        makePartnership
      }) =>
        areas
          .filter(({coverage}) => coverage === "whole")
          .map((area): TabledPartnership => {
            const {id, name} = makePartnership({part: area.part, area_code: findCode(area)});
            return {
              partnership_type,
              partnership: id,
              partnership_name: name,
              programme: programme.programme,
              programme_name,
              statutory_school_improvement: null,
              traded_school_improvement: null,
              traded_business_support: null,
              ...dated(area),
              source,
              source_url: source_url || null,
              source_date: readDay(source_date),
              evidence,
              note: null
            };
          })
    );
  const first = new Map(ofAreas.toReversed().map((one) => [one.partnership, one]));
  const area = readAreaPartnerships(folder).map((one): TabledPartnership => {
    const {partnership_id, name, source, source_url, source_date, note} = one;
    return {
      partnership_type: AREA_PARTNERSHIP,
      partnership: partnership_id,
      partnership_name: name,
      programme: null,
      programme_name: null,
      statutory_school_improvement: one.statutory_school_improvement,
      traded_school_improvement: one.traded_school_improvement,
      traded_business_support: one.traded_business_support,
      ...dated(one),
      source,
      source_url,
      source_date: readDay(source_date),
      evidence: null,
      note: note || null
    };
  });
  return [...first.values(), ...area];
}
