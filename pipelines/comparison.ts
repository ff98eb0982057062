import {group} from "d3";
import type {Panel} from "../src/comparison.ts";
import {measures} from "../src/measures.ts";
import {panelOf} from "../src/panel.ts";
import {partnershipKinds} from "../src/partnership-kinds/index.ts";
import type {ComparisonNote, Phase, Role} from "../src/release.ts";
import type {Compared, InRole, Task} from "./compare-kind.ts";
import {hashOf, keepIn, type Kept} from "./kept-answers.ts";
import {shared} from "./shared-memory.ts";
import {columns, quote, rows, type Warehouse} from "./warehouse.ts";
import {startWorkers, type Workers} from "./work.ts";

const roles: readonly Role[] = ["supported", "supporter", "member"];

/**
 * Compares the schools of every kind and role with similar schools, on every
 * measure and in every phase that has values. Descriptive. What an earlier run
 * made of the same schools and values is taken from the folder `keep`; null for none.
 */
export async function compareAll(warehouse: Warehouse, keep: string | null = null): Promise<ComparisonNote[]> {
  const kinds = await readKinds(warehouse);
  const published = await rows<{measure: string; phase: Phase}>(
    warehouse,
    "select distinct measure, phase from outcome where value is not null"
  );
  const isPublished = new Set(published.map(({measure, phase}) => `${measure} ${phase}`));
  const kept = await keepIn(keep);
  const threads = startWorkers();
  const notes: ComparisonNote[] = [];
  try {
    for (const [measure, {phases}] of Object.entries(measures)) {
      for (const phase of phases) {
        if (!isPublished.has(`${measure} ${phase}`)) continue;
        const made = panelOf(await readValues(warehouse, measure, phase));
        if (!made) continue;
        const {scale, segment} = made;
        const newest = scale === "bridged" ? await newestUnit(warehouse, measure, phase) : null;
        const years = spanOf(made.panel);
        const compared = await compareKinds(made.panel, kinds, {threads, kept});
        notes.push(
          ...compared.flatMap(({kind, told}) =>
            told.map(({role, ...found}) => ({measure, kind, phase, role, scale, segment, newest, ...years, ...found}))
          )
        );
      }
    }
    await kept.close();
    return notes;
  } finally {
    await threads.close();
  }
}

/** A kind of partnership: who is in which role, and when each school first was in any. */
interface Kind {
  kind: string;
  members: Task["members"];
  treatedFrom: ReadonlyMap<number, number>;
}

async function compareKinds(
  panel: Panel,
  kinds: readonly Kind[],
  {threads, kept}: {threads: Workers; kept: Kept}
): Promise<{kind: string; told: Compared[]}[]> {
  const read = shared({...panel, values: panel.values as Float64Array});
  const hash = hashOf(read);
  return Promise.all(
    kinds.map(async ({kind, members, treatedFrom}) => {
      const task: Task = {
        panel: read,
        treatedFrom: shared(Float64Array.from(panel.schools, (school) => treatedFrom.get(school) ?? Infinity)),
        members
      };
      const text = await kept.take([hash, task.treatedFrom, members], () => threads.run("compareKind", task));
      return {kind, told: JSON.parse(text) as Compared[]};
    })
  );
}

/** The kinds that any school is in. */
async function readKinds(warehouse: Warehouse): Promise<Kind[]> {
  const inRole = await rows<InRole>(
    warehouse,
    `select school_id, kind, role, coalesce(partnership, 'no body known of ' || school_id) as partnership, cohort::integer as cohort,
       (select count(distinct kind) from membership as other
        where other.school_id = counted_role.school_id and other.kind <> counted_role.kind and other.cohort <= counted_role.cohort)::integer as other_kinds
     from counted_role order by school_id`
  );
  const first = await rows<{kind: string; school_id: number; cohort: number}>(
    warehouse,
    `select kind, school_id, min(cohort)::integer as cohort from (
       select kind, school_id, cohort from membership where cohort is not null
       union all select kind, school_id, cohort from counted_role
     ) group by all`
  );
  const membersOf = group(
    inRole,
    ({kind}) => kind,
    ({role}) => role
  );
  const firstOf = group(first, ({kind}) => kind);
  return Object.keys(partnershipKinds).flatMap((kind) => {
    const byRole = membersOf.get(kind);
    if (!byRole) return [];
    const members = Object.fromEntries(roles.flatMap((role) => (byRole.has(role) ? [[role, byRole.get(role)!]] : [])));
    const treatedFrom = new Map(firstOf.get(kind)!.map(({school_id, cohort}) => [school_id, cohort]));
    return {kind, members, treatedFrom};
  });
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

function spanOf({years}: Panel): {first_year: number; last_year: number} {
  return {first_year: years[0]!, last_year: years.at(-1)!};
}
