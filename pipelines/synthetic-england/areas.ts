import {partnershipKinds} from "../../src/vocabulary/partnership-types/index.ts";
import {drawMultiplier, type World} from "./partnerships.ts";
import type {Partnership} from "./partnership-shapes.ts";
import type {Authority} from "./places.ts";
import {areaKinds, type AreaKind} from "./plan.ts";
import {levelOf} from "./schools.ts";
import type {Phase, School} from "./school.ts";

/** An authority that a programme takes in, and its schools. Dates are ISO dates. */
export interface AreaProgramme extends Partnership {
  kind: AreaKind;
  authority: Authority;
  /** The school that leads it; null where none does. */
  lead: School | null;
}

/** What the programmes of the made-up England are: the real ones of their kinds had other years. */
export const programmes: Record<
  AreaKind,
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

/** The part of a programme’s name that tells a hub, a city or an area from the others. */
export const partOf = ({kind, authority}: Pick<AreaProgramme, "kind" | "authority">): string =>
  partnershipKinds[kind]!.areas!.partnership === "part" ? authority.name : "";

/** Opportunity areas are districts, the others authorities. */
export const levelOfArea = (kind: AreaKind): "LA" | "LAD" => (kind === "opportunity_area" ? "LAD" : "LA");

const idOf = (kind: AreaKind, authority: Authority): string => {
  const part = partOf({kind, authority});
  const code = levelOfArea(kind) === "LAD" ? authority.ons : authority.code;
  const of = part ? part.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_") : code;
  return `${programmes[kind].id}:${of}`;
};

/** Takes authorities into programmes, the poorest first, and plants the roles of their schools. */
export function addAreas(at: World, authorities: readonly Authority[]): AreaProgramme[] {
  const poorest = authorities.toSorted((a, b) => b.deprivation - a.deprivation).values();
  const each = Math.max(1, Math.round(authorities.length / 12));
  return areaKinds.flatMap((kind) => {
    const chosen = Array.from({length: at.plan.areas[kind] * each}, () => poorest.next().value);
    return chosen.filter((authority) => authority !== undefined).map((authority) => addArea(at, kind, authority));
  });
}

function addArea(at: World, kind: AreaKind, authority: Authority): AreaProgramme {
  const {name, phases, led} = programmes[kind];
  const schools = at.schools.filter(
    (school) => school.authority === authority && !school.independent && phases.includes(school.phase)
  );
  const open = schools.filter((school) => joinedIn(kind, school) !== null);
  const best = led ? open.filter(({phase}) => phase === "secondary").sort((a, b) => levelOf(b) - levelOf(a))[0] : null;
  const area: AreaProgramme = {
    kind,
    id: idOf(kind, authority),
    name: `${name}: ${authority.name}`,
    multiplier: drawMultiplier(at),
    authority,
    lead: best ?? null
  };
  for (const school of open) {
    const from = joinedIn(kind, school)!;
    const lead = school === area.lead;
    at.stated.push({
      school,
      partnership: area,
      joined: from,
      left: programmes[kind].end,
      moved_from: null,
      role: lead ? "supporter" : "supported",
      source: "area",
      from,
      told: "day"
    });
  }
  return area;
}

/** When a school joins its area’s programme: with it, or when it opens; null if it had closed before, or opens after the end. */
function joinedIn(kind: AreaKind, {establishments}: School): string | null {
  const {start, end} = programmes[kind];
  const opened = establishments[0]!.opened ?? "";
  const {closed} = establishments.at(-1)!;
  if ((closed !== null && closed < start) || (end !== null && opened > end)) return null;
  return opened > start ? opened : start;
}
