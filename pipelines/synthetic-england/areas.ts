import {group} from "d3";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import {drawMultiplier, type World} from "./partnerships.ts";
import type {Partnership} from "./partnership-shapes.ts";
import type {Authority} from "./places.ts";
import {areaPartnershipTypes, type AreaPartnershipType} from "./planted-types.ts";
import {computeLevel} from "./schools.ts";
import type {Phase, School} from "./school.ts";

/** An authority that a programme takes in, and its schools. Dates are ISO dates. */
export interface AreaProgramme extends Partnership {
  partnership_type: AreaPartnershipType;
  authority: Authority;
  /** The school that leads it; null where none does. */
  lead: School | null;
}

/** What the programmes of the synthetic England are: the real ones of their types had other years. */
export const programmes: Record<
  AreaPartnershipType,
  {id: string; name: string; start: string; end: string | null; phases: readonly Phase[]; led: boolean}
> = {
  city_challenge: {
    id: "city_challenge",
    name: "City Challenge",
    start: "2015-01-01",
    end: "2018-08-31",
    phases: ["primary", "secondary"],
    led: false
  },
  excellence_in_cities: {
    id: "excellence_in_cities",
    name: "Excellence in Cities",
    start: "2014-09-01",
    end: "2020-08-31",
    phases: ["secondary"],
    led: false
  },
  opportunity_area: {
    id: "opportunity_areas",
    name: "Opportunity Areas",
    start: "2017-10-01",
    end: "2022-08-31",
    phases: ["primary", "secondary", "special"],
    led: false
  },
  education_investment_area: {
    id: "education_investment_areas",
    name: "Education Investment Areas",
    start: "2022-02-01",
    end: null,
    phases: ["primary", "secondary", "special"],
    led: false
  },
  teaching_school_hub: {
    id: "teaching_school_hubs",
    name: "Teaching School Hubs",
    start: "2021-09-01",
    end: null,
    phases: ["primary", "secondary", "special"],
    led: true
  }
};

/** The part of a programme’s name that distinguishes a hub, a city or an area from the others. */
export const makePart = ({
  partnership_type,
  authority
}: Pick<AreaProgramme, "partnership_type" | "authority">): string =>
  partnershipTypes[partnership_type].areas!.partnership === "part" ? authority.name : "";

/** Opportunity areas are districts, the others authorities. */
export const levelOfArea = (partnership_type: AreaPartnershipType): "LA" | "LAD" =>
  partnership_type === "opportunity_area" ? "LAD" : "LA";

const makeId = (partnership_type: AreaPartnershipType, authority: Authority): string => {
  const part = makePart({partnership_type, authority});
  const code = levelOfArea(partnership_type) === "LAD" ? authority.ons : authority.code;
  const of = part ? part.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_") : code;
  return `${programmes[partnership_type].id}:${of}`;
};

/** Takes authorities into programmes, the poorest first, and plants the roles of their schools. */
export function addAreas(at: World, authorities: readonly Authority[]): AreaProgramme[] {
  const within = group(at.schools, ({authority}) => authority);
  const poorest = authorities.toSorted((a, b) => b.deprivation - a.deprivation).values();
  const each = Math.max(1, Math.round(authorities.length / 12));
  return areaPartnershipTypes.flatMap((partnership_type) => {
    const chosen = Array.from({length: at.plan.areas[partnership_type] * each}, () => poorest.next().value);
    return chosen
      .filter((authority) => authority !== undefined)
      .map((authority) => addArea(at, partnership_type, authority, within.get(authority) ?? []));
  });
}

function addArea(
  at: World,
  partnership_type: AreaPartnershipType,
  authority: Authority,
  within: readonly School[]
): AreaProgramme {
  const {name, phases, led} = programmes[partnership_type];
  const schools = within.filter(({independent, phase}) => !independent && phases.includes(phase));
  const open = schools.filter((school) => listJoined(partnership_type, school) !== null);
  const best = led
    ? open.filter(({phase}) => phase === "secondary").sort((a, b) => computeLevel(b) - computeLevel(a))[0]
    : null;
  const area: AreaProgramme = {
    partnership_type,
    id: makeId(partnership_type, authority),
    name: `${name}: ${authority.name}`,
    multiplier: drawMultiplier(at),
    authority,
    lead: best ?? null
  };
  for (const school of open) {
    const from = listJoined(partnership_type, school)!;
    const lead = school === area.lead;
    at.stated.push({
      school,
      partnership: area,
      joined: from,
      left: programmes[partnership_type].end,
      moved_from: null,
      role: lead ? "supporter" : "supported",
      source: "area",
      from,
      reported: "day"
    });
  }
  return area;
}

/** When a school joins its area’s programme: with it, or when it opens; null if it had closed before, or opens after the end. */
function listJoined(partnership_type: AreaPartnershipType, {establishments}: School): string | null {
  const {start, end} = programmes[partnership_type];
  const opened = establishments[0].opened ?? "";
  const {closed} = establishments.at(-1)!;
  if ((closed !== null && closed < start) || (end !== null && opened > end)) return null;
  return opened > start ? opened : start;
}
