import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {rows} from "../../pipelines/warehouse.ts";
import {readSources} from "../../pipelines/sources.ts";
import {relations} from "../../src/published-files/relations.ts";
import {ks4Header, ks4National, ks4Row, lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const shares = [62, 40, 71.5, 33, 50, 58];

/** Key stage 4 with the share at grades 9–4 and 9–5 of each school, as the change given makes them. */
const file = (change: (share: number, i: number) => [grade4: number, grade5: number]): string =>
  lines(
    `${ks4Header},PTL2BASICS_94,PTL2BASICS_95`,
    ...shares.map((share, i) => `${ks4Row(900001 + i, {attainment: String(45 + i)})},${change(share, i).join(",")}`),
    `${ks4National},64.9,43.4`
  );

async function stageFile(text: string): Promise<{said: string[]; values: (number | null)[][]}> {
  const {warehouse, warnings} = await ranUpTo({"2018-2019_england_ks4final.csv": text}, "staged");
  const found = await rows<{four: number | null; five: number | null}>(
    warehouse,
    "select basics_94_pct as four, basics_95_pct as five from staged.ks4_performance where level = 'school' order by urn"
  );
  return {said: warnings, values: found.map(({four, five}) => [four, five])};
}

describe("figures of a school that must stand in an order", () => {
  test("as published are taken as they are", async () => {
    const {said, values} = await stageFile(file((share) => [share, share - 20]));
    expect(said).toEqual([]);
    expect(values).toEqual(shares.map((share) => [share, share - 20]));
  });

  test("in two columns that changed places are not taken, and the file, row, columns and figures are said", async () => {
    const {said, values} = await stageFile(file((share) => [share - 20, share]));
    expect(said).toEqual([
      "2018-2019_england_ks4final.csv, row 2, column PTL2BASICS_95: 62 is more than 42 in column PTL2BASICS_94, though it is the same to a stricter mark: so for 6 of 6 schools: the two columns may have changed places, and neither is taken; download the file again"
    ]);
    expect(values).toEqual(shares.map(() => [null, null]));
  });

  test("in one row are not taken from that row, and the others are", async () => {
    const {said, values} = await stageFile(file((share, i) => (i === 2 ? [20, 90] : [share, share - 20])));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(
      "2018-2019_england_ks4final.csv, row 4, column PTL2BASICS_95: 90 is more than 20 in column PTL2BASICS_94"
    );
    expect(said[0]).toContain("one of the two is wrong, and neither is taken");
    expect(values).toEqual(shares.map((share, i) => (i === 2 ? [null, null] : [share, share - 20])));
  });
});

test("every relation is of two number columns of one source at least, and stands once", async () => {
  const sources = await readSources();
  for (const {lesser, greater} of relations) {
    const both = sources.filter(({columns}) => columns[lesser]?.is === "number" && columns[greater]?.is === "number");
    expect(both, `${lesser}, ${greater}`).not.toEqual([]);
  }
  expect(new Set(relations.map(({lesser, greater}) => `${lesser} ${greater}`)).size).toBe(relations.length);
});

const real = "../shared/data/published/performance_tables/2018-2019_936_ks4final.csv";

describe.skipIf(!existsSync(real))("on a real file (needs ../shared/data)", () => {
  test("no relation is broken", async () => {
    const {warnings} = await ranUpTo({"2018-2019_936_ks4final.csv": readFileSync(real, "utf8")}, "staged");
    expect(warnings.filter((warning) => warning.includes("is more than"))).toEqual([]);
  });
});
