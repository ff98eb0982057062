import {expect, test} from "vitest";
import {rows} from "../../pipelines/warehouse.ts";
import {readSources} from "../../pipelines/sources.ts";
import {ofFewer, shares} from "../../src/published-files/relations.ts";
import {ranUpTo} from "../support/make-warehouse.ts";
import {ks4Header, ks4National, ks4Row, lines} from "../support/published-files.ts";

const eal = [12, 80, 33, 5, 61, 47, 20, 150, 2, 99, 70, 28];
const name = "2015-2016_england_census.csv";

/** A census of schools of 200 and more pupils, with the percentages in the order given. */
const census = (order: (all: readonly number[]) => readonly number[], of = (roll: number) => roll): string => {
  const rolls = eal.map((_, i) => 200 + 7 * i);
  const printed = order(eal.map((pupils, i) => Math.round((1000 * pupils) / of(rolls[i])) / 10));
  return lines(
    "URN,LA,ESTAB,SCHOOLTYPE,NOR,NUMEAL,PNUMEAL,NUMFSMEVER,PNUMFSMEVER",
    ...eal.map((pupils, i) => `${900001 + i},901,${4001 + i},Primary,${rolls[i]},${pupils},${printed[i]}%,,`),
    "NAT,NAT,PRI,,,,20%,,"
  );
};

async function stage(text: string) {
  const {warehouse, warnings} = await ranUpTo({[name]: text}, "staged");
  const found = await rows<{pct: number | null; pupils: number | null; missing: string | null}>(
    warehouse,
    "select eal_pct as pct, eal_pupils as pupils, eal_pct_missing::varchar as missing from staged.school_characteristics where level = 'school' order by urn"
  );
  return {said: warnings.filter((line) => /NUMEAL/.test(line)), found};
}

test("percentages that follow from their rows are taken, whichever pupils are counted", async () => {
  for (const of of [(roll: number) => roll, (roll: number) => 0.8 * roll]) {
    const {said, found} = await stage(census((all) => all, of));
    expect(said).toEqual([]);
    expect(found.filter(({pct}) => pct === null)).toEqual([]);
  }
});

test("percentages that were sorted, or moved by one row, are not taken; file, row, columns and figures are said", async () => {
  for (const order of [
    (all: readonly number[]) => all.toSorted((a, b) => a - b),
    (all: readonly number[]) => [...all.slice(1), all[0]]
  ]) {
    const {said, found} = await stage(census(order));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^2015-2016_england_census\.csv, row 2, column PNUMEAL: [\d.]+, though NUMEAL over NOR gives 6; .*neither PNUMEAL nor NUMEAL is taken; download the file again$/
    );
    expect(found.every(({pct, pupils, missing}) => pct === null && pupils === null && missing === "impossible")).toBe(
      true
    );
  }
});

const pupils = [12, 25, 31, 47, 18, 22, 39, 27, 33, 16, 29, 41];
const ks4 = (order: (all: readonly number[]) => readonly number[]): string => {
  const printed = order(pupils.map((n, i) => Math.round((100 * Math.round(n * (0.3 + 0.05 * i))) / n)));
  return lines(
    `${ks4Header},PTL2BASICS_94`,
    ...pupils.map((n, i) => `${ks4Row(900001 + i, {pupils: String(n)})},${printed[i]}%`),
    `${ks4National},64.9%`
  );
};
const ks4Said = async (text: string): Promise<string[]> =>
  (await ranUpTo({"2017-2018_england_ks4final.csv": text}, "staged")).warnings.filter((line) =>
    line.includes("whole number")
  );

test("percentages that are no share of a whole number of pupils, as those of another row, are said", async () => {
  expect(await ks4Said(ks4((all) => all))).toEqual([]);
  const said = await ks4Said(ks4((all) => [...all.slice(1), all[0]]));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(
    /^2017-2018_england_ks4final\.csv, row \d+, column PTL2BASICS_94: \d+% of the \d+ in column TPUP is no whole number of pupils; so it is in \d+ of 12 rows/
  );
});

test("every share is of three number columns of one source at least", async () => {
  const sources = await readSources();
  for (const {share, part, whole} of shares)
    expect(
      sources.filter(({columns}) => [share, part, whole].every((column) => columns[column]?.is === "number")),
      share
    ).not.toEqual([]);
  for (const column of ofFewer)
    expect(
      sources.some(({columns}) => columns[column]),
      column
    ).toBe(true);
});
