import {expect, test} from "vitest";
import {writeLinks} from "../support/group-links.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

type Link = Parameters<typeof writeLinks>[1];
const listSaid = async (...links: readonly Link[]) =>
  (await ranUpTo(writeLinks("20220831", ...links), "staged")).warnings.filter((line) => line.includes("Joined date"));

test("a school with two days of joining one group in one extract is told with its row and both days", async () => {
  const said = await listSaid(
    {urn: 900001, joined: "01-09-2016"},
    {urn: 900002, joined: "01-09-2017"},
    {urn: 900001, joined: "01-09-2013"}
  );
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(
    /, row 4, column Joined date: school 900001 joined group \S+ on 2013-09-01 and on 2016-09-01: the first day is taken/
  );
});

test("the same day twice is nothing to tell", async () => {
  expect(await listSaid({urn: 900001, joined: "01-09-2016"}, {urn: 900001, joined: "01-09-2016"})).toEqual([]);
});
