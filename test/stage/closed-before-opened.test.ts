import {expect, test} from "vitest";
import {rows} from "../../pipelines/warehouse.ts";
import {lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

test("a school that closed before it opened has neither day, and the file, row and columns are said", async () => {
  const register = lines(
    "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),PhaseOfEducation (name),OpenDate,CloseDate,GOR (name),UKPRN",
    "100001,330,4001,Ash,Open,Community school,Secondary,01-09-2001,,West Midlands,1",
    "100002,330,4002,Elm,Closed,Community school,Secondary,01-09-2015,31-08-2005,West Midlands,2"
  );
  const {warehouse, warnings} = await ranUpTo({"edubasealldata20190301.csv": register}, "staged");
  expect(warnings).toEqual([
    "edubasealldata20190301.csv, row 3, column CloseDate: the day 2005-08-31 is before 2015-09-01, in column OpenDate; neither is taken"
  ]);
  expect(
    await rows(
      warehouse,
      "select urn, open_date::varchar as opened, close_date::varchar as closed from staged.gias_establishments order by urn"
    )
  ).toEqual([
    {urn: 100001, opened: "2001-09-01", closed: null},
    {urn: 100002, opened: null, closed: null}
  ]);
});
