import {beforeAll, describe, expect, test} from "vitest";
import {openRelease} from "../../pipelines/validation/lists/outcomes-of-list.ts";
import {drawPlaceboLists, type PlaceboLists} from "../../pipelines/validation/lists/placebo-lists.ts";
import {placeboListsFound} from "../../pipelines/validation/lists/placebo-table.ts";
import {sampleRelease} from "../support/sample-release.ts";

describe("lists of schools in which nothing happened", () => {
  let drawn: PlaceboLists;

  beforeAll(async () => {
    drawn = (await drawPlaceboLists(openRelease(await sampleRelease()), {
      phase: "secondary",
      size: 3,
      lists: 10,
      seed: 1
    }))!;
  }, 120_000);

  test("are estimated on several outcomes, and seldom claimed of", () => {
    expect(drawn.outcomes).toBeGreaterThan(3);
    expect(drawn.untreated).toBeGreaterThanOrEqual(30);
    expect(drawn.claimed).toBeLessThanOrEqual(drawn.claimed_alone);
    expect(drawn.claimed).toBeLessThanOrEqual(3);
  });

  test("are the same lists again from the same seed", async () => {
    const again = await drawPlaceboLists(openRelease(await sampleRelease()), {
      phase: "secondary",
      size: 3,
      lists: 10,
      seed: 1
    });
    expect(again).toEqual(drawn);
  });

  test("too large for the schools there are, are none", async () => {
    const release = openRelease(await sampleRelease());
    expect(await drawPlaceboLists(release, {phase: "secondary", size: 10_000, lists: 1, seed: 1})).toBeNull();
  });
});

test("more than one list in twenty with a claim fails", () => {
  const all = [50, 51].map((claimed): PlaceboLists => ({
    phase: "secondary",
    size: 7,
    cohort: 2016,
    untreated: 900,
    lists: 1000,
    claimed,
    claimed_alone: 200,
    outcomes: 20
  }));
  const {rows, fails, summary} = placeboListsFound(all, {command: "x"});
  expect(rows.map((row) => row.at(-1))).toEqual(["holds", "FAILS"]);
  expect(fails).toEqual(["7 secondary schools: something is claimed of 5.1% of lists"]);
  expect(summary).toBe("1 of 2 rows hold; 1 fail.");
});
