import {expect, test} from "vitest";
import {lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const numbers = (n: number) => Array.from({length: n}, (_, i) => i);

const register = (n: number, names: (i: number) => string = (i) => `Ash Academy ${i}`) =>
  lines(
    "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),PhaseOfEducation (name),OpenDate,CloseDate,GOR (name),UKPRN",
    ...numbers(n).flatMap((i) => [
      `${100100 + i},330,${4000 + i},Ash ${i},Closed,Community school,Secondary,01-09-2001,31-08-2015,West Midlands,${i}`,
      `${100200 + i},330,${4100 + i},${names(i)},Open,Academy sponsor led,Secondary,01-09-2015,,West Midlands,1${i}`
    ])
  );

const links = (n: number, follows: (i: number) => number) =>
  lines(
    "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
    ...numbers(n).map((i) => `${100100 + i},${100200 + follows(i)},Ash Academy ${i},Successor,01-09-2015`)
  );

const groups = (n: number, type: (i: number) => string, uid = (i: number) => i) =>
  lines(
    "URN,Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,Closed Date,Open date,Incorporated on (open date),Group Status (code),Group Status,Joined date,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),PhaseOfEducation (code),PhaseOfEducation (name),LA (code),LA (name)",
    ...numbers(n).map(
      (i) =>
        `${100200 + i},${5000 + uid(i)},,Elm Trust ${i},,6,${type(i)},,,01-09-2014,OPEN,Open,01-09-2015,Ash Academy ${i},28,Academy sponsor led,4,Secondary,330,Birmingham`
    )
  );

const listSaid = async (files: Readonly<Record<string, string>>) =>
  (await ranUpTo(files, "staged")).warnings.filter((line) => / is (called|of the type) /.test(line));

const moved = (n: number) => (i: number) => (i + 1) % n;
const trust = () => "Multi-academy trust";

test("names and types that agree, and a school that was renamed, are nothing to tell", async () => {
  expect(
    await listSaid({
      "edubasealldata20230421.csv": register(8, (i) => (i === 0 ? "Oak Academy" : `ASH Academy, ${i}`)),
      "links_edubasealldata20230421.csv": links(8, (i) => i),
      "alllinksdata20230421.csv": groups(8, trust)
    })
  ).toEqual([]);
});

test("successors that were moved by a row are told by the names beside them", async () => {
  expect(
    await listSaid({
      "edubasealldata20230421.csv": register(8),
      "links_edubasealldata20230421.csv": links(8, moved(8))
    })
  ).toContain(
    "links_edubasealldata20230421.csv, row 2, column LinkURN: 100201 is called “Ash Academy 0”, and in edubasealldata20230421.csv “Ash Academy 1”; so it is in 8 of 8 rows: a column may have been sorted, moved or exchanged alone; download both again, and do not save them from a spreadsheet"
  );
});

test("where most rows of many are so, the run stops: every school would follow another", async () => {
  const files = {
    "edubasealldata20230421.csv": register(24),
    "links_edubasealldata20230421.csv": links(24, moved(24))
  };
  await expect(listSaid(files)).rejects.toThrow(/row \d+, column (URN|LinkURN): .* in 24 of 24 rows/);
});

test("numbers of groups that were moved, and types that changed places, are told between two extracts", async () => {
  expect(
    await listSaid({
      "alllinksdata20220831.csv": groups(8, trust),
      "alllinksdata20230831.csv": groups(8, trust, moved(8))
    })
  ).toEqual([
    expect.stringMatching(
      /^alllinksdata20220831\.csv, row 2, column UID: 5000 is called “Elm Trust 0”, and in .* 8 of 8/
    ),
    expect.stringMatching(
      /^alllinksdata20230831\.csv, row 2, column UID: 5001 is called “Elm Trust 0”, and in .* 8 of 8/
    )
  ]);
  expect(
    await listSaid({
      "alllinksdata20220831.csv": groups(8, trust),
      "alllinksdata20230831.csv": groups(8, () => "Single-academy trust")
    })
  ).toContainEqual(
    expect.stringMatching(/20230831\.csv, row 2, column UID: 5000 is of the type “Single-academy trust”/)
  );
});

test("days of opening that were shifted by a year are told by the history of trusts", async () => {
  const history = lines(
    "URN,EstablishmentName,LA (code),LA (name),Group Name,Group ID,Group UID,Group Type,Group Status,Group Open Date,Group Closed Date,Date Joined Group,Date Left Group,Establishment OpenDate,Establishment CloseDate",
    ...numbers(8).map(
      (i) =>
        `${100200 + i},Ash Academy ${i},330,Birmingham,Elm Trust,TR1,5000,Multi-academy trust,Open,01-09-2014,,01-09-2015,,01-09-2015,`
    )
  );
  const files = (opened: string) => ({
    "edubasealldata20230421.csv": register(8).replaceAll("01-09-2015", opened),
    "academiesmatmembership20230421.csv": history
  });
  const of = async (opened: string) =>
    (await ranUpTo(files(opened), "staged")).warnings.filter((line) => line.includes("said to have opened"));
  expect(await of("01-09-2015")).toEqual([]);
  expect(await of("01-09-2016")).toContainEqual(
    expect.stringMatching(
      /^edubasealldata20230421\.csv, row 3, column URN: 100200 is said to have opened on “2016-09-01”, and in academies.* “2015-09-01”; so it is in 8 of 8/
    )
  );
});
