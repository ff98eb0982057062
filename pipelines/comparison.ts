import {group} from "d3";
import {buildComparison, type Comparison, type ComparisonInput, type Joiner, type Panel} from "../src/comparison.ts";
import {design} from "../src/design.ts";
import {UserError} from "../src/errors.ts";
import {differenceInRates} from "../src/estimators/difference-in-rates.ts";
import {measures} from "../src/measures.ts";
import {panelOf} from "../src/panel.ts";
import {partnershipKinds} from "../src/partnership-kinds/index.ts";
import type {ComparisonNote, Phase, Role} from "../src/release.ts";
import {columns, quote, rows, type Warehouse} from "./warehouse.ts";

const roles: readonly Role[] = ["supported", "supporter", "member"];

/** A school in a kind of partnership, as the table role has it. */
interface InRole {
  school_id: number;
  kind: string;
  role: Role;
  partnership: string;
  cohort: number;
  other_kinds: number;
}

/**
 * Compares the schools of every kind and role with similar schools, on every
 * measure and in every phase that has values. Descriptive.
 */
export async function compareAll(warehouse: Warehouse): Promise<ComparisonNote[]> {
  const inRole = await rows<InRole>(
    warehouse,
    `select school_id, kind, role, partnership, cohort::integer as cohort,
       (select count(distinct kind) from membership as other
        where other.school_id = counted_role.school_id and other.kind <> counted_role.kind and other.cohort <= counted_role.cohort)::integer as other_kinds
     from counted_role order by school_id`
  );
  const members = group(inRole, ({kind, role}) => `${kind} ${role}`);
  const treatedFrom = await firstTreated(warehouse);
  const notes: ComparisonNote[] = [];
  const published = await rows<{measure: string; phase: Phase}>(
    warehouse,
    "select distinct measure, phase from outcome where value is not null"
  );
  const isPublished = new Set(published.map(({measure, phase}) => `${measure} ${phase}`));
  for (const [measure, {phases}] of Object.entries(measures)) {
    for (const phase of phases) {
      if (!isPublished.has(`${measure} ${phase}`)) continue;
      const made = panelOf(await readValues(warehouse, measure, phase));
      if (!made) continue;
      const years = spanOf(made.panel);
      const newest = made.scale === "bridged" ? await newestUnit(warehouse, measure, phase) : null;
      for (const kind of Object.keys(partnershipKinds)) {
        const treated = made.panel.schools.map((school) => treatedFrom.get(`${kind} ${school}`) ?? Infinity);
        for (const role of roles) {
          const found = compareRole(made.panel, treated, members.get(`${kind} ${role}`) ?? []);
          if (found)
            notes.push({
              measure,
              kind,
              phase,
              role,
              scale: made.scale,
              segment: made.segment,
              newest,
              ...years,
              ...found
            });
        }
      }
    }
  }
  return notes;
}

async function readValues(warehouse: Warehouse, measure: string, phase: Phase) {
  const read = await columns(
    warehouse,
    `select school_id as school, academic_year as year, segment, coalesce(value, 'NaN'::double) as native, coalesce(bridged, 'NaN'::double) as bridged
     from outcome join school using (school_id)
     where measure = ${quote(measure)} and outcome.phase = ${quote(phase)} and not school.independent and value is not null
     order by school_id, academic_year`
  );
  return read as unknown as Parameters<typeof panelOf>[0];
}

/** What one standard deviation of the bridged scale is worth in the newest year on it: the slope of values on their places. */
async function newestUnit(warehouse: Warehouse, measure: string, phase: Phase): Promise<ComparisonNote["newest"]> {
  const [found] = await rows<{year: number; segment: number; per_sd: number}>(
    warehouse,
    `select academic_year::integer as year, any_value(segment)::integer as segment, regr_slope(value, bridged) as per_sd
     from outcome where measure = ${quote(measure)} and phase = ${quote(phase)} and bridged is not null
     group by academic_year order by academic_year desc limit 1`
  );
  if (!found) return null;
  const {segments, unit} = measures[measure]!;
  const segment = segments[found.segment]!;
  return {year: found.year, label: segment.label, unit: segment.unit ?? unit, per_sd: found.per_sd};
}

/** The first academic year of each school in any partnership of a kind, in any role. */
async function firstTreated(warehouse: Warehouse): Promise<Map<string, number>> {
  const first = await rows<{kind: string; school_id: number; cohort: number}>(
    warehouse,
    `select kind, school_id, min(cohort)::integer as cohort from (
       select kind, school_id, cohort from membership where cohort is not null
       union all select kind, school_id, cohort from counted_role
     ) group by all`
  );
  return new Map(first.map(({kind, school_id, cohort}) => [`${kind} ${school_id}`, cohort]));
}

type Compared = Pick<ComparisonNote, "partnerships" | "funnel" | "levels" | "rates" | "difference" | "overlapping">;

function compareRole(panel: Panel, treatedFrom: readonly number[], members: readonly InRole[]): Compared | null {
  const row = new Map(panel.schools.map((school, i) => [school, i]));
  const present = members.filter(({school_id}) => row.has(school_id));
  if (present.length === 0) return null;
  const joiners: Joiner[] = present.map(({school_id, cohort, partnership}) => ({
    row: row.get(school_id)!,
    cohort,
    partnership
  }));
  const input = {panel, joiners, treatedFrom, eventTimes: design.event_times};
  const listed = {step: "In the role, by the register", schools: members.length, lost: null};
  const measured = {
    step: "With any result of this measure",
    schools: present.length,
    lost: "no result of this measure in the files"
  };
  const elsewhere = new Set(
    present.filter(({other_kinds}) => other_kinds > 0).map(({school_id}) => row.get(school_id)!)
  );
  const tell = (comparison: Comparison) => ({
    partnerships: comparison.partnerships,
    funnel: [listed, ...comparison.funnel.map((step, i) => (i === 0 ? {...step, ...measured} : step))],
    overlapping: comparison.groups.joined.row.filter((r) => elsewhere.has(r)).length
  });
  const fair = attempt({...input, base: design.base, strata: design.strata});
  if (fair) return {...tell(fair), ...differenceInRates.estimate(fair)};

  // Too few years before joining to tell which schools are similar: levels only, beside all schools.
  const levelsOnly = attempt({...input, base: design.event_times, strata: 1});
  if (!levelsOnly) return null;
  const {levels} = differenceInRates.estimate(levelsOnly);
  const told = tell(levelsOnly);
  return {
    ...told,
    funnel: [
      ...told.funnel.slice(0, 2),
      {step: "With a base to compare from", schools: 0, lost: "too few years of results before joining"}
    ],
    levels: levels.filter(({group}) => group !== "similar"),
    rates: [],
    difference: {after: null, change: null, partnerships: 0}
  };
}

/** A comparison, or null where the schools at hand allow none. */
function attempt(input: ComparisonInput): Comparison | null {
  try {
    return buildComparison(input);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function spanOf({years}: Panel): {first_year: number; last_year: number} {
  return {first_year: years[0]!, last_year: years.at(-1)!};
}
