import {expect, test} from "vitest";
import {lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const register = lines(
  "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),PhaseOfEducation (name),OpenDate,CloseDate,GOR (name),UKPRN",
  ...[1, 2, 3].flatMap((n) => [
    `10000${n},330,400${n},Ash ${n},Closed,Community school,Secondary,01-09-2001,31-08-2015,West Midlands,${n}`,
    `10001${n},330,410${n},Ash Academy ${n},Open,Academy sponsor led,Secondary,01-09-2015,,West Midlands,1${n}`
  ])
);
const links = (...rows: readonly string[]) => lines("URN,LinkURN,LinkName,LinkType,LinkEstablishedDate", ...rows);
const follows = (n: number) => `10000${n},10001${n},Ash Academy ${n},Successor,01-09-2015`;
const reversed = (n: number) => `10001${n},10000${n},Ash ${n},Successor,01-09-2015`;
const listSaid = async (...rows: readonly string[]) =>
  (
    await ranUpTo(
      {"edubasealldata20190301.csv": register, "links_edubasealldata20190301.csv": links(...rows)},
      "staged"
    )
  ).warnings.filter((line) => line.includes("LinkURN"));

test("links that agree with the days of opening and closing are nothing to tell", async () => {
  expect(await listSaid(follows(1), follows(2), "100013,100003,Ash 3,Predecessor,01-09-2015")).toEqual([]);
});

test("one successor that closed before the school was opened is told with its row", async () => {
  expect(await listSaid(follows(1), follows(2), reversed(3))).toEqual([
    "links_edubasealldata20190301.csv, row 4, column LinkURN: 100003 is said to be the successor of 100013, and their days of opening and closing say the contrary: look both up in the register"
  ]);
});

test("columns that changed places stop the run: every school would be followed the wrong way", async () => {
  await expect(listSaid(follows(1), reversed(2), reversed(3))).rejects.toThrow(/URN and LinkURN have changed places/);
});
