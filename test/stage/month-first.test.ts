import {expect, test} from "vitest";
import {writeLinks} from "../support/group-links.ts";
import {readFolder} from "../support/read-files.ts";

const joins = (days: readonly string[]) =>
  writeLinks(
    "20220831",
    ...days.map((joined, i) => ({urn: 900001 + i, name: "ASH TRUST", joined, closed: "", type: "Academy converter"}))
  );
const said = async (days: readonly string[]) => {
  const {warnings, close} = await readFolder(joins(days));
  close();
  return warnings;
};
const days = ["01-09-2012", "01-09-2013", "01-04-2014", "01-11-2015", "01-02-2016", "01-12-2017"];
const turned = days.map((day) => `${day.slice(3, 5)}-${day.slice(0, 2)}-${day.slice(6)}`);

test("days that a spreadsheet has turned, so that all fall in January, are told with the first of them", async () => {
  expect(await said(turned)).toEqual([
    expect.stringMatching(/row 2, column Joined date: 6 of 6 days are early in January, as 09\/01\/2012 is/)
  ]);
});

test("days as the register has them, one or two of January among them, are taken without a word", async () => {
  expect(await said([...days, "05-01-2015", "01-01-2016"])).toEqual([]);
});
