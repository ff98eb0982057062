import {describe, expect, test} from "vitest";
import {exclusionsHeader, exclusionsRow, lines, linksFile, listFile, type Files} from "../support/published-files.ts";
import {outcomes} from "../support/outcomes.ts";

const exclusions = (...rows: string[]): Files => ({"exclusions.csv": lines(exclusionsHeader, ...rows)});

describe("the last year of a school that closes", () => {
  const years = (laestab: number, ...all: string[]) => all.map((year) => exclusionsRow(laestab, {year}));

  test("is told as incomplete where its LAESTAB is gone from later years", async () => {
    const found = await outcomes(
      exclusions(...years(9014001, "201415", "201516"), ...years(9014002, "201415", "201516", "201617")),
      "suspension_rate"
    );
    expect(found.map(({academic_year, missing}) => [academic_year, missing])).toEqual([
      [2015, null],
      [2016, "incomplete_year"],
      [2015, null],
      [2016, null],
      [2017, null]
    ]);
  });

  test("is no closing where the same URN goes on under another LAESTAB", async () => {
    const found = await outcomes(
      {
        ...exclusions(...years(9014001, "201415", "201516"), ...years(9016901, "201617")),
        "school_list_2017-18.csv": listFile([9014001, 900001], [9016901, 900001])
      },
      "suspension_rate"
    );
    expect(found.map(({missing}) => missing)).toEqual([null, null, null]);
  });

  const register = (closed: string) => ({
    "school_list_2017-18.csv": listFile([9014001, 900001]),
    "edubasealldata20190301.csv": lines(
      "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),CloseDate,SchoolCapacity",
      `900001,901,4001,Ash School,Closed,${closed},900`
    )
  });

  test("is told by the register in the last year of the file", async () => {
    const found = await outcomes(
      {...exclusions(...years(9014001, "201516", "201617")), ...register("31-08-2017")},
      "suspension_rate"
    );
    expect(found.map(({missing}) => missing)).toEqual([null, "incomplete_year"]);
  });

  test("is told by the link to a successor under another LAESTAB in the last year of the file", async () => {
    const found = await outcomes(
      {
        ...exclusions(...years(9014001, "201516", "201617")),
        "school_list_2017-18.csv": listFile([9014001, 900001], [9016901, 900501]),
        "links_edubasealldata20230421.csv": linksFile([900001, 900501, "01-09-2017"])
      },
      "suspension_rate"
    );
    expect(found.map(({missing}) => missing)).toEqual([null, "incomplete_year"]);
  });

  test("is no closing where the successor came a year later", async () => {
    const found = await outcomes(
      {
        ...exclusions(...years(9014001, "201516", "201617")),
        "school_list_2017-18.csv": listFile([9014001, 900001], [9016901, 900501]),
        "links_edubasealldata20230421.csv": linksFile([900001, 900501, "01-09-2018"])
      },
      "suspension_rate"
    );
    expect(found.map(({missing}) => missing)).toEqual([null, null]);
  });

  test("is no closing where the LAESTAB goes on, whatever the register says of a URN", async () => {
    const found = await outcomes(
      {...exclusions(...years(9014001, "201516", "201617")), ...register("31-08-2016")},
      "suspension_rate"
    );
    expect(found.map(({missing}) => missing)).toEqual([null, null]);
  });
});
