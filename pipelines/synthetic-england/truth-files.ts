import {plainColumns, publish, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives} from "./life.ts";
import {traceSuccessors, schoolIds} from "./lineages.ts";
import {findCohort, on} from "./school.ts";
import {effectFiles} from "./truth-effects.ts";
import {outcomesFile} from "./truth-outcomes.ts";

/** What was planted and what the schools are like, written next to the published files. No step of the pipeline reads it. */
export const truthJobs: readonly ((england: England, lives: Lives) => Published | readonly Published[])[] = [
  (england) => [
    {path: "truth/plan.json", bytes: Buffer.from(`${JSON.stringify(england.plan, null, 2)}\n`)},
    schoolsFile(england),
    lineagesFile(england),
    partnershipsFile(england),
    membershipsFile(england),
    rolesFile(england)
  ],
  effectFiles,
  outcomesFile
];

const file = (name: string, header: readonly string[], rows: Iterable<Cells>): Published =>
  publish(`truth/${name}.csv`, plainColumns(header), rows, {newline: "\n"});

/** Every URN: whose school it is, and from when to when. */
function schoolsFile(england: England): Published {
  const lineages = traceSuccessors(england);
  const rows = england.establishments.map((establishment): Cells => {
    const {urn, opened, closed, type, school} = establishment;
    return {
      school: lineages.get(establishment)!.last.urn,
      urn,
      phase: school.independent ? "independent" : school.phase,
      la_code: school.authority.code,
      region: school.authority.region.name,
      selective: String(school.selective),
      sixth_form: String(school.ages[1] > 16),
      type,
      from_date: opened,
      to_date: closed
    };
  });
  return file(
    "schools",
    "school urn phase la_code region selective sixth_form type from_date to_date".split(" "),
    rows
  );
}

/** What became of every URN, and the URN its school has in the end. */
function lineagesFile(england: England): Published {
  const rows = [...traceSuccessors(england).values()].map(({establishment, last, became}): Cells => ({
    urn: establishment.urn,
    school: last.urn,
    became
  }));
  return file("lineages", ["urn", "school", "became"], rows);
}

function partnershipsFile({groups, listed, areas, consortia, plan}: England): Published {
  const rows = [...groups, ...listed, ...areas, ...consortia].map(
    ({id, partnership_type, name, multiplier}): Cells => ({
      partnership: id,
      partnership_type,
      name,
      multiplier,
      cost_per_school_year: plan.costs[partnership_type]
    })
  );
  return file("partnerships", ["partnership", "partnership_type", "name", "multiplier", "cost_per_school_year"], rows);
}

/** Every school in every partnership: from when to when, where it came from, its role there by the rules, and what files say of it. */
function membershipsFile(england: England): Published {
  const ids = schoolIds(england);
  const rows = england.belongings.map(
    ({school, partnership, joined, left, moved_from, role, source, from, reported}): Cells => ({
      partnership: partnership.id,
      partnership_type: partnership.partnership_type,
      school: ids(school, joined),
      urn: on(school, joined)?.urn,
      joined,
      left,
      moved_from: moved_from?.id,
      role,
      role_source: source,
      role_from: from,
      cohort: findCohort(from),
      reported
    })
  );
  const header =
    "partnership partnership_type school urn joined left moved_from role role_source role_from cohort reported".split(
      " "
    );
  return file("memberships", header, rows);
}

/** The one role of a school in a partnership type, by which effects are planted: since when by the clock of the type, and what the school was chosen on. */
function rolesFile(england: England): Published {
  const ids = schoolIds(england);
  const rows = england.roles.map(({school, partnership, role, from, selected, again}): Cells => ({
    partnership: partnership.id,
    partnership_type: partnership.partnership_type,
    school: ids(school, from),
    urn: on(school, from)?.urn,
    role,
    from_date: from,
    cohort: findCohort(from),
    selected,
    again: String(again)
  }));
  const header = "partnership partnership_type school urn role from_date cohort selected again".split(" ");
  return file("roles", header, rows);
}
