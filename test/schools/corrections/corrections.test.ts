import {describe, expect, test} from "vitest";
import {readCorrections} from "../../../src/schools/corrections/read-corrections.ts";
import {lines, linksFile, type Files} from "../../support/published-files.ts";
import {ranUpTo, makeWarehouse} from "../../support/make-warehouse.ts";

const corrected = (files: Files, upTo: string, ...rows: string[]) =>
  makeWarehouse(files, upTo, {
    corrections: readCorrections({
      file: "corrections.csv",
      text: lines("what,urn,other,action,value,reason,source", ...rows)
    })
  });

const establishments = lines(
  "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),OpenDate,CloseDate,SchoolCapacity",
  "900001,551,4001,Ash School,Closed,Secondary,01-09-1990,31-08-2018,200",
  "900002,551,4002,Ash Academy,Open,Secondary,01-09-2018,,200",
  "900003,551,4003,Elm Academy,Open,Secondary,01-09-2018,,200"
);
const files: Files = {"edubasealldata20230421.csv": establishments};
const wrong: Files = {...files, "links_edubasealldata20230421.csv": linksFile([900001, 900003, "01-09-2018"])};

const schools = "select urn, school_id from urn_school order by urn";
const effect = "select row, changed from correction order by row";
const because = "the trust’s report says so,annual report 2019";

describe("a correction of a link", () => {
  test("adds one that the register lacks", async () => {
    const query = await corrected(files, "school", `link,900001,900002,add,2018-09-01,${because}`);
    expect(await query(schools)).toContainEqual({urn: 900001, school_id: 900002});
    expect(await query(effect)).toEqual([{row: 2, changed: 1}]);
  });

  test("removes one that is wrong, and the edges say why it was not followed", async () => {
    const query = await corrected(
      wrong,
      "school",
      `link,900001,900003,remove,,${because}`,
      `link,900001,900002,add,2018-09-01,${because}`
    );
    expect(await query(schools)).toEqual([
      {urn: 900001, school_id: 900002},
      {urn: 900002, school_id: 900002},
      {urn: 900003, school_id: 900003}
    ]);
    expect(await query("select distinct decision, reason from school_edge")).toEqual([
      {decision: "kept apart", reason: "corrected"}
    ]);
  });

  test("that is added is held to the rules all the same", async () => {
    const query = await corrected(wrong, "school", `link,900001,900002,add,2018-09-01,${because}`);
    expect(await query(schools)).toContainEqual({urn: 900001, school_id: 900001});
  });
});

describe("a correction of a date", () => {
  test("closes a school on another day, so that its link is followed", async () => {
    const late = establishments.replace("31-08-2018", "31-08-2021");
    const linked: Files = {
      "edubasealldata20230421.csv": late,
      "links_edubasealldata20230421.csv": linksFile([900001, 900002, "01-09-2018"])
    };
    const before = await corrected(linked, "school");
    expect(await before(schools)).toContainEqual({urn: 900001, school_id: 900001});
    const after = await corrected(linked, "school", `closed,900001,,set,2018-08-31,${because}`);
    expect(await after(schools)).toContainEqual({urn: 900001, school_id: 900002});
  });

  test("of joining and leaving a group is that of the membership", async () => {
    const group: Files = {
      ...files,
      "alllinksdata20230421.csv": lines(
        "Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,Closed Date,Group Status (code),Group Status,Joined date,URN,EstablishmentName,TypeOfEstablishment (name),PhaseOfEducation (name),LA (code),LA (name)",
        "7001,TR1,Marsh Trust,01,6,Multi-academy trust,,OPEN,Open,01/09/2002,900002,Ash Academy,Academy converter,Secondary,551,Ashshire"
      )
    };
    const query = await corrected(
      group,
      "membership",
      `joined,900002,7001,set,2019-09-01,${because}`,
      `left,900002,7001,set,2021-08-31,${because}`
    );
    expect(
      await query(
        "select joined::varchar as joined, left_on::varchar as left_on from membership where partnership_type = 'multi_academy_trust'"
      )
    ).toEqual([{joined: "2019-09-01", left_on: "2021-08-31"}]);
    expect(await query(effect)).toEqual([
      {row: 2, changed: 1},
      {row: 3, changed: 1}
    ]);
  });
});

test("a correction stands in the release with its reason, its source and what it changed", async () => {
  const query = await corrected(wrong, "school", `link,900001,900003,remove,,${because}`);
  expect(await query("select what, urn, other, action, value, reason, source, changed from correction")).toEqual([
    {
      what: "link",
      urn: 900001,
      other: "900003",
      action: "remove",
      value: null,
      reason: "the trust’s report says so",
      source: "annual report 2019",
      changed: 1
    }
  ]);
});

test("corrections that change nothing are told, each with its row", async () => {
  const {warnings, list_warnings} = await ranUpTo(files, "membership", {
    corrections: readCorrections({
      file: "corrections.csv",
      text: lines(
        "what,urn,other,action,value,reason,source",
        `link,900001,900009,remove,,${because}`,
        `closed,900009,,set,2018-08-31,${because}`,
        `joined,900002,7009,set,2018-09-01,${because}`
      )
    })
  });
  expect([...warnings, ...list_warnings]).toEqual([
    "pipelines/codes/corrections.csv, row 2: changes nothing: the register has no link from 900001 to 900009",
    "pipelines/codes/corrections.csv, row 3: changes nothing: no file that was read has 900009",
    "pipelines/codes/corrections.csv, row 4: changes nothing: no file that was read has 900002 in group 7009"
  ]);
});
