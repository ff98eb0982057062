import {beforeAll, describe, expect, test} from "vitest";
import {areaFiles} from "../../pipelines/synthetic-england/area-files.ts";
import {inventEngland} from "../../pipelines/synthetic-england/england.ts";
import {listFiles} from "../../pipelines/synthetic-england/lists.ts";
import {areaKinds, defaultPlan, listedKinds} from "../../pipelines/synthetic-england/plan.ts";
import {registerFiles} from "../../pipelines/synthetic-england/register-files.ts";
import {cohortOf, on} from "../../pipelines/synthetic-england/school.ts";
import {partnershipKinds} from "../../src/vocabulary/partnership-types/index.ts";
import {warehouseOf} from "../support/warehouse-of.ts";

interface InRole {
  school_id: number;
  partnership: string;
  role: string;
  cohort: number;
}

/** A made-up England’s register, lists and tables, without any result: roles that results tell are not asked for. */
const england = inventEngland(defaultPlan);
let query: Awaited<ReturnType<typeof warehouseOf>>;
let schoolOf: Map<number, number>;

beforeAll(async () => {
  const files = [...registerFiles(england), ...listFiles(england), ...areaFiles(england)];
  query = await warehouseOf(Object.fromEntries(files.map(({path, bytes}) => [path, bytes])), "checks");
  const urns = await query<{urn: number; school_id: number}>("select urn, school_id from urn_school");
  schoolOf = new Map(urns.map(({urn, school_id}) => [urn, school_id]));
});

const rolesOf = (kind: string): Promise<InRole[]> =>
  query<InRole>(
    `select school_id, partnership, role, cohort::integer as cohort from counted_role where kind = '${kind}' order by school_id`
  );

const planted = Object.keys(partnershipKinds).filter((kind) => !partnershipKinds[kind]!.placebo);

describe.each(planted)("the kind %s", (kind) => {
  test("has members, each with the year it joined or the reason why not, in a partnership that is described", async () => {
    const [found] = await query<{members: number; dated: number; described: number}>(
      `select count(*)::integer as members, count(coalesce(cohort::varchar, no_date))::integer as dated,
         count(*) filter (partnership.schools > 0 and partnership.name <> '')::integer as described
       from membership left join partnership using (kind, partnership) where kind = '${kind}'`
    );
    expect(found!.members).toBeGreaterThan(0);
    expect(found).toMatchObject({dated: found!.members, described: found!.members});
  });

  test("has a role in each partnership that a school is in, and one on the clock of the kind where all its days are known", async () => {
    const [found] = await query<{members: number; roles: number}>(
      `select count(*)::integer as members, count(role.role)::integer as roles
       from membership left join role using (school_id, kind, partnership) where kind = '${kind}'`
    );
    expect(found!.roles).toBe(found!.members);
    const counted = await rolesOf(kind);
    expect(new Set(counted.map(({school_id}) => school_id)).size).toBe(counted.length);
    const dated = await query<{school_id: number}>(
      `select school_id from membership where kind = '${kind}' group by school_id having bool_and(joined is not null)`
    );
    const schools = new Set(counted.map(({school_id}) => school_id));
    expect(dated.filter(({school_id}) => !schools.has(school_id))).toEqual([]);
  });
});

describe.each([...listedKinds, ...areaKinds])("the planted roles of %s", (kind) => {
  test("are found, each with its partnership and cohort, and no others", async () => {
    const planted = england.roles
      .filter(({partnership}) => partnership.kind === kind && !england.consortia.some((one) => one === partnership))
      .map(({school, partnership, role, from}) => ({
        // A role that starts after the school’s last day is told of the URN it had before.
        school_id: schoolOf.get((on(school, from) ?? school.establishments.at(-1)!).urn)!,
        partnership: partnership.id,
        role,
        cohort: cohortOf(from)
      }));
    expect(planted.length).toBeGreaterThan(0);
    const centres = new Set(england.consortia.map(({id}) => id));
    const roles = (await rolesOf(kind)).filter(({partnership}) => !centres.has(partnership));
    expect(roles).toEqual(planted.sort((a, b) => a.school_id - b.school_id));
  });
});
