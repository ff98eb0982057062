import {existsSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {reconcile, makeReconciliationFile, largeDifferences} from "../../pipelines/outcomes/reconcile.ts";
import absence from "../../pipelines/sources/absence/source.ts";
import exclusions from "../../pipelines/sources/exclusions/source.ts";
import ks4 from "../../pipelines/sources/ks4_performance/source.ts";
import {readSources} from "../../pipelines/sources.ts";
import {stage} from "../../pipelines/stage/staged.ts";
import {openWarehouse, rows, type Warehouse} from "../../pipelines/warehouse.ts";
import {isLarge, judge, type Recomputed} from "../../src/published-files/reconcile.ts";
import type {Source} from "../../src/published-files/source.ts";
import {only, stageRows} from "../support/staged-table.ts";

describe("judge(figure)", () => {
  const figure: Recomputed = {
    kind: "sum",
    level: "local_authority",
    printed: 100,
    recomputed: 100,
    low: 100,
    high: 100,
    half_unit: 0.5,
    schools: 4,
    hidden: 0,
    unbounded: 0,
    silent: 0,
    authorities: 150,
    lacking: null
  };
  const verdict = (changed: Partial<Recomputed>) => {
    const {verdict, why} = judge({...figure, ...changed});
    return why ? `${verdict}: ${why}` : verdict;
  };

  it("calls the same number exact, and only if nothing is hidden", () => {
    expect(verdict({})).toBe("exact");
    expect(verdict({hidden: 1, high: 102})).toBe("suppression");
  });

  it("allows half of the last printed place", () => {
    const national = {level: "national", half_unit: 2.5} as const;
    expect(verdict({...national, recomputed: 102, low: 102, high: 102})).toBe("rounding");
    expect(verdict({...national, recomputed: 103, low: 103, high: 103})).toBe(
      "unexplained: printed 100, schools give 103"
    );
  });

  it("allows what hidden figures can add, on top of the rounding", () => {
    expect(verdict({hidden: 2, recomputed: 97, low: 99, high: 101})).toBe("suppression");
    expect(verdict({hidden: 2, recomputed: 90, low: 92, high: 94})).toBe(
      "unexplained: printed 100, schools give 92 to 94"
    );
  });

  it("says what the file lacks", () => {
    expect(verdict({kind: "none"})).toBe("not_possible: no denominator");
    expect(verdict({unbounded: 1})).toBe("not_possible: no denominator");
    expect(verdict({kind: "mean", low: null, high: null})).toBe("not_possible: no denominator");
    expect(verdict({level: "national", authorities: 1})).toBe("not_possible: one authority");
    expect(verdict({level: "region", authorities: 20})).toBe("not_possible: schools not in file");
    expect(verdict({schools: 0, recomputed: 0, low: 0, high: 0})).toBe("not_possible: schools not in file");
    expect(verdict({lacking: "hospital schools not printed apart"})).toBe(
      "not_possible: hospital schools not printed apart"
    );
  });

  it("lets rows without figures add to a sum, never take away from it", () => {
    const short = {recomputed: 90, low: 90, high: 90};
    const long = {recomputed: 110, low: 110, high: 110};
    expect(verdict({...short, silent: 1})).toBe("not_possible: schools not in file");
    expect(verdict({...long, silent: 1})).toBe("unexplained: printed 100, schools give 110");
    expect(verdict({...long, silent: 1, kind: "mean"})).toBe("not_possible: schools not in file");
  });

  it("gives the difference beyond what is allowed", () => {
    const beyond = (low: number, high: number) => judge({...figure, recomputed: low, low, high}).difference;
    expect([beyond(103, 104), beyond(90, 96), beyond(99, 101)]).toEqual([-2.5, 3.5, null]);
  });

  it("calls a difference large above 1% of the count, and never for a single pupil", () => {
    expect([isLarge(1000, 10), isLarge(1000, -10.5), isLarge(20, 1), isLarge(20, -1.5)]).toEqual([
      false,
      true,
      false,
      true
    ]);
  });
});

describe("reconcile(warehouse, sources)", () => {
  let warehouse: Warehouse;
  let close: () => void;
  beforeEach(async () => ({warehouse, close} = await openWarehouse()));
  afterEach(() => close());

  interface Found {
    area: string | null;
    school_phase: string;
    column: string;
    printed: number;
    low: number;
    high: number;
    half_unit: number;
    verdict: string;
    why: string | null;
  }

  async function found(source: Source, cells: Record<string, number | string | null>[]): Promise<Found[]> {
    await stageRows(warehouse, source, cells);
    await reconcile(warehouse, [source]);
    return rows<Found>(warehouse, "select * from reconciliation");
  }

  const counts = only(exclusions, "headcount", "suspensions", "suspension_rate");
  const total = {level: "local_authority", la_code: "850", region_name: "South East", laestab: null};
  const school = {...total, level: "school", school_phase: "primary"};

  it("adds up the schools of the phase and of all phases", async () => {
    const cells = await found(counts, [
      {...total, school_phase: "total", suspensions: 12},
      {...total, school_phase: "primary", suspensions: 5},
      {...total, school_phase: "secondary", suspensions: 8},
      {...school, suspensions: 5},
      {...school, school_phase: "secondary", suspensions: 7},
      {...school, la_code: "936", suspensions: 100}
    ]);
    expect(cells.map((d) => [d.school_phase, d.verdict, d.why])).toEqual([
      ["total", "exact", null],
      ["primary", "exact", null],
      ["secondary", "unexplained", "printed 8, schools give 7"]
    ]);
  });

  it("counts an x as one or two, and a cell that does not apply as nothing", async () => {
    const cells = await found(counts, [
      {...total, school_phase: "primary", suspensions: 14},
      {...school, suspensions: 10},
      {...school, suspensions: "small_count"},
      {...school, suspensions: "small_count"},
      {...school, suspensions: "not_applicable"}
    ]);
    expect(cells).toMatchObject([{low: 12, high: 14, verdict: "suppression"}]);
  });

  it("does not count a total that is itself hidden as printed", async () => {
    const cells = await found(counts, [
      {...total, school_phase: "primary", suspensions: "small_count"},
      {...school, suspensions: 1}
    ]);
    expect(cells).toEqual([]);
  });

  it("takes rates from the counts behind them, those of schools without pupils included", async () => {
    const cells = await found(counts, [
      {...total, school_phase: "primary", headcount: 400, suspension_rate: 2.88},
      {...school, headcount: 300, suspensions: 9, suspension_rate: 3},
      {...school, headcount: 100, suspensions: "small_count", suspension_rate: "small_count"},
      {...school, headcount: 0, suspensions: 1, suspension_rate: "not_applicable"}
    ]);
    // (9 + 1 + 1…2) / 400
    expect(cells.at(-1)).toMatchObject({column: "suspension_rate", low: 2.75, high: 3, verdict: "suppression"});
  });

  it("tells rounding to five by five figures or more that are all multiples of it", async () => {
    const phases = ["a", "b", "c", "d", "e"];
    const cells = await found(counts, [
      ...phases.map((school_phase, i) => ({...total, school_phase, suspensions: 10 + 5 * i})),
      ...phases.map((school_phase, i) => ({...school, school_phase, suspensions: 8 + 5 * i}))
    ]);
    expect(cells.map((d) => [d.half_unit, d.verdict])).toEqual(phases.map(() => [2.5, "rounding"]));
    const fewer = await found(counts, [
      {...total, school_phase: "a", suspensions: 10},
      {...school, school_phase: "a", suspensions: 8}
    ]);
    expect(fewer).toMatchObject([{half_unit: 0.5, verdict: "unexplained"}]);
  });

  it("allows six significant digits where figures are written so", async () => {
    const cells = await found(counts, [
      {...total, school_phase: "primary", suspensions: 28},
      {...school, suspensions: 0.846154},
      {...school, suspensions: 27.1538}
    ]);
    expect(cells).toMatchObject([{verdict: "rounding"}]);
  });

  const results = only(ks4, "pupils", "attainment8", "progress8", "progress8_pupils", "basics_94_pct");
  const authority = {level: "local_authority", la_code: "850", record_type: "4", school_type: null};
  const pupils = {...authority, level: "school", record_type: "1", school_type: "CY"};

  it("weighs means by pupils, and leaves out schools that the totals do not count", async () => {
    const cells = await found(results, [
      {...authority, pupils: 200, attainment8: 47.5},
      {...pupils, pupils: 150, attainment8: 50.1},
      {...pupils, pupils: 50, attainment8: 40},
      {...pupils, school_type: "IND", pupils: 30, attainment8: 60},
      {...pupils, school_type: "NMSS", pupils: 5, attainment8: 10}
    ]);
    // (150 · 50.1 + 50 · 40) / 200 = 47.575, printed 47.5 ± 0.05, schools ± 0.05
    expect(cells.map(({column, verdict}) => [column, verdict])).toEqual([
      ["attainment8", "rounding"],
      ["pupils", "exact"]
    ]);
    expect(cells[0].low).toBeCloseTo(47.525, 9);
  });

  it("warns of means that the schools do not give in a large part of a column’s totals, not of one in five", async () => {
    const codes = ["850", "851", "852", "860", "861"];
    const off = (wrong: number) =>
      codes.flatMap((la_code, i) => [
        {...authority, la_code, pupils: 50, attainment8: i < wrong ? 50 : 65},
        {...pupils, la_code, pupils: 50, attainment8: 65}
      ]);
    await found(results, off(3));
    const [warning, ...others] = await largeDifferences(warehouse);
    expect(warning).toMatch(
      /column attainment8: authority 85\d.*: printed 50, schools give 6[45.]+.*\(and 2 more totals\)/
    );
    expect(others).toEqual([]);
    await found(results, off(1));
    expect(await largeDifferences(warehouse)).toEqual([]);
  });

  it("bounds a hidden mean by the range of the others, and a hidden percentage by 0 and 100", async () => {
    const cells = await found(results, [
      {...authority, pupils: 110, attainment8: 44.5, basics_94_pct: 58},
      {...pupils, pupils: 50, attainment8: 50, basics_94_pct: 60},
      {...pupils, pupils: 50, attainment8: 40, basics_94_pct: 60},
      {...pupils, pupils: 10, attainment8: "suppressed", basics_94_pct: "suppressed"}
    ]);
    const [attainment8, basics] = cells;
    // School figures are whole: half a unit either way for 100 of the 110 pupils.
    expect(attainment8.low).toBeCloseTo((4500 - 50 + 10 * 40) / 110, 9);
    expect(attainment8.high).toBeCloseTo((4500 + 50 + 10 * 50) / 110, 9);
    expect(basics.low).toBeCloseTo((6000 - 50) / 110, 9);
    expect(basics.high).toBeCloseTo((6000 + 50 + 10 * 100) / 110, 9);
    expect(cells.map(({verdict}) => verdict)).toEqual(["suppression", "suppression", "exact"]);
  });

  it("bounds a hidden weight by the pupils of the school, and gives up without them", async () => {
    const known = {...pupils, pupils: 100, progress8_pupils: 90, progress8: 0.5};
    const hidden = {...pupils, progress8_pupils: "suppressed", progress8: "suppressed"};
    const row = {...authority, progress8: 0.5};
    const bounded = await found(results, [row, known, {...hidden, pupils: 10}]);
    expect(bounded.at(-1)).toMatchObject({column: "progress8", verdict: "suppression"});
    const unbounded = await found(results, [row, known, {...hidden, pupils: "blank"}]);
    expect(unbounded.at(-1)).toMatchObject({verdict: "not_possible", why: "no denominator"});
  });

  it("says that schools are not in the file where a row has no figures", async () => {
    const cells = await found(results, [
      {...authority, pupils: 120},
      {...pupils, pupils: 100},
      {...pupils, school_type: "FESI", pupils: "not_applicable"}
    ]);
    expect(cells).toMatchObject([{verdict: "not_possible", why: "schools not in file"}]);
  });

  it("does not give the nation from one authority, nor from a part of them", async () => {
    const nation = {...authority, level: "national", la_code: null, record_type: "7", pupils: 5000};
    const one = await found(results, [nation, {...pupils, pupils: 100}]);
    expect(one).toMatchObject([{why: "one authority"}]);
    const two = await found(results, [nation, {...pupils, pupils: 100}, {...pupils, la_code: "936", pupils: 100}]);
    expect(two).toMatchObject([{why: "schools not in file"}]);
  });

  it("has no denominator for absence of the performance tables", async () => {
    const cells = await found(only(absence, "overall_absence_pct"), [
      {level: "national", la_code: null, school_phase: "primary", overall_absence_pct: 4},
      {level: "school", la_code: "850", school_phase: null, overall_absence_pct: 4}
    ]);
    expect(cells).toMatchObject([{verdict: "not_possible", why: "no denominator"}]);
  });

  const wrong = [
    {...total, school_phase: "total", suspensions: 1000},
    {...total, school_phase: "primary", suspensions: 1000},
    {...school, suspensions: 985}
  ];

  it("notes one line a column, with the largest difference", async () => {
    await found(counts, [...wrong, {...school, school_phase: "secondary", suspensions: 25}]);
    expect(await makeReconciliationFile(warehouse)).toEqual([
      {
        source: "exclusions",
        file: "invented.csv",
        level: "local authority",
        column: "suspensions",
        printed: 2,
        exact: 0,
        rounding: 0,
        suppression: 0,
        not_possible: 0,
        unexplained: 2,
        why: "authority 850, primary, 2016/17: printed 1,000, schools give 985"
      }
    ]);
  });

  it("warns of a count more than 1% away, and says which", async () => {
    await found(counts, wrong);
    const [warning] = await largeDifferences(warehouse);
    expect(warning).toContain(
      "invented.csv, column suspensions: authority 850, 2016/17: printed 1,000, schools give 985"
    );
  });

  it("does not warn of less", async () => {
    await found(counts, [...wrong.slice(0, 2), {...school, suspensions: 991}]);
    expect(await largeDifferences(warehouse)).toEqual([]);
  });
});

const published = "../shared/data";

describe.skipIf(!existsSync(published))("reconcile, on the real files (needs ../shared/data)", () => {
  let warehouse: Warehouse;
  let close: () => void;
  let work: string;
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), "reconcile-"));
    const all = await readSources();
    const {files} = await readFolderFiles(published, all, {work, said: {}});
    const sources = all.filter(({id}) => !/^(gias|school_[il])/.test(id));
    ({warehouse, close} = await openWarehouse());
    await stage(warehouse, files, sources);
    await reconcile(warehouse, sources);
  });
  afterAll(async () => {
    close();
    await rm(work, {recursive: true});
  });

  const unexplained = async (where: string) =>
    rows(
      warehouse,
      `select area, academic_year, "column", why from reconciliation where verdict = 'unexplained' and ${where}`
    );

  it("explains every printed cell of suspensions and of absence by reason", async () => {
    expect(await unexplained("source = 'exclusions' and \"column\" = 'suspensions'")).toEqual([]);
    expect(await unexplained("source = 'absence_by_reason'")).toEqual([]);
  });

  it("explains every printed cell of permanent exclusions from 2010/11, when x begins", async () => {
    expect(
      await unexplained("source = 'exclusions' and \"column\" = 'permanent_exclusions' and academic_year >= 2011")
    ).toEqual([]);
  });

  it("gives pupils eligible at key stage 2, and rolls, to the pupil", async () => {
    const verdicts = await rows(
      warehouse,
      `select distinct verdict from reconciliation where source = 'ks2_performance' and level = 'local_authority'
       and "column" in ('eligible_pupils', 'roll')`
    );
    expect(verdicts).toEqual([{verdict: "exact"}]);
    expect(await unexplained("source = 'ks2_performance'")).toEqual([]);
  });

  it("gives national rows of the census to the pupil", async () => {
    expect(await unexplained("source = 'school_characteristics'")).toEqual([]);
  });

  it("leaves fewer than one figure in 400 unexplained", async () => {
    const [counted] = await rows<{share: number}>(
      warehouse,
      "select count_if(verdict = 'unexplained') / count(*) as share from reconciliation"
    );
    expect(counted.share).toBeLessThan(1 / 400);
  });

  it("finds no difference to warn of", async () => {
    expect(await largeDifferences(warehouse)).toEqual([]);
  });
});
