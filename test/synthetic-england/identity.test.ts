import {beforeAll, expect, describe, test} from "vitest";
import {withTruth, type WithTruth} from "../support/truth.ts";

let truth: WithTruth;
beforeAll(async () => {
  truth = await withTruth();
  return () => truth.close();
});

/** URNs that became something in a way, with the school that the pipeline put them in, and the one they are of. */
const placed = (became: string): Promise<{urn: number; school: number; school_id: number}[]> =>
  truth.request(`
    select lineages.urn::integer as urn, lineages.school::integer as school, urn_school.school_id
    from memory.truth.lineages as lineages join urn_school using (urn)
    where became = '${became}' order by all`);

describe("the schools that the pipeline finds in the synthetic England", () => {
  test.each(["academisation", "merger", "amalgamation", "split", "none"])(
    "are those that were planted: URNs that ended by %s",
    async (became) => {
      const all = await placed(became);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter(({school, school_id}) => school !== school_id)).toEqual([]);
    }
  );

  test("have the region, selection and sixth form they were planted with", async () => {
    const wrong = await truth.request(`
      select school.school_id, school.region, school.selective, school.sixth_form
      from (select school, any_value(columns(* exclude (school, urn, type, from_date, to_date))) from memory.truth.schools where to_date is null and phase = 'secondary' group by school) as planted
      join school on school_id = planted.school
      where (school.region, school.selective, school.sixth_form) is distinct from (planted.region, planted.selective, planted.sixth_form)`);
    expect(wrong).toEqual([]);
  });

  test("have every URN that ever was", async () => {
    const lost = await truth.request(
      "select urn from memory.truth.lineages anti join urn_school using (urn) join memory.truth.schools as schools using (urn) where schools.from_date is null or schools.from_date <= '2023-04-21'"
    );
    expect(lost).toEqual([]);
  });
});
