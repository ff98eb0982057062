import {expect, test} from "vitest";
import {ranUpTo} from "../support/make-warehouse.ts";
import {ks4File, ks4Row} from "../support/published-files.ts";

const urns = [900001, 900002, 900003, 900004, 900005, 900006];
const rows = (order: readonly number[]) =>
  ks4File(...urns.map((urn, i) => ks4Row(order[i] ?? urn, {estab: String(urn).slice(-4)})));
const said = async (order: readonly number[]) =>
  (
    await ranUpTo(
      {"2017-2018_england_ks4final.csv": rows(urns), "2018-2019_england_ks4final.csv": rows(order)},
      "staged"
    )
  ).warnings;

test("a column of URNs that was sorted alone is told by the numbers that no longer belong together", async () => {
  expect(await said([...urns].reverse())).toEqual([
    expect.stringMatching(/^2017-2018_england_ks4final\.csv, row 2: URN 900001 stands beside the LAESTAB 901\d{4}, /),
    expect.stringMatching(
      /^2018-2019_england_ks4final\.csv, row 2: URN 900006 stands beside the LAESTAB 901\d{4}, .* in 6 of 6 rows/
    )
  ]);
});

test("a school that got another LAESTAB, and one that is new, are taken without a word", async () => {
  expect(await said([900001, 900002, 900003, 900004, 900005, 900007])).toEqual([]);
});
