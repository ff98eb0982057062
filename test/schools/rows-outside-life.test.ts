import {expect, test} from "vitest";
import {ranUpTo} from "../support/make-warehouse.ts";
import {absenceFile, ks4File, ks4Row, lines, linksFile, type Files} from "../support/published-files.ts";

const register = (...schools: readonly string[]): Files => ({
  "edubasealldata20230421.csv": lines(
    "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),OpenDate,CloseDate,SchoolCapacity",
    ...schools
  )
});
const said = async (files: Files): Promise<string[]> =>
  (await ranUpTo(files, "school")).warnings.filter((line) => line.includes("outside") || line.includes("long "));
const absence = absenceFile("901,4001,900001,4,8", "901,4002,900002,4,8");

test("figures of a school long before it opened, or after it closed, are said with name, number, days and files", async () => {
  expect(
    await said({
      ...register(
        "900001,901,4001,Ash School,Open,Primary,01-09-2019,,200",
        "900002,901,4002,Elm School,Open,Primary,01-09-2020,,200"
      ),
      "2016-2017_england_abs.csv": absence
    })
  ).toEqual([
    "edubasealldata20230421.csv: Ash School (URN 900001) opened on 2019-09-01, and 2016-2017_england_abs.csv has figures of it in 2016/17, long before that; 1 more school has such figures: these days may be wrong, and schools then fall apart; look them up, and download the extract again or correct them in pipelines/codes/corrections.csv"
  ]);
  const closed = register(
    "900001,901,4001,Ash School,Closed,Primary,,31-08-2012,200",
    "900002,901,4002,Elm School,Open,Primary,01-09-1960,,200"
  );
  expect(await said({...closed, "2016-2017_england_abs.csv": absence})).toEqual([
    expect.stringMatching(
      /^edubasealldata20230421\.csv: Ash School \(URN 900001\) closed on 2012-08-31, .* in 2016\/17, long after that: /
    )
  ]);
});

test("the year before a school opened, results under the number of today, and unknown days are nothing to say", async () => {
  expect(
    await said({
      ...register(
        "900001,901,4001,Ash School,Open,Primary,01-09-2017,,200",
        "900002,901,4002,Elm School,Open,Secondary,,,200",
        "900003,901,4003,Oak School,Closed,Secondary,,31-08-2018,200",
        "900004,901,4003,Oak Academy,Open,Secondary,01-09-2018,,200"
      ),
      "links_edubasealldata20230421.csv": linksFile([900003, 900004, "01-09-2018"]),
      "2016-2017_england_abs.csv": absence,
      "2015-2016_england_ks4final.csv": ks4File(ks4Row(900004, {attainment: "45"}))
    })
  ).toEqual([]);
});
