import {beforeAll, describe, expect, test} from "vitest";
import {areaFiles} from "../../pipelines/synthetic-england/area-files.ts";
import {makeSyntheticEngland} from "../../pipelines/synthetic-england/england.ts";
import {listFiles} from "../../pipelines/synthetic-england/lists.ts";
import {defaultPlan} from "../../pipelines/synthetic-england/plan.ts";
import {areaPartnershipTypes, listedTypes} from "../../pipelines/synthetic-england/planted-types.ts";
import {registerFiles} from "../../pipelines/synthetic-england/register-files.ts";
import {findCohort, on} from "../../pipelines/synthetic-england/school.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

interface InRole {
  school_id: number;
  partnership: string;
  role: string;
  cohort: number;
}

/** A synthetic England’s register, lists and tables, without any result: roles that results state are not asked for. */
const england = makeSyntheticEngland(defaultPlan);
let query: Awaited<ReturnType<typeof makeWarehouse>>;
let schoolByUnit: Map<number, number>;

beforeAll(async () => {
  const files = [...registerFiles(england), ...listFiles(england), ...areaFiles(england)];
  query = await makeWarehouse(Object.fromEntries(files.map(({path, bytes}) => [path, bytes])), "checks");
  const urns = await query<{urn: number; school_id: number}>("select urn, school_id from urn_school");
  schoolByUnit = new Map(urns.map(({urn, school_id}) => [urn, school_id]));
});

const listRoles = (partnership_type: string): Promise<InRole[]> =>
  query<InRole>(
    `select school_id, partnership, role, cohort::integer as cohort from counted_role where partnership_type = '${partnership_type}' order by school_id`
  );

const planted = Object.keys(partnershipTypes).filter((partnership_type) => !partnershipTypes[partnership_type].placebo);

describe.each(planted)("the kind %s", (partnership_type) => {
  test("has members, each with the year it joined or the reason why not, in a partnership that is described", async () => {
    const [found] = await query<{members: number; dated: number; described: number}>(
      `select count(*)::integer as members, count(coalesce(cohort::varchar, no_date))::integer as dated,
         count(*) filter (partnership.schools > 0 and partnership.name <> '')::integer as described
       from membership left join partnership using (partnership_type, partnership) where partnership_type = '${partnership_type}'`
    );
    expect(found.members).toBeGreaterThan(0);
    expect(found).toMatchObject({dated: found.members, described: found.members});
  });

  test("has a role in each partnership that a school is in, and one on the clock of the kind where all its days are known", async () => {
    const [found] = await query<{members: number; roles: number}>(
      `select count(*)::integer as members, count(role.role)::integer as roles
       from membership left join role using (school_id, partnership_type, partnership) where partnership_type = '${partnership_type}'`
    );
    expect(found.roles).toBe(found.members);
    const counted = await listRoles(partnership_type);
    expect(new Set(counted.map(({school_id}) => school_id)).size).toBe(counted.length);
    const dated = await query<{school_id: number}>(
      `select school_id from membership where partnership_type = '${partnership_type}' group by school_id having bool_and(joined is not null)`
    );
    const schools = new Set(counted.map(({school_id}) => school_id));
    expect(dated.filter(({school_id}) => !schools.has(school_id))).toEqual([]);
  });
});

describe.each([...listedTypes, ...areaPartnershipTypes])("the planted roles of %s", (partnership_type) => {
  test("are found, each with its partnership and cohort, and no others", async () => {
    const planted = england.roles
      .filter(
        ({partnership}) =>
          partnership.partnership_type === partnership_type && !england.consortia.some((one) => one === partnership)
      )
      .map(({school, partnership, role, from}) => ({
        // A role that starts after the school’s last day is reported of the URN it had before.
        school_id: schoolByUnit.get((on(school, from) ?? school.establishments.at(-1)!).urn)!,
        partnership: partnership.id,
        role,
        cohort: findCohort(from)
      }));
    expect(planted.length).toBeGreaterThan(0);
    const centres = new Set(england.consortia.map(({id}) => id));
    const roles = (await listRoles(partnership_type)).filter(({partnership}) => !centres.has(partnership));
    expect(roles).toEqual(planted.sort((a, b) => a.school_id - b.school_id));
  });
});
