import {expect, test} from "vitest";
import {lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

/** Six schools that became academies in September 2012, whose days of opening are moved by some years. */
const register = (years: number, type = "Academy converter") =>
  lines(
    "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),PhaseOfEducation (name),OpenDate,CloseDate,GOR (name),UKPRN",
    ...Array.from({length: 6}, (_, i) => [
      `${100001 + i},330,${4001 + i},School ${i},Closed,Community school,Secondary,01-09-1975,31-08-2012,West Midlands,${i}`,
      `${100101 + i},330,${4001 + i},School ${i},Open,${type},Secondary,01-09-${2012 + years},,West Midlands,${10 + i}`
    ]).flat()
  );
const links = lines(
  "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
  ...Array.from({length: 6}, (_, i) => `${100001 + i},${100101 + i},School ${i},Successor,`)
);

const listSaid = async (years: number, type?: string) =>
  (
    await ranUpTo(
      {"edubasealldata20230421.csv": register(years, type), "links_edubasealldata20230421.csv": links},
      "staged"
    )
  ).warnings.filter((line) => line.includes("column OpenDate"));

test("days of opening shifted by years are told by when the schools before them closed", async () => {
  for (const [years, day] of [
    [-2, "2010-09-01"],
    [3, "2015-09-01"]
  ] as const)
    expect(await listSaid(years)).toEqual([
      `edubasealldata20230421.csv, row 3, column OpenDate: 100101 opened on ${day}, and 100001, which it followed, closed on 2012-08-31; so it is with 6 of 6: the column may have been shifted or exchanged; taken as it is; download the extract again`
    ]);
});

test("and by academies that opened before there were any", async () => {
  expect(await listSaid(-5)).toContainEqual(
    expect.stringContaining("100101 opened on 2007-09-01, before there were converter academies; so it is with 6 of 6")
  );
  expect(await listSaid(-11, "Academy sponsor led")).toContainEqual(
    expect.stringContaining("before there were academies")
  );
});

test("a register as it is printed is nothing to tell", async () => {
  expect(await listSaid(0)).toEqual([]);
  expect(await listSaid(1)).toEqual([]);
});
