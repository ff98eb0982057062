import {expect, test} from "vitest";
import {rows} from "../../pipelines/warehouse.ts";
import {ranUpTo} from "../support/make-warehouse.ts";
import {ks4Header, ks4National, lines} from "../support/published-files.ts";

const file = "2018-2019_england_ks4final.csv";
const header = `${ks4Header},P8PUP,P8CILOW,P8CIUPP,PTL2BASICS_94,TAVENT_E_3NG_PTQ_EE,TFSM6CLA1A,ATT8SCR_FSM6CLA1A`;

/** A school, by its cells from the number of pupils on. */
const row = (i: number, cells: string): string =>
  `1,901,${4000 + i},${900000 + i},School ${i},,CY,0,${cells.replaceAll(" ", "")}`;

/** What is said of a table of two usual schools and these, and their figures. */
async function stage(...cells: readonly string[]) {
  const usual = ["100, 600, 50, 0, 95, -0.2, 0.2, 64%, 7.9, 20, 41", "20, 80, 3.1, 0, 18, -0.9, 0.9, 0%, 0.4, 12, 0"];
  const text = lines(header, ...[...usual, ...cells].map((own, i) => row(i + 1, own)), `${ks4National},,,,,,,`);
  const {warehouse, warnings} = await ranUpTo({[file]: text}, "staged");
  const found = await rows<{figures: string}>(
    warehouse,
    `select concat_ws(' ', coalesce(attainment8::varchar, attainment8_missing), coalesce(progress8::varchar, progress8_missing),
       coalesce(basics_94_pct::varchar, basics_94_pct_missing), coalesce(attainment8_disadvantaged::varchar, attainment8_disadvantaged_missing)) as figures
     from staged.ks4_performance where level = 'school' order by urn`
  );
  return {said: warnings.filter((line) => line.includes("prints a code")), figures: found.map(({figures}) => figures)};
}

const usual = ["50.0 0.0 64.0 41.0", "3.1 0.0 0.0 0.0"];
const gone = "impossible impossible impossible impossible";

test("zeros of schools that have some, and codes, are what they are", async () => {
  expect(
    await stage(
      "4, 30, SUPP, SUPP, SUPP, SUPP, SUPP, SUPP, SUPP, SUPP, SUPP",
      "20, 90, NE, NP, NP, NP, NP, NE, NE, NP, NP"
    )
  ).toEqual({
    said: [],
    figures: [
      ...usual,
      "suppressed suppressed suppressed suppressed",
      "no_entries not_published no_entries not_published"
    ]
  });
});

test("zeros in the place of codes are not taken; the first and where the others stand are said", async () => {
  const {said, figures} = await stage(
    "4, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0",
    "20, 90, 0, 0, 0, 0, 0, 0, 0, 0, 0",
    "20, 90, 0, NP, NP, NP, NP, 0, 0, NP, NP"
  );
  expect(said).toEqual([
    `${file}, row 4, column PTL2BASICS_94: 0 where the publisher prints a code (SUPP, NE, c), for few pupils or for none entered (and 16 more, in ATT8SCR, ATT8SCR_FSM6CLA1A, P8MEA, P8CILOW, P8CIUPP, TAVENT_E_3NG_PTQ_EE as well): not taken; codes were replaced by 0: download the file again`
  ]);
  expect(figures).toEqual([...usual, gone, gone, "impossible not_published impossible not_published"]);
});

test("so are those of one column alone", async () => {
  for (const [cells, figures] of [
    ["4, 30, 0, SUPP, SUPP, SUPP, SUPP, SUPP, SUPP, SUPP, SUPP", "impossible suppressed suppressed suppressed"],
    ["20, 90, NE, NP, NP, NP, NP, 0, NE, NP, NP", "no_entries not_published impossible not_published"],
    ["20, 90, 3, 0, NP, NP, NP, 0, 0.4, NP, NP", "3.0 impossible 0.0 not_published"],
    ["20, 90, 3, NP, NP, NP, NP, 0, 0.4, NP, 0", "3.0 not_published 0.0 impossible"]
  ]) {
    const found = await stage(cells);
    expect(found.figures[2]).toBe(figures);
    expect(found.said).toHaveLength(1);
  }
});
