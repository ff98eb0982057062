import {expect, test} from "vitest";
import {rateRows, rateWords, type Rated} from "../../dashboards/components/chart/rates.ts";
import {rates, result} from "./example-result.ts";

const rated = result({rates: rates()}) as Rated;

test("each role stands above what was expected of it and above all schools, over the same years", () => {
  const rows = rateRows([rated, {...rated, role: "supporter"}]);
  expect(rows.map(({name}) => name)).toEqual([
    "Supported schools",
    "Expected of them",
    "All schools",
    "Supporter schools",
    "Expected of them",
    "All schools"
  ]);
  expect(rows.slice(0, 3).map((row) => rateWords(row, 1))).toEqual([
    "+0.9 since, +0.2 before",
    "+0.4 to +0.5 since",
    "+0.4 since, +0.3 before"
  ]);
});
