import {describe, expect, test} from "vitest";
import {rows} from "../../pipelines/warehouse.ts";
import {lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const file = "exclusions_by_geographic_level.csv";
const header =
  "time_identifier,time_period,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,estab,laestab,academy_type,academy_open_date,school_type,num_schools,headcount,perm_excl,perm_excl_rate,fixed_excl,fixed_excl_rate,one_plus_fixed,one_plus_fixed_rate";

/** 280 schools of 200 pupils: of every seven five with nothing, one with two suspensions and one with three, of two pupils. */
const published = (i: number): string =>
  i % 7 === 5 ? "x,x,x,x,x,x" : i % 7 === 6 ? "0,0,3,1.5,x,x" : i % 7 === 4 ? "0,0,8,4,5,2.5" : "0,0,0,0,0,0";

async function stage(cells: (i: number) => string, schools = 280) {
  const row = (i: number) =>
    `Academic year,201617,School,E92000001,England,E99000001,North Marches,500,E99000500,Kittrerfold,${2001 + i},${5002001 + i},,,State-funded primary,1,200,${cells(i)}`;
  const text = lines(header, ...Array.from({length: schools}, (_, i) => row(i)));
  const {warehouse, warnings} = await ranUpTo({[file]: text}, "staged");
  const [left] = await rows<{perm: number; fixed: number; pupils: number}>(
    warehouse,
    `select count(permanent_exclusions)::integer as perm, count(suspensions)::integer as fixed, count(suspended_pupils)::integer as pupils
     from staged.exclusions`
  );
  return {said: warnings.filter((line) => line.includes("codes were replaced")), left};
}

const without =
  (...at: readonly number[]) =>
  (i: number) =>
    published(i)
      .split(",")
      .map((cell, n) => (cell === "x" && at.includes(n) ? "0" : cell))
      .join(",");
const all = {perm: 240, fixed: 240, pupils: 200};

describe("counts of which a code stands for one and two", () => {
  test("are taken as they are published", async () => {
    expect(await stage(published)).toEqual({said: [], left: all});
  });

  test.each<[string, (i: number) => string, Partial<typeof all>, number]>([
    ["all codes", without(0, 1, 2, 3, 4, 5), {perm: 0, fixed: 0, pupils: 0}, 3],
    ["the codes of one column and its rate", without(0, 1), {perm: 0}, 1],
    ["all codes by 1", (i) => published(i).replaceAll("x", "1"), {perm: 0, fixed: 0, pupils: 0}, 3]
  ])("with %s replaced are not taken, nor are their rates", async (_, cells, gone, said) => {
    const found = await stage(cells);
    expect(found.left).toEqual({...all, ...gone});
    expect(found.said).toHaveLength(said);
    expect(found.said[0]).toContain(`${file}, row 2, column perm_excl and perm_excl_rate: a code stands for 1 and 2`);
  });

  test("with some codes replaced are not taken where another count says that they are not nothing", async () => {
    const {said, left} = await stage((i) => (i < 70 ? without(4, 5)(i) : published(i)));
    expect(said).toEqual([expect.stringContaining("column one_plus_fixed: 0 where the publisher prints a code")]);
    expect(left).toEqual(all);
  });

  test("of few schools may all be nothing", async () => {
    expect((await stage(() => "0,0,0,0,0,0", 60)).said).toEqual([]);
  });
});

describe("shares of a file with a row a subject", () => {
  const schools = (score: string, share: string) =>
    lines(
      "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name,school_urn,school_laestab,school_name,breakdown_topic,breakdown,subject,expected_standard_pupil_percent,higher_standard_pupil_percent,average_scaled_score",
      ...[
        ["900001", "100", "104.2"],
        ["900002", share, score]
      ].flatMap(([urn, expected, scaled]) => {
        const cells = `202425,Academic year,School,E92000001,England,500,E99000500,Kittrerfold,${urn},500${urn.slice(2)},School ${urn},All pupils,Total`;
        return [
          `${cells},"Reading, writing and maths",${expected},0,z`,
          `${cells},Reading,${expected},x,${scaled}`,
          `${cells},Maths,${expected},x,${scaled}`
        ];
      })
    );
  const stageShares = async (text: string) => {
    const {warehouse, warnings} = await ranUpTo({"ks2_school_attainment_data.csv": text}, "staged");
    const found = await rows<{share: string}>(
      warehouse,
      "select coalesce(rwm_expected_pct::varchar, rwm_expected_pct_missing::varchar) as share from staged.ks2_performance_ees where level = 'school' order by urn"
    );
    return {
      said: warnings.filter((line) => line.includes("prints a code")).length,
      shares: found.map(({share}) => share)
    };
  };

  test.each([
    ["0", "0", 1, "impossible"],
    ["98.1", "0", 0, "0.0"],
    ["c", "c", 0, "suppressed"]
  ])("beside scores of %s a share of %s", async (score, share, said, left) => {
    expect(await stageShares(schools(score, share))).toEqual({said, shares: ["100.0", left]});
  });
});
